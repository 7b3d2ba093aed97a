"""Tests of mini-apps on the shipping host: a pytest plugin that comes with Stoa.

``miniapp`` is the fixture: a real room without a display, its page for Playwright, and its bridge. See
docs/testing.md.
"""

from __future__ import annotations

from stoa.testing.bridge import Bridge, CallNotMadeError
from stoa.testing.evidence import Evidence
from stoa.testing.host import HostError, TrialHost
from stoa.testing.miniapp import MiniApp
from stoa.trial.launch_profile import Fault, Frame, LaunchProfile, Network, Permissions, read_profile

__all__ = [
    "Bridge", "CallNotMadeError", "Evidence", "Fault", "Frame", "HostError", "LaunchProfile", "MiniApp", "Network",
    "Permissions", "TrialHost", "read_profile",
]  # fmt: skip

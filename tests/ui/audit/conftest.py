"""The whole program over quiet rooms, as in the tests of the shell."""

from __future__ import annotations

from tests.ui.shell.conftest import app, bundled, start, turns

__all__ = ["app", "bundled", "start", "turns"]

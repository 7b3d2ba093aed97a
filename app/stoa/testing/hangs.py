"""Pages that hang: what is said of them, and which are not opened again because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stoa.testing.host import TrialHost
    from stoa.trial.launch_profile import LaunchProfile


def hang_in(state: Mapping[str, Any]) -> str:
    """What hangs, as a sentence without its full stop, by what the host tells of its page; empty if nothing does."""
    if state["state"] != "hung":
        return ""
    return f"its page hangs in {state['hangsIn']}" if state["hangsIn"] else "its page hangs"


def hang_now(host: TrialHost) -> str:
    """What hangs now, as ``hang_in`` tells it; empty too where nothing is open."""
    try:
        return hang_in(host.order("state"))
    except StoaError:  # it was closed, or the host is gone
        return ""


class Hangs:
    """The mini-apps of one run that hung as they were opened: each further test would wait for the same again.

    What hangs as a newcomer opens it, hangs under any profile.
    """

    def __init__(self) -> None:
        self._told: dict[tuple[Path, str], str] = {}

    def note(self, folder: Path, profile: LaunchProfile | None, sentence: str) -> None:
        """A mini-app hung as it was opened, under this profile, or as tests open it that name none."""
        self._told[folder, _conditions(profile)] = sentence

    def told(self, folder: Path, profile: LaunchProfile | None) -> str:
        """What was noted of this one; empty if nothing was."""
        for one in (None, profile):
            if found := self._told.get((folder, _conditions(one))):
                return found
        return ""


def _conditions(profile: LaunchProfile | None) -> str:
    return "" if profile is None else profile.model_dump_json(exclude={"name"})

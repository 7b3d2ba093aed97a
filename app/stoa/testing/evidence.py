"""What a mini-app under test left: calls, requests, console, refusals, deeds."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from stoa.contract.errors import StoaError
from stoa.trial.launch_profile import write_profile

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.testing.host import TrialHost
    from stoa.testing.miniapp import MiniApp


class Evidence:
    """Reads from the host what there is at that moment."""

    def __init__(self, host: TrialHost) -> None:
        self._host = host

    def values(self) -> dict[str, Any]:
        """All of it: journal, calls, requests, console, refusals, deeds, hangs, states."""
        return dict(self._host.order("evidence"))

    @property
    def console(self) -> list[dict[str, Any]]:
        """The lines of its console: level, text, line, source."""
        return list(self.values()["console"])

    @property
    def requests(self) -> list[dict[str, Any]]:
        """Its requests: method, url, outcome, status, refused, fix and so on."""
        return list(self.values()["requests"])

    @property
    def refusals(self) -> list[dict[str, Any]]:
        """What it was refused: what, rule, fix."""
        return list(self.values()["refusals"])

    @property
    def deeds(self) -> list[dict[str, Any]]:
        """What would have reached beyond the room: toasts, links, files. Kind, text, at."""
        return list(self.values()["deeds"])

    def errors(self) -> list[str]:
        """The errors in its console, each with its place."""
        return [f"{one['text']} ({one['source']}:{one['line']})" for one in self.console if one["level"] == "error"]

    def har(self) -> dict[str, Any]:
        """Its requests as HAR 1.2."""
        return dict(self._host.order("har"))


def leave_behind(app: MiniApp, place: Path) -> None:
    """What somebody needs who was not there: picture, journal and the rest, requests, the profile, the host's log."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "profile.json").write_text(write_profile(app.profile), encoding="utf-8")
    (place / "host.log").write_text(app.host.log(), encoding="utf-8")
    with suppress(StoaError):  # a host that is gone has its log alone
        evidence = app.evidence.values()
        for name in ("journal", "calls", "console", "refusals", "deeds", "hangs"):
            _write(place / f"{name}.json", evidence[name])
        _write(place / "requests.har", app.evidence.har())
        # Last: a mini-app that closed itself has left all but a picture.
        (place / "picture.png").write_bytes(app.picture())


def _write(file: Path, values: Any) -> None:
    file.write_text(json.dumps(values, indent=2, ensure_ascii=False), encoding="utf-8")

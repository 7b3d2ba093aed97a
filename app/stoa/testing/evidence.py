"""What a mini-app under test left: calls, requests, console, refusals, deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stoa.testing.host import TrialHost


class Evidence:
    """Reads from the host what there is at that moment."""

    def __init__(self, host: TrialHost) -> None:
        self._host = host

    def values(self) -> dict[str, Any]:
        """All of it: journal, requests, console, refusals, deeds, states."""
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

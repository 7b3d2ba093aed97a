"""Every request: let out or refused, by which rule, and which line of the manifest would change it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stoa import __version__
from stoa.trial.traffic import har
from stoa.workbench.entry_list import Line
from stoa.workbench.figures import bytes_text, number_text
from stoa.workbench.log_tab import LogTab

if TYPE_CHECKING:
    from stoa.trial.traffic import Exchange
    from stoa.ui.chip import ChipTone
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

_FIRST_ERROR_STATUS = 400


class NetworkTab(LogTab):
    """Follows a trial's traffic."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("Network"),
            "globe",
            (self.tr("No requests yet"), self.tr("Every file and address the mini-app asks for is listed here.")),
        )

    def follow(self, trial: TrialRoom) -> None:
        """Show the requests of a new trial."""
        super().follow(trial)
        trial.did_exchange.connect(self._on_exchange)

    def forget(self) -> None:
        """Empty list and traffic."""
        if self.trial is not None:
            self.trial.traffic.clear()
        super().forget()

    def in_full(self, line: Line) -> str:
        """Request, outcome and headers."""
        one: Exchange = line.value
        parts = [f"{one.method} {one.url}\n{one.outcome}   {one.media_type}   {_size(one)}".rstrip()]
        for title, text in (
            (self.tr("Refused by"), one.refused),
            (self.tr("What would change it"), one.fix or ""),
            (self.tr("Failed"), one.failed),
            (self.tr("Request headers"), _headers(one.request_headers.items())),
            (self.tr("Response headers"), _headers(one.response_headers.items())),
        ):
            if text:
                parts.append(f"{title}\n{text}")
        return "\n\n".join(parts)

    def exported(self) -> tuple[str, str]:
        """The requests as HAR."""
        return "requests.har", json.dumps(har([line.value for line in self.list.shown], __version__), indent=2)

    def _on_exchange(self, one: Exchange) -> None:
        took = "" if one.duration_ms is None else f"{number_text(one.duration_ms)} ms"
        end = "   ".join(part for part in (_size(one), took) if part)
        detail = f"{one.method} {one.url}"
        if one.refused:
            detail = f"{one.method} {one.url}: {one.refused}"
        self.put(Line(_short(one.url), one.outcome, _tone(one), end, detail, one.at, one, one.key))


def _tone(one: Exchange) -> ChipTone:
    if one.refused or one.failed or (one.status or 0) >= _FIRST_ERROR_STATUS:
        return "warm"
    return "neutral" if one.status is None else "good"


def _short(url: str) -> str:
    """The part of an address that tells it from its neighbours: host and last name of its path."""
    scheme, _, rest = url.partition("://")
    host, _, path = rest.partition("/")
    name = path.partition("?")[0].rstrip("/").rpartition("/")[2]
    if scheme == "miniapp":
        return f"/{path.partition('?')[0]}"
    return f"{host} {name}".strip() or url


def _size(one: Exchange) -> str:
    return bytes_text(one.size) if one.size else ""


def _headers(pairs: object) -> str:
    return "\n".join(f"{name}: {value}" for name, value in pairs)  # type: ignore[attr-defined]

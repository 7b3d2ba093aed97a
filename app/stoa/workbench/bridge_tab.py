"""What crosses the bridge: each call and event, with the rule that decided and how long it took."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from stoa.workbench.entry_list import Line
from stoa.workbench.log_tab import LogTab

if TYPE_CHECKING:
    from stoa.bridge.journal import Entry
    from stoa.ui.chip import ChipTone
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

_SLOW_MS = 1000.0


class BridgeTab(LogTab):
    """Follows a trial's journal."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("Bridge"),
            "plug",
            (self.tr("No calls yet"), self.tr("What the mini-app asks of the host is listed here, with every answer.")),
        )

    def follow(self, trial: TrialRoom) -> None:
        """Show the calls of a new trial."""
        super().follow(trial)
        for entry in trial.journal:
            self._on_entry(entry)
        trial.journal.listen(self._on_entry)

    def in_full(self, line: Line) -> str:
        """Everything the journal has, as people read it."""
        entry: Entry = line.value
        parts = [f"{entry.name}   {entry.verdict}   {duration_text(entry)}".rstrip()]
        for title, text in (
            (self.tr("Rule"), entry.rule),
            (self.tr("What would change it"), entry.fix or ""),
            (self.tr("Parameters"), _pretty(entry.params)),
            (self.tr("Result"), _pretty(entry.result)),
        ):
            if text:
                parts.append(f"{title}\n{text}")
        if entry.verdict != "event" and entry.name:
            code = self.tr("As code")
            parts.append(f"{code}\nawait stoa.{entry.name}({entry.params or '{}'});")
        return "\n\n".join(parts)

    def exported(self) -> tuple[str, str]:
        """The journal as JSON."""
        return "bridge.json", json.dumps([asdict(line.value) for line in self.list.shown], indent=2, ensure_ascii=False)

    def _on_entry(self, entry: Entry) -> None:
        self.put(
            Line(
                entry.name or self.tr("unreadable message"),
                entry.verdict,
                tone_of(entry),
                duration_text(entry),
                entry.params if entry.verdict in {"ok", "event"} else entry.rule or entry.params,
                entry.at,
                entry,
            )
        )


def tone_of(entry: Entry) -> ChipTone:
    """The colour of a verdict."""
    return {"ok": "good", "event": "neutral"}.get(entry.verdict, "warm")  # type: ignore[return-value]


def duration_text(entry: Entry) -> str:
    """How long an answer took; nothing for an event."""
    if entry.verdict == "event":
        return ""
    took = entry.duration_ms
    return f"{took / 1000:.1f} s" if took >= _SLOW_MS else f"{took:.1f} ms"


def _pretty(text: str) -> str:
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False) if text else ""
    except ValueError:
        return text  # a preview that was cut

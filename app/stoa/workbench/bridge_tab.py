"""What crosses the bridge: each call and event, with the rule that decided and how long it took."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from stoa.areas import AREAS
from stoa.trial.call_form import as_code
from stoa.ui.button import Button
from stoa.ui.menu import Menu
from stoa.workbench.call_form import CallForm
from stoa.workbench.entry_list import Line
from stoa.workbench.figures import took_text
from stoa.workbench.log_tab import LogTab

if TYPE_CHECKING:
    from stoa.bridge.journal import Entry
    from stoa.ui.chip import ChipTone
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom


class BridgeTab(LogTab):
    """Follows a trial's journal."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("Bridge"),
            "plug",
            (self.tr("No calls yet"), self.tr("What the mini-app asks of the host is listed here, with every answer.")),
        )
        self._kind = ""
        self.filter = Button(theme, "", "filter")
        self.copy = Button(theme, self.tr("Copy as code"), "copy")
        self.by_hand = Button(theme, self.tr("Send a call"), "send")
        self.by_hand.setAccessibleName(self.tr("Send a call by hand"))
        self.by_hand.setCheckable(True)
        self.copy.setEnabled(False)
        self.add_tools(self.filter, self.by_hand, self.copy)
        self.form = CallForm(theme, [one for area in AREAS for one in area.methods], lambda: self.trial)
        self.form.hide()
        self.place_above(self.form)
        self.filter.clicked.connect(self._on_filter_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.by_hand.toggled.connect(self._on_by_hand_toggled)
        self.list.did_choose.connect(lambda line: self.copy.setEnabled(_code_of(line) != ""))
        self.show_only("")

    def show_only(self, kind: str) -> None:
        """Show the calls of an area (``storage.``), with a verdict (``=denied``), all refused (``!``), or all."""
        self._kind = kind
        text = next((text for text, known in self._kinds() if known == kind), kind)
        self.filter.setText(text)
        self.filter.setAccessibleName(self.tr("Show only: {0}").format(text))
        self.filter.updateGeometry()
        self.list.narrow(None if not kind else lambda line: _is_of(line.value, kind))

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
        if code := _code_of(line):
            title = self.tr("As code")
            parts.append(f"{title}\n{code}")
        return "\n\n".join(parts)

    def exported(self) -> tuple[str, str]:
        """The journal as JSON."""
        return "bridge.json", json.dumps(
            [line.value._asdict() for line in self.list.shown], indent=2, ensure_ascii=False
        )

    def _kinds(self) -> list[tuple[str, str]]:
        entries: list[Entry] = [line.value for line in self.list.model_of_lines.lines]
        verdicts = sorted({one.verdict for one in entries} - {"event"})
        areas = sorted({f"{one.name.partition('.')[0]}." for one in entries if one.name})
        return [
            (self.tr("All"), ""), (self.tr("Refused and failed"), "!"), (self.tr("Events"), "=event"),
            *((verdict, f"={verdict}") for verdict in verdicts), *((f"{area}*", area) for area in areas),
        ]  # fmt: skip

    def _on_filter_clicked(self) -> None:
        menu = Menu(self.theme, self)
        for text, kind in self._kinds():
            menu.add(text, None, partial(self.show_only, kind), checked=kind == self._kind)
        menu.popup(self.filter.mapToGlobal(QPoint(0, self.filter.height())))

    def _on_by_hand_toggled(self, on: bool) -> None:  # noqa: FBT001  Qt's signature
        self.form.setVisible(on)
        self.by_hand.set_kind("primary" if on else "plain")

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(_code_of(self.list.chosen))

    def _on_entry(self, entry: Entry) -> None:
        is_by_checks = self.trial is not None and self.trial.look.is_dressing
        self.put(
            Line(
                entry.name or self.tr("unreadable message"),
                entry.verdict,
                tone_of(entry),
                self.tr("by the checks") if is_by_checks else duration_text(entry),
                entry.params if entry.verdict in {"ok", "event"} else entry.rule or entry.params,
                entry.at,
                entry,
            )
        )


def _is_of(entry: Entry, kind: str) -> bool:
    if kind == "!":
        return entry.verdict not in {"ok", "event"}
    return entry.verdict == kind[1:] if kind.startswith("=") else entry.name.startswith(kind)


def _code_of(line: Line | None) -> str:
    if line is None or line.value.verdict == "event" or not line.value.name:
        return ""
    return as_code(line.value.name, line.value.params)


def tone_of(entry: Entry) -> ChipTone:
    """The colour of a verdict."""
    return {"ok": "good", "event": "neutral"}.get(entry.verdict, "warm")  # type: ignore[return-value]


def duration_text(entry: Entry) -> str:
    """How long an answer took; nothing for an event."""
    if entry.verdict == "event":
        return ""
    return took_text(entry.duration_ms)


def _pretty(text: str) -> str:
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False) if text else ""
    except ValueError:
        return text  # a preview that was cut

"""What the page writes to its console, with the place it was written at."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from stoa.ui.button import Button
from stoa.ui.hint import plain_hint
from stoa.workbench.entry_list import Line
from stoa.workbench.log_tab import LogTab

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.console import ConsoleLine
    from stoa.ui.chip import ChipTone
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

_TONES: dict[str, ChipTone] = {"error": "warm", "warning": "accent"}


class ConsoleTab(LogTab):
    """Follows a trial's console. ``place_pressed`` asks for the source of a line: its address and its line."""

    place_pressed = Signal(str, int)

    def __init__(self, theme: Theme, clock: Callable[[], int]) -> None:
        self._clock = clock
        super().__init__(
            theme,
            self.tr("Console"),
            "code",
            (self.tr("Nothing written yet"), self.tr("What the page writes to its console is listed here.")),
        )
        self.source = Button(theme, self.tr("Show the source"), "code")
        self.source.setEnabled(False)
        self.add_tools(self.source)
        self.source.clicked.connect(self._on_source_clicked)
        self.list.did_choose.connect(self._on_line_chosen)
        self.list.activated.connect(self._on_source_clicked)

    def follow(self, trial: TrialRoom) -> None:
        """Show the lines of a new trial."""
        super().follow(trial)
        trial.did_write_console.connect(self._on_line)

    def in_full(self, line: Line) -> str:
        """The whole text, and where it was written."""
        said: ConsoleLine = line.value
        return f"{said.text}\n\n{_place(said)}".rstrip()

    def exported(self) -> tuple[str, str]:
        """The lines as JSON."""
        lines = [{"at": line.at, **asdict(line.value)} for line in self.list.shown]
        return "console.json", json.dumps(lines, indent=2, ensure_ascii=False)

    def _on_line_chosen(self, line: Line | None) -> None:
        place = "" if line is None else _place(line.value)
        self.source.setEnabled(bool(place))
        self.source.setToolTip(plain_hint(self.tr("{0} in the DevTools").format(place)) if place else "")

    def _on_source_clicked(self) -> None:
        line = self.list.chosen
        if line is not None and line.value.source:
            self.place_pressed.emit(line.value.source, line.value.line)

    def _on_line(self, said: ConsoleLine) -> None:
        level = said.level if said.level in _TONES else ""
        title = said.text.strip().partition("\n")[0][:200]
        self.put(Line(title, level, _TONES.get(said.level, "neutral"), "", _place(said), self._clock(), said))


def _place(said: ConsoleLine) -> str:
    """File and line as the author knows them."""
    if not said.source:
        return ""
    path = said.source.partition("://")[2].partition("/")[2] if said.source.startswith("miniapp:") else said.source
    return f"{path or 'index.html'}:{said.line}"

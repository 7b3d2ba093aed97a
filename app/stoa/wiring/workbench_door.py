"""The way to the workbench: an empty page until somebody goes there, since most people never do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.wiring.afterwards import Afterwards
    from stoa.wiring.program import Program
    from stoa.wiring.workbench import Workbench

PLACE = "workbench"


class WorkbenchDoor(QObject):
    """Builds the workbench at the first visit."""

    def __init__(self, program: Program, rest: Afterwards) -> None:
        super().__init__(program.window)
        self._program = program
        self._rest = rest
        self._room = QWidget()
        self._layout = QVBoxLayout(self._room)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._workbench: Workbench | None = None
        program.stage.add_page(PLACE, self._room)
        program.navigation.did_show_place.connect(self._on_place_shown)
        program.navigation.did_drop_on_bench.connect(self.open)
        rest.desk.menu.bench_pressed.connect(self.go_to)
        rest.launcher.bench_pressed.connect(self.go_to)

    def open(self, folder: Path) -> None:
        """Put a folder on the bench."""
        self._entered().open(folder)

    def go_to(self, folder: Path) -> None:
        """Show the workbench with a folder on it."""
        self._program.navigation.show_place(PLACE)
        self.open(folder)

    def close(self) -> None:
        """End what runs there."""
        if self._workbench is not None:
            self._workbench.close()

    def _on_place_shown(self, place: str) -> None:
        if place == PLACE:
            self._entered()

    def _entered(self) -> Workbench:
        if self._workbench is None:
            # Its modules, watchfiles and the check among them, are no part of an ordinary start.
            from stoa.wiring.workbench import Workbench

            self._workbench = Workbench(self._program, self._rest)
            self._layout.addWidget(self._workbench.page)
        return self._workbench

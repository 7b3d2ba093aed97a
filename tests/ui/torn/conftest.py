"""The whole program over quiet rooms, and a hand that tears rooms off and looks into their windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from shiboken6 import isValid
from tests.ui.shell.conftest import CARDS, RECIPES, WIKI, bundled, start, turns

from stoa.ui.sheet import Sheet

if TYPE_CHECKING:
    from tests.support.quiet_program import QuietProgram

__all__ = ["CARDS", "RECIPES", "WIKI", "Hand", "bundled", "press_key", "start", "turns"]


def press_key(window, keys):
    """Do what a shortcut of a window does."""
    (found,) = [one for one in window.findChildren(QShortcut) if one.key() == QKeySequence(keys)]
    found.activated.emit()


class Hand:
    """Tears off and looks, as a person at the window would."""

    def __init__(self, program: QuietProgram) -> None:
        self.program = program
        self.turns = program.turns

    def tab(self, room):
        return self.program.stage.tabs._tabs[room.caller.room_key]

    def window(self, room):
        """The window of a torn room, or None."""
        return self.program.rooms.faces[room.caller.room_key].window

    def tear(self, room):
        """Tear a room off by its tab's menu, by keyboard; its window."""
        QTest.keyClick(self.tab(room), Qt.Key.Key_Menu)
        (menu,) = [child for child in self.tab(room).children() if child.inherits("QMenu")]
        menu.actions()[0].trigger()
        menu.close()
        self.turns.settle()
        return self.window(room)

    def sheets(self, window):
        return [sheet for sheet in window.findChildren(Sheet) if isValid(sheet) and sheet.isVisible()]

    def sheet(self, window):
        """The one sheet over a window, once it is there."""
        self.turns.until(lambda: self.sheets(window))
        (sheet,) = self.sheets(window)
        return sheet


@pytest.fixture
def hand(start):
    """A hand at a running program."""
    return Hand(start())

"""A window with one room in it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa.shell.room_frame import RoomFrame
from stoa.ui.sheet import open_sheets
from stoa.ui.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QMoveEvent, QPaintEvent, QPixmap, QResizeEvent

    from stoa.ui.theme import Theme

_SIZE = (560, 780)
_MINIMUM = (320, 480)
_SHORTCUTS = (
    ("Ctrl+W", "close"),
    ("Ctrl+R", "reload"),
    ("F5", "reload"),
    ("Alt+Left", "back"),
    ("Ctrl+Q", "quit"),
)


class RoomWindow(QWidget):
    """Frame and notices of a room that was torn off. Its title is the host's; the page has no say in it.

    ``put_back_pressed`` follows the header's button and the closing of the window, ``did_shortcut`` names an action;
    below a question, to close is to ``refuse`` it.
    """

    put_back_pressed = Signal()
    did_shortcut = Signal(str)
    did_move = Signal()

    def __init__(self, theme: Theme, name: str, icon: QPixmap | None) -> None:
        super().__init__()
        self._theme = theme
        self._retired = False
        self.setWindowTitle(self.tr("{0} — Stoa").format(name))
        if icon is not None:
            self.setWindowIcon(QIcon(icon))
        self.setMinimumSize(*_MINIMUM)
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.frame = RoomFrame(theme, self, own_window=True)
        self.frame.header.put_back_pressed.connect(self.put_back_pressed)
        column.addWidget(self.frame)
        self.toast = Toast(theme, self)
        for keys, action in _SHORTCUTS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda action=action: self._on_shortcut(action))
        theme.did_change.connect(self.update)

    def come_forward(self) -> None:
        """Be seen, before everything else."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def retire(self) -> None:
        """Go, without a word: the room is elsewhere or ended. A question that stands here counts as refused."""
        self._retired = True
        for sheet in open_sheets(self):
            sheet.refuse()
        self.hide()

    def state(self) -> str:
        """Size and place, as text."""
        return base64.b64encode(self.saveGeometry().data()).decode()

    def restore(self, state: str) -> None:
        """Take size and place back; what does not fit is ignored by Qt."""
        self.restoreGeometry(QByteArray.fromBase64(state.encode()))

    def moveEvent(self, event: QMoveEvent) -> None:
        """Says so."""
        super().moveEvent(event)
        self.did_move.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says so."""
        super().resizeEvent(event)
        self.did_move.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks for the room to be put back: a window is closed more lightly than an app."""
        if not self._retired:
            self.put_back_pressed.emit()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.color("background"))

    def _on_shortcut(self, action: str) -> None:
        if action == "quit" or not open_sheets(self):
            self.did_shortcut.emit(action)
        elif action == "close":
            self.did_shortcut.emit("refuse")

"""The menu of an open mini-app: what can be done with it, what it was refused, and where to change that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication

from stoa.miniapp.address import Address
from stoa.miniapp.app import Source
from stoa.ui.menu import Menu
from stoa.ui.tokens import SPACE_1, SPACE_2

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from stoa.shell.room_face import RoomFace
    from stoa.shell.sleep_desk import SleepDesk
    from stoa.ui.theme import Theme

_REFUSALS_SHOWN = 6
# A page names what it was refused, as long as it likes; the menu must stay in the window.
_LINE_MAX = 400


class RoomMenu(QObject):
    """Builds and opens the menu. Signals carry the room's face, ``bench_pressed`` the folder.

    ``sleep`` says what it takes and keeps it awake.
    """

    reload_pressed = Signal(object)
    settings_pressed = Signal(object)
    move_pressed = Signal(object)
    bench_pressed = Signal(object)
    link_copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = parent
        self.sleep: SleepDesk | None = None

    def open(self, face: RoomFace, at: QPoint) -> None:
        """Open the menu for a room at a global position."""
        menu = Menu(self._theme, face.window or self._over)
        menu.add(self.tr("Reload"), "reload", lambda: self.reload_pressed.emit(face))
        menu.add(self.tr("Copy link to this page"), "link", lambda: self._copy_link(face))
        if face.window is None:
            menu.add(self.tr("Open in its own window"), "tear-off", lambda: self.move_pressed.emit(face))
        else:
            menu.add(self.tr("Put back as a tab"), "put-back", lambda: self.move_pressed.emit(face))
        if face.app.source is Source.FOLDER:
            menu.add(self.tr("Open in workbench"), "wrench", lambda: self.bench_pressed.emit(face.app.root))
        if self.sleep is not None:
            self._add_sleep(menu, face, self.sleep)
        menu.add(self.tr("Permissions and storage…"), "settings", lambda: self.settings_pressed.emit(face))
        menu.addSeparator()
        if not face.refusals:
            menu.add(self.tr("Nothing was refused"), "shield", enabled=False)
        else:
            title = self.tr("{0} refused:").format(len(face.refusals))
            menu.add(title, "shield", lambda: self.settings_pressed.emit(face))
        for refusal in face.refusals[-_REFUSALS_SHOWN:][::-1]:
            # Two items, since an item has one line: what was refused, and what would change that, or why.
            menu.add(_fitting(menu, refusal.what), "globe-off" if "://" in refusal.what else "lock", enabled=False)
            menu.add(_fitting(menu, refusal.fix or refusal.rule), enabled=False)
        menu.popup(_inside(menu, face.window or self._over, at))

    def _add_sleep(self, menu: Menu, face: RoomFace, sleep: SleepDesk) -> None:
        pinned = sleep.is_pinned(face.app.key)
        switch = lambda: sleep.pin(face.app.key, pinned=not pinned)  # noqa: E731  what the item does
        menu.add(self.tr("Keep awake behind others"), "pin", switch, checked=pinned)
        menu.add(sleep.memory_words(face.key), "lightning", enabled=False)

    def _copy_link(self, face: RoomFace) -> None:
        link = str(Address(face.app.app_id, face.room.path))
        QGuiApplication.clipboard().setText(link)
        self.link_copied.emit(link)


def _inside(menu: Menu, window: QWidget, at: QPoint) -> QPoint:
    """Where the menu opens: at the point, or so far before it that it stays within the window."""
    frame = window.rect().translated(window.mapToGlobal(QPoint()))
    width = menu.sizeHint().width()
    if menu.isRightToLeft():
        return QPoint(max(at.x(), frame.left() + SPACE_2 + width), at.y() + SPACE_1)
    return QPoint(min(at.x(), frame.right() - SPACE_2 - width), at.y() + SPACE_1)


def _fitting(menu: Menu, text: str) -> str:
    """The text, shortened in its middle where it is too wide for a menu."""
    return menu.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _LINE_MAX)

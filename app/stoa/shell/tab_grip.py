"""What takes a room's tab off the stage: pulling it out of the bar, or its menu by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

from stoa.ui.menu import Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from stoa.ui.theme import Theme

# Far enough that a hand that slips while it presses a tab does not tear it off.
TEAR_DISTANCE = 60


def distance(rect: QRect, point: QPoint) -> int:
    """How far a point lies outside a rectangle, along the longer of the two ways; 0 inside."""
    across = max(rect.left() - point.x(), point.x() - rect.right(), 0)
    along = max(rect.top() - point.y(), point.y() - rect.bottom(), 0)
    return max(across, along)


class TabGrip(QObject):
    """Watches one tab of a bar. ``did_tear`` carries the place on the screen where it was let go, or None."""

    did_tear = Signal(object)
    close_pressed = Signal()

    def __init__(self, theme: Theme, tab: QWidget, bar: QWidget) -> None:
        super().__init__(tab)
        self._theme = theme
        self._tab = tab
        self._bar = bar
        self._held = False
        self._away = False
        self._menu: Menu | None = None
        tab.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follows the pointer while the tab is held, and opens the menu."""
        if isinstance(event, QMouseEvent):
            self._follow(event)
        elif isinstance(event, QContextMenuEvent):
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            self._open_menu(event.globalPos() if by_mouse else self._below())
            return True
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return False

    def _follow(self, event: QMouseEvent) -> None:
        kind, at = event.type(), event.globalPosition().toPoint()
        if kind is QEvent.Type.MouseButtonPress:
            self._held = event.button() is Qt.MouseButton.LeftButton
        elif kind is QEvent.Type.MouseMove and self._held:
            place = QRect(self._bar.mapToGlobal(QPoint(0, 0)), self._bar.size())
            self._set_away(away=distance(place, at) > TEAR_DISTANCE)
        elif kind is QEvent.Type.MouseButtonRelease and self._held:
            torn, self._held = self._away, False
            self._set_away(away=False)
            if torn:
                self.did_tear.emit(at)

    def _set_away(self, *, away: bool) -> None:
        if away is not self._away:
            self._away = away
            self._tab.setCursor(Qt.CursorShape.DragMoveCursor if away else Qt.CursorShape.PointingHandCursor)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._away:
            self._held = False
            self._set_away(away=False)
            return True
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted):
            self._open_menu(self._below())
            return True
        return False

    def _below(self) -> QPoint:
        corner = self._tab.rect().bottomRight() if self._tab.isRightToLeft() else self._tab.rect().bottomLeft()
        return self._tab.mapToGlobal(corner)

    def _open_menu(self, at: QPoint) -> None:
        # A key may bring both itself and, made of it, the request for a menu.
        if self._menu is not None:
            return
        menu = self._menu = Menu(self._theme, self._tab)
        menu.add(self.tr("Open in its own window"), "tear-off", lambda: self.did_tear.emit(None))
        menu.add(self.tr("Close"), "close", self.close_pressed.emit)
        menu.aboutToHide.connect(self._on_menu_closed)
        menu.popup(at)

    def _on_menu_closed(self) -> None:
        self._menu = None

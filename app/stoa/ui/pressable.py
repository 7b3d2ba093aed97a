"""The base of everything that can be pressed: hover that fades, a focus ring by keyboard only, Enter like Space."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, Qt, QVariantAnimation
from PySide6.QtWidgets import QAbstractButton, QWidget

from stoa.ui.painting import paint_ring
from stoa.ui.tokens import MOTION_SHORT, RADIUS_CONTROL

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter

    from stoa.ui.theme import Theme

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Pressable(QAbstractButton):
    """A button without a look: subclasses paint it, and read ``hover`` (0 to 1) and ``ringed`` while doing so."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._hover = 0.0
        self._ringed = False
        self._fade: QVariantAnimation | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if name:
            self.setAccessibleName(name)
        theme.did_change.connect(self._on_theme_changed)

    @property
    def hover(self) -> float:
        """How far the hover look has faded in, 0 to 1."""
        return self._hover if self.isEnabled() else 0.0

    @property
    def ringed(self) -> bool:
        """Whether the focus came by keyboard and the ring shows."""
        return self._ringed and self.hasFocus()

    @property
    def mirrored(self) -> bool:
        """Whether the language reads from right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def take_focus(self) -> None:
        """Focuses as if by keyboard, so that the ring shows: for focus moved by arrow keys or a shortcut."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paint_focus(self, painter: QPainter, radius: float = RADIUS_CONTROL) -> None:
        """Draws the focus ring along the edge when it is due."""
        if self.ringed:
            paint_ring(painter, self.rect().toRectF(), radius, self.theme.tokens.accent)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Fades the hover look in."""
        self._fade_to(1.0)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Fades the hover look out."""
        self._fade_to(0.0)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remembers whether the focus came by keyboard; coming back to the window keeps what was."""
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ringed = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes down."""
        self._take_first(super().mousePressEvent, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Comes up, and tells of it before it looks so."""
        self._take_first(super().mouseReleaseEvent, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Presses on Enter as well as on Space; leaves arrows to what it stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        if event.key() in _ARROWS:
            # Qt would walk all buttons of the same parent; grids and segments know better.
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Shows the hand only where a press does something."""
        if event.type() is QEvent.Type.EnabledChange:
            shape = Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
        super().changeEvent(event)

    def _take_first(self, take: Callable[[QMouseEvent], None], event: QMouseEvent) -> None:
        """Take an event, and paint with all else that it changes.

        Qt paints a button within the event, before it tells that it was pressed: 2 ms as it goes down, and as many as
        it comes up.
        """
        self.setUpdatesEnabled(False)
        try:
            take(event)
        finally:
            if shiboken6.isValid(self):
                self.setUpdatesEnabled(True)

    def _fade_to(self, target: float) -> None:
        duration = self.theme.milliseconds(MOTION_SHORT)
        if self._fade is not None:
            self._fade.stop()
        if duration == 0 or not self.isVisible():
            self._set_hover(target)
            return
        if self._fade is None:
            self._fade = QVariantAnimation(self)
            self._fade.valueChanged.connect(self._set_hover)
        self._fade.setDuration(duration)
        self._fade.setStartValue(self._hover)
        self._fade.setEndValue(target)
        self._fade.start()

    def _set_hover(self, value: float) -> None:
        self._hover = float(value)
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

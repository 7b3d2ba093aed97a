"""Lets the caret of a field stand still, and be seen, once nobody has typed for a while.

Each blink wakes the window's thread and paints the field: a search that was left with the focus took 0.25 % of a
processor, five times what everything else takes at rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# As long as fields of GTK blink (``gtk-cursor-blink-timeout``).
STILL_AFTER_MS = 10_000
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress})


class StillCaret(QObject):
    """Watches one field, which is its parent. A key or a press there, or the focus, lets the caret blink again."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._is_still = False
        self._timer = QTimer(self, singleShot=True, interval=STILL_AFTER_MS)
        self._timer.timeout.connect(self._stand_still)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notes what is done in the field."""
        kind = event.type()
        if kind in _TOUCHES:
            self._blink()
            self._timer.start()
        elif kind is QEvent.Type.FocusIn:
            # It blinks by itself now.
            self._is_still = False
            self._timer.start()
        elif kind is QEvent.Type.FocusOut:
            self._timer.stop()
        return False

    def _stand_still(self) -> None:
        # Fields begin and end to blink when they hear that the time of a blink has changed; there is no other way to
        # tell one. It is changed for this moment only: a page that is opened now takes over what it finds.
        hints = QGuiApplication.styleHints()
        milliseconds = hints.cursorFlashTime()
        self._is_still = True
        hints.setCursorFlashTime(0)
        with QSignalBlocker(hints):
            hints.setCursorFlashTime(milliseconds)

    def _blink(self) -> None:
        if not self._is_still:
            return
        self._is_still = False
        hints = QGuiApplication.styleHints()
        milliseconds = hints.cursorFlashTime()
        with QSignalBlocker(hints):
            hints.setCursorFlashTime(0)
        hints.setCursorFlashTime(milliseconds)

"""Tells which of some widgets the person is about to press: pointer or keyboard rest on it, or a button went down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

REST_MS = 100


class HoverWatch(QObject):
    """Emits ``did_rest(key)`` once a watched widget was hovered or focused for 100 ms, or is being pressed.

    A click counts when the button comes up again, which takes people some 100 ms more.
    """

    did_rest = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keys: dict[QObject, str] = {}
        self._key = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)
        self.timer.timeout.connect(lambda: self.did_rest.emit(self._key))

    def watch(self, widget: QWidget, key: str) -> None:
        """Watches a widget until it is deleted."""
        self._keys[widget] = key
        widget.installEventFilter(self)
        widget.destroyed.connect(lambda: self._keys.pop(widget, None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Starts and stops the wait."""
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn) and watched in self._keys:
            self._key = self._keys[watched]
            self.timer.start(REST_MS)
        elif kind is QEvent.Type.MouseButtonPress and self._is_first_button(event) and watched in self._keys:
            # Not now: the widget is yet to show that it is pressed.
            self._key = self._keys[watched]
            self.timer.start(0)
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut) and self._keys.get(watched) == self._key:
            self.timer.stop()
        return False

    @staticmethod
    def _is_first_button(event: QEvent) -> bool:
        return isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton

"""Tells which of some widgets the person is about to press: the pointer rests on it, or the keyboard does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

REST_MS = 100


class HoverWatch(QObject):
    """Emits ``did_rest(key)`` once a watched widget was hovered or focused for 100 ms."""

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
            self.timer.start()
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut) and self._keys.get(watched) == self._key:
            self.timer.stop()
        return False

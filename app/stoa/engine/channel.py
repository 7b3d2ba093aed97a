"""The one object on a room's web channel: one slot, two signals, strings only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal, Slot


class RoomChannel(QObject):
    """Passes messages between the relay and the gate.

    ``admits`` says whether the room's page is where it belongs, right now: a renderer that has been taken over can
    speak here without the relay. ``receive_raw(raw, reply)`` is the gate, bound to the room's caller.
    """

    answered = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        admits: Callable[[], bool],
        receive_raw: Callable[[str, Callable[[str], None]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._admits = admits
        self._receive_raw = receive_raw
        self._open = True

    @Slot(str)
    def receive(self, raw: str) -> None:
        """Take one message from the page."""
        if self._open and self._admits():
            self._receive_raw(raw, self._answer)

    def tell(self, text: str) -> None:
        """Send one event to the page."""
        if self._open:
            self.told.emit(text)

    def close(self) -> None:
        """Say nothing more, whatever answers are still on their way."""
        self._open = False

    def event(self, event: QEvent) -> bool:
        """Swallow deferred deletion: a page can invoke ``deleteLater`` by name, and the host would crash later."""
        return True if event.type() == QEvent.Type.DeferredDelete else super().event(event)

    def _answer(self, text: str) -> None:
        if self._open:
            self.answered.emit(text)

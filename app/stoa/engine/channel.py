"""The one object on a room's web channel: one slot, two signals, strings only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

# The relay sends a UUID.
_DOCUMENT_MAX_CHARS = 64
# What is kept of a document that the host does not know of yet: a page's first calls.
_EARLY_MAX, _EARLY_MAX_CHARS = 16, 64 * 1024
# What a document is told that has come; one that is told nothing says again that it is there.
HERE = "here"


class RoomChannel(QObject):
    """Passes messages between the relay and the gate.

    Every message names the document it belongs to, which the relay makes up at its start: what was asked by one
    document is never answered to the next one. ``admits`` says whether the room's page is where it belongs, right
    now: a renderer that has been taken over can speak here without the relay. ``arrived`` is called when a new
    document speaks for the first time. ``receive_raw(raw, reply)`` is the gate, bound to the room's caller.

    A document may speak before the engine tells that it is there (measured: 6 of 250 that follow an empty page on a
    busy machine). What it says then is kept, and taken when the same document speaks again; others are forgotten.
    """

    answered = Signal(str, str)
    told = Signal(str, str)

    def __init__(
        self,
        admits: Callable[[], bool],
        arrived: Callable[[], None],
        receive_raw: Callable[[str, Callable[[str], None]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._admits = admits
        self._arrived = arrived
        self._receive_raw = receive_raw
        self._document = ""
        self._early: list[tuple[str, str]] = []
        self._open = True

    @Slot(str, str, result=str)
    def receive(self, document: str, raw: str) -> str:
        """Take one message from a document; an empty one only says that it is there, and is told ``HERE``.

        Gives the answer where it is there at once: the engine sends something back for every call anyway, and a
        message less is a fifth of a round trip. Later answers come by ``answered``.
        """
        if not self._open or not 0 < len(document) <= _DOCUMENT_MAX_CHARS:
            return ""
        if not self._admits():
            self._keep(document, raw)
            return ""
        if document != self._document:
            self._document = document
            self._arrived()
        if self._early:
            self._take_early(document)
        if not raw:
            return HERE
        at_once: list[str] = []
        is_later = False

        def reply(text: str) -> None:
            if is_later:
                self._answer(document, text)
            else:
                at_once.append(text)

        self._receive_raw(raw, reply)
        is_later = True
        return at_once[0] if at_once and self._open else ""

    def tell(self, text: str) -> None:
        """Send one event to the page."""
        if self._open:
            self.told.emit(self._document, text)

    def close(self) -> None:
        """Say nothing more, whatever answers are still on their way."""
        self._open = False

    def event(self, event: QEvent) -> bool:
        """Swallow deferred deletion: a page can invoke ``deleteLater`` by name, and the host would crash later."""
        return True if event.type() == QEvent.Type.DeferredDelete else super().event(event)

    def _keep(self, document: str, raw: str) -> None:
        size = len(raw) + sum(len(kept) for _, kept in self._early)
        if raw and len(self._early) < _EARLY_MAX and size <= _EARLY_MAX_CHARS:
            self._early.append((document, raw))

    def _take_early(self, document: str) -> None:
        early, self._early = self._early, []
        for sender, raw in early:
            if sender == document:
                self._receive_raw(raw, lambda text: self._answer(document, text))

    def _answer(self, document: str, text: str) -> None:
        if self._open:
            self.answered.emit(document, text)

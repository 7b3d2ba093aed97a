"""Finds a renderer that hangs: Chromium gives no signal, so the host asks it to answer now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from stoa.engine.view import PRESSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.view import RoomView

# Two beats and a bit: the person is asked about five seconds after a page stops answering.
BEAT_MS = 2000
MISSED_BEATS = 2
# A page whose renderer did nothing at all since the last answer cannot have begun to hang. This is for one that stands
# still by no act of its own. Measured: a question and its answer take 1.7 ms of all processes, most of it for waking
# them, which was a quarter of what ten rooms at rest take.
BEAT_AT_REST_MS = 60_000
_TOUCHES = PRESSES | {QEvent.Type.Wheel}


class Watchdog(QObject):
    """Sends a heartbeat into the page while watching; ``did_hang`` once per hang, ``did_recover`` when it answers.

    A page that has answered while it did nothing is asked seldom, until it works again (``rouse``, or a little at a
    ``look``), owes an answer, or the person does something in it. ``rest_ns`` gives what its renderer has worked so
    far, in nanoseconds, while it does nothing and would be heard to begin to work hard; None otherwise.
    """

    did_hang = Signal()
    did_recover = Signal()

    def __init__(
        self, page: QWebEnginePage, view: RoomView, rest_ns: Callable[[], int | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._view = page, view
        self._rest_ns = rest_ns
        # What the renderer had worked when it answered last.
        self._answered_ns: int | None = None
        self._watch = 0
        self._missed = 0
        self._hung = False
        self._is_easy = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ask)

    def watch(self) -> None:
        """Begin, or begin anew."""
        self.rest()
        self._beat_every(BEAT_MS, Qt.TimerType.CoarseTimer)

    def rest(self) -> None:
        """Stop: a hidden or sleeping page owes no answer, and one that still comes says nothing about now."""
        self._watch += 1
        self._missed = 0
        self._hung = self._is_easy = False
        self._timer.stop()

    def rouse(self) -> None:
        """The page works: what it does may be the beginning of a hang."""
        if self._is_easy:
            self._is_easy = False
            self._beat_every(BEAT_MS, Qt.TimerType.CoarseTimer)

    def look(self) -> None:
        """Ask a page at rest whose renderer did something since it answered, too little to be heard: it may hang now.

        A little of that may be the end of the answer itself. Then it is asked once more than it had to be.
        """
        if self._is_easy and self._rest_ns() != self._answered_ns:
            self.ask()

    def ask(self) -> None:
        """Send a heartbeat, and say that the page hangs when it owes too many answers."""
        self.rouse()
        if self._missed >= MISSED_BEATS and not self._hung:
            self._hung = True
            self.did_hang.emit()
        self._missed += 1
        watch = self._watch
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
        self._page.runJavaScript("1", world, lambda result: self._on_answer(watch, result))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask a page that is touched at once: the person waits for it now."""
        if not self._is_easy:
            watched.removeEventFilter(self)
        elif event.type() in _TOUCHES:
            self.ask()
        return False

    def _beat_every(self, milliseconds: int, kind: Qt.TimerType) -> None:
        self._timer.setTimerType(kind)
        self._timer.start(milliseconds)

    def _be_easy(self) -> None:
        # What the engine draws in. Another one comes with another document only, which works to be there.
        if (drawn := self._view.canvas) is not None:
            self._is_easy = True
            drawn.installEventFilter(self)
            self._beat_every(BEAT_AT_REST_MS, Qt.TimerType.VeryCoarseTimer)

    def _on_answer(self, watch: int, result: object) -> None:
        # When a renderer ends, the engine answers for it, with nothing.
        if watch != self._watch or result != 1:
            return
        self._missed = 0
        if self._hung:
            self._hung = False
            self.did_recover.emit()
        self._answered_ns = self._rest_ns()
        if not self._is_easy and self._answered_ns is not None:
            self._be_easy()

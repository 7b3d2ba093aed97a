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
# A page that hangs without working (it waits for an answer that never comes) and that nobody touches hides nothing
# from anybody. Measured: a question and its answer take 1.3 ms of all processes, most of which is waking them.
BEAT_AT_REST_MS = 10_000
_TOUCHES = PRESSES | {QEvent.Type.Wheel}


class Watchdog(QObject):
    """Sends a heartbeat into the page while watching; ``did_hang`` once per hang, ``did_recover`` when it answers.

    A page that has answered while it did nothing is asked seldom, until it works again (``rouse``), owes an answer, or
    the person does something in it. ``rests`` tells whether it does nothing, and would be heard to begin.
    """

    did_hang = Signal()
    did_recover = Signal()

    def __init__(self, page: QWebEnginePage, view: RoomView, rests: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._view = page, view
        self._rests = rests
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
        if not self._is_easy and self._rests():
            self._be_easy()

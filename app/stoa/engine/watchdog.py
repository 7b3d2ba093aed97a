"""Finds a renderer that hangs: Chromium gives no signal, so the host asks it to answer now and then."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

# Two beats and a bit: the person is asked about five seconds after a page stops answering.
BEAT_MS = 2000
MISSED_BEATS = 2


class Watchdog(QObject):
    """Sends a heartbeat into the page while watching; ``did_hang`` once per hang, ``did_recover`` when it answers."""

    did_hang = Signal()
    did_recover = Signal()

    def __init__(self, page: QWebEnginePage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._watch = 0
        self._missed = 0
        self._hung = False
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)

    def watch(self) -> None:
        """Begin, or begin anew."""
        self.rest()
        self._timer.start()

    def rest(self) -> None:
        """Stop: a hidden or sleeping page owes no answer, and one that still comes says nothing about now."""
        self._watch += 1
        self._missed = 0
        self._hung = False
        self._timer.stop()

    def _on_beat(self) -> None:
        if self._missed >= MISSED_BEATS and not self._hung:
            self._hung = True
            self.did_hang.emit()
        self._missed += 1
        watch = self._watch
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
        self._page.runJavaScript("1", world, lambda result: self._on_answer(watch, result))

    def _on_answer(self, watch: int, result: object) -> None:
        # When a renderer ends, the engine answers for it, with nothing.
        if watch != self._watch or result != 1:
            return
        self._missed = 0
        if self._hung:
            self._hung = False
            self.did_recover.emit()

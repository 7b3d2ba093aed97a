"""Keeps the host's scripts in a room's page through its crashes, and tells when a document is there with them.

The engine hands a page's scripts to each new renderer. When a renderer ends a moment after its page was there, it
sometimes hands them to the one that is gone: the next document then has no relay, and nothing tells. Measured with
rooms whose renderer ended twice in a row: 3 to 7 of 80 documents; when the scripts are handed over once more at the
start of the load, none.

The engine also numbers scripts with eight bits, from the first one of the program on, and of two with one number a page
runs the later: a script that several pages share is lost to every 256th of them. ``fit`` makes all scripts of a page
anew, one after the other.

And it may lose the end of a load. Where a document ends while the next one is on its way to the same renderer, the end
is told, and for the next document neither start nor end. So the end of a load says nothing of a document: it is asked
itself, and what is asked then reaches the next one, whose scripts may not have had their turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEngineScript

from stoa.engine.relay import isolated_script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWebEngineCore import QWebEnginePage

    from stoa.engine.page import RoomPage

# No element of a page can pass for a boolean.
_MARK = "var stoaIsFitted = true;"
_EARLY = "early"
_IS_FITTED = (
    f"performance.timing.loadEventEnd ? typeof stoaIsFitted === 'boolean' && typeof qt === 'object' : '{_EARLY}'"
)
# A document that is still on its way when it is asked is asked again, as nobody tells of its end.
_AGAIN_MS = 20


def fit(page: QWebEnginePage, scripts: Iterable[QWebEngineScript]) -> None:
    """Put scripts into a page beside those that it has, in a way that none of them takes the place of another."""
    collection = page.scripts()
    anew = [_anew(script) for script in (*collection.toList(), *scripts)]
    collection.clear()
    collection.insert(anew)


def _anew(script: QWebEngineScript) -> QWebEngineScript:
    made = QWebEngineScript()
    made.setName(script.name())
    made.setSourceCode(script.sourceCode())
    made.setInjectionPoint(script.injectionPoint())
    made.setWorldId(script.worldId())
    made.setRunsOnSubFrames(script.runsOnSubFrames())
    return made


class Fittings(QObject):
    """Puts scripts into a page, and again after its renderer has ended.

    ``did_miss`` comes when a document was loaded without them all the same: they are in place for the next one, which
    has to be loaded by whoever listens. It comes once until a document has them. ``did_end`` comes when every
    other load has ended: with a document of the mini-app, or with none.
    """

    did_miss = Signal()
    did_end = Signal()

    def __init__(self, page: RoomPage, scripts: Iterable[QWebEngineScript], parent: QObject) -> None:
        super().__init__(parent)
        mark = isolated_script("stoa-mark", _MARK)
        self._page = page
        self._world = mark.worldId()
        self._is_lost = False
        self._has_told = False
        self._load = 0
        # The page's: it ends before this does.
        self._again = QTimer(page)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.look)
        fit(page, [*scripts, mark])
        page.renderProcessTerminated.connect(self._on_renderer_terminated)
        page.loadStarted.connect(self._on_load_started)
        page.loadFinished.connect(self._on_load_finished)

    def begin(self) -> None:
        """A load is about to be asked for: answers to what was asked before are of no document of it."""
        self._load += 1

    def look(self) -> None:
        """Ask the document that is there; one that has not come to its end is asked again."""
        load = self._load
        self._page.runJavaScript(_IS_FITTED, self._world, lambda answer: self._on_answer(load, answer))

    def _on_renderer_terminated(self) -> None:
        self._is_lost = True
        self._again.stop()

    def _on_load_started(self) -> None:
        # Not as soon as the renderer has ended: that goes to the one that is gone, too.
        if self._is_lost:
            self._is_lost = False
            fit(self._page, [])

    def _on_load_finished(self, ok: bool) -> None:  # noqa: FBT001  Qt's signature
        if not ok:
            self.did_end.emit()
        elif self._page.is_home():
            self.look()

    def _on_answer(self, load: int, is_fitted: object) -> None:
        if load != self._load:
            return
        if is_fitted == _EARLY:
            self._again.start()
            return
        if is_fitted is False:
            fit(self._page, [])
        # Nothing at all is the engine's own answer for a renderer that has ended.
        if not isinstance(is_fitted, bool) or not self._page.is_of_the_app():
            return
        has_told, self._has_told = self._has_told, not is_fitted
        if is_fitted or has_told:
            self.did_end.emit()
        else:
            self.did_miss.emit()

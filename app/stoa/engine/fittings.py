"""Keeps the host's scripts in a room's page through its crashes.

The engine hands a page's scripts to each new renderer. When a renderer ends a moment after its page was there, it
sometimes hands them to the one that is gone: the next document then has no relay, and nothing tells. Measured with
rooms whose renderer ended twice in a row: 3 to 7 of 80 documents; when the scripts are handed over once more at the
start of the load, none.

The engine also numbers scripts with eight bits, from the first one of the program on, and of two with one number a page
runs the later: a script that several pages share is lost to every 256th of them. ``fit`` makes all scripts of a page
anew, one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWebEngineCore import QWebEngineScript

from stoa.engine.relay import isolated_script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWebEngineCore import QWebEnginePage

    from stoa.engine.page import RoomPage

# No element of a page can pass for a boolean.
_MARK = "var stoaIsFitted = true;"
_IS_FITTED = "typeof stoaIsFitted === 'boolean' && typeof qt === 'object'"


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
    has to be loaded by whoever listens. It comes once until a document has them.
    """

    did_miss = Signal()

    def __init__(self, page: RoomPage, scripts: Iterable[QWebEngineScript], parent: QObject) -> None:
        super().__init__(parent)
        mark = isolated_script("stoa-mark", _MARK)
        self._page = page
        self._world = mark.worldId()
        self._is_lost = False
        self._has_told = False
        fit(page, [*scripts, mark])
        page.renderProcessTerminated.connect(self._on_renderer_terminated)
        page.loadStarted.connect(self._on_load_started)
        page.loadFinished.connect(self._on_load_finished)

    def _on_renderer_terminated(self) -> None:
        self._is_lost = True

    def _on_load_started(self) -> None:
        # Not as soon as the renderer has ended: that goes to the one that is gone, too.
        if self._is_lost:
            self._is_lost = False
            fit(self._page, [])

    def _on_load_finished(self, ok: bool) -> None:  # noqa: FBT001  Qt's signature
        if ok and self._page.is_home():
            self._page.runJavaScript(_IS_FITTED, self._world, self._on_answer)

    def _on_answer(self, is_fitted: object) -> None:
        # Nothing at all is the engine's own answer for a renderer that has ended.
        if is_fitted is True:
            self._has_told = False
        elif is_fitted is False:
            fit(self._page, [])
            if not self._has_told and self._page.is_of_the_app():
                self._has_told = True
                self.did_miss.emit()

"""What is kept of a discarded page, in memory and for this room alone: places, the text of its forms, state, and look.

The page's side is ``keepsake.js``, run in the isolated world. What comes back from there is only bounded here and
handed to the same room again: a renderer that was taken over can at most confuse its own next page.

How the page looked is kept only where it says that nothing is filled in that is never kept: as it is left, which is
what the picture shows, and again as it falls asleep.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from stoa.engine.fittings import fit
from stoa.engine.last_look import LOOK_MAX_BYTES, LastLook
from stoa.engine.relay import isolated_script
from stoa.engine.stillness import Stillness

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.view import RoomView

KEPT_MAX_CHARS = 512 * 1024
_BEGIN = "stoa-keepsake"
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
# How often a page that came back is asked whether it has drawn that, which takes it two frames.
_ASK_EVERY_MS = 8


class Keepsake(QObject):
    """Asks a page what to keep before it sleeps, and gives it back once the page was loaded again. Ends with it.

    ``look`` is how a discarded page was left, until somebody forgets it; ``did_change`` tells that it is gone, or that
    ``is_awaited`` changed: whether what was kept is still to be drawn under it.
    """

    did_change = Signal()

    def __init__(self, page: QWebEnginePage, view: RoomView) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self._kept = ""
        self._is_due = False
        self._may_be_seen = False
        self.look: LastLook | None = None
        self.is_awaited = False
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_ASK_EVERY_MS)
        self._asking.timeout.connect(self._ask_whether_drawn)
        page.loadFinished.connect(self._on_load_finished)
        page.visibleChanged.connect(self._on_visible_changed)

    @property
    def size(self) -> int:
        """How many characters are kept."""
        return len(self._kept)

    def leave(self) -> None:
        """The page, which is seen, is about to be hidden. One that is under its last look still is not seen."""
        if self.look is None and self._view.take_look():
            self._may_be_seen = False
            self._page.runJavaScript(f"{_script()}.holdsBack()", _WORLD, self._on_told)

    def ask(self, done: Callable[[], None]) -> None:
        """Keep what the page has now; ``done`` is called with it kept, and never where the page does not answer."""

        def on_answer(answer: object) -> None:
            text = answer if isinstance(answer, str) and len(answer) <= KEPT_MAX_CHARS else ""
            self._kept = text[1:]
            self._may_be_seen = self._may_be_seen and text.startswith("0")
            done()

        self._page.runJavaScript(f"{_script()}.keep()", _WORLD, on_answer)

    def discard(self) -> None:
        """The renderer is about to end: how the page looked stays if that is small, and shows nothing held back."""
        # One that woke unseen has another only from the time before that.
        look = self._view.look or self.look
        self.forget_look()
        if look is not None and look.size <= LOOK_MAX_BYTES and self._may_be_seen and self._kept:
            self.look, self.is_awaited = look, True

    def return_after_load(self) -> None:
        """The page is about to be loaded as it was."""
        self._is_due = True
        if self._kept:
            fit(self._page, [isolated_script(_BEGIN, self._call("begin"))])

    def forget(self) -> None:
        """The page goes elsewhere, or is to begin anew."""
        self._forget_text()
        self.forget_look()

    def forget_look(self) -> None:
        """Forget how the page looked: it is seen, or would look otherwise now."""
        self._asking.stop()
        self._view.look = None
        look, self.look, self.is_awaited = self.look, None, False
        if look is not None:
            self.did_change.emit()

    def _on_told(self, holds_back: object) -> None:
        self._may_be_seen = holds_back is False

    def _on_load_finished(self, ok: bool) -> None:  # noqa: FBT001  Qt's signature
        if self._is_due and ok:
            if self._kept:
                self._page.runJavaScript(self._call("giveBack"), _WORLD, self._on_given_back)
            self._forget_text()

    def _on_visible_changed(self, visible: bool) -> None:  # noqa: FBT001  Qt's signature
        # Unseen, a page that is there draws nothing.
        if visible and self.is_awaited and not self._is_due:
            self._asking.start()

    def _on_given_back(self, _answer: object) -> None:
        if self.is_awaited:
            self._ask_whether_drawn()

    def _ask_whether_drawn(self) -> None:
        if self._page.isVisible():
            self._page.runJavaScript("globalThis.stoaIsBack", _WORLD, self._on_answered)

    def _on_answered(self, is_drawn: object) -> None:
        if not self.is_awaited:
            return
        if is_drawn is True and (canvas := self._view.canvas) is not None:
            Stillness(canvas, self).did_come.connect(self._on_drawn)
        else:
            # One that does not answer is not asked again; whoever shows its look knows how long.
            self._asking.start()

    def _on_drawn(self) -> None:
        if self.is_awaited:
            self.is_awaited = False
            self.did_change.emit()

    def _call(self, name: str) -> str:
        return f"{_script()}.{name}({json.dumps(self._kept)})"

    def _forget_text(self) -> None:
        self._kept, self._is_due = "", False
        scripts = self._page.scripts()
        for script in scripts.find(_BEGIN):
            scripts.remove(script)


@cache
def _script() -> str:
    """An expression; what it makes leaves but one mark behind in the isolated world."""
    return Path(__file__).with_name("keepsake.js").read_text(encoding="utf-8").rstrip()

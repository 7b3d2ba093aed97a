"""What is kept of a discarded page, in memory and for this room alone: places, the text of its forms, its state.

The page's side is ``keepsake.js``, run in the isolated world. What comes back from there is only bounded here and
handed to the same room again: a renderer that was taken over can at most confuse its own next page.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from stoa.engine.fittings import fit
from stoa.engine.relay import isolated_script

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT_MAX_CHARS = 512 * 1024
_BEGIN = "stoa-keepsake"
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value


class Keepsake(QObject):
    """Asks a page what to keep before it sleeps, and gives it back once the page was loaded again. Ends with it."""

    def __init__(self, page: QWebEnginePage) -> None:
        super().__init__(page)
        self._page = page
        self._kept = ""
        self._is_due = False
        page.loadFinished.connect(self._on_load_finished)

    @property
    def size(self) -> int:
        """How many characters are kept."""
        return len(self._kept)

    def ask(self, done: Callable[[], None]) -> None:
        """Keep what the page has now; ``done`` is called with it kept, and never where the page does not answer."""

        def on_answer(answer: object) -> None:
            self._kept = answer if isinstance(answer, str) and len(answer) <= KEPT_MAX_CHARS else ""
            done()

        self._page.runJavaScript(f"{_script()}.keep()", _WORLD, on_answer)

    def return_after_load(self) -> None:
        """The page is about to be loaded as it was."""
        self._is_due = True
        if self._kept:
            fit(self._page, [isolated_script(_BEGIN, self._call("begin"))])

    def forget(self) -> None:
        """The page goes elsewhere, or is to begin anew."""
        self._kept, self._is_due = "", False
        scripts = self._page.scripts()
        for script in scripts.find(_BEGIN):
            scripts.remove(script)

    def _on_load_finished(self, ok: bool) -> None:  # noqa: FBT001  Qt's signature
        if self._is_due and ok:
            if self._kept:
                self._page.runJavaScript(self._call("giveBack"), _WORLD)
            self.forget()

    def _call(self, name: str) -> str:
        return f"{_script()}.{name}({json.dumps(self._kept)})"


@cache
def _script() -> str:
    """An expression: what it makes leaves nothing behind in the isolated world."""
    return Path(__file__).with_name("keepsake.js").read_text(encoding="utf-8").rstrip()

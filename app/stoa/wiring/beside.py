"""Imports modules in a second thread, while the first one waits for the engine or for a page."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Python lets a thread go on for 5 ms while another one waits for its turn; what the first one does is worth more.
_TURN_SECONDS = 0.0005


class ImportsBeside:
    """Imports ``names`` in turn. What fails is told by whoever imports it then.

    Modules that need Qt may be among them, as ours make classes and values when they are imported, and no objects that
    would belong to a thread.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._turn = sys.getswitchinterval()
        self._thread = threading.Thread(target=self._import, name="imports", daemon=True)

    def start(self) -> None:
        """Begin."""
        sys.setswitchinterval(_TURN_SECONDS)
        self._thread.start()

    def wait(self) -> None:
        """Return when all of them are there."""
        self._thread.join()
        sys.setswitchinterval(self._turn)

    def run(self, meanwhile: Callable[[], None]) -> None:
        """Begin, and call ``meanwhile`` until all of them are there."""
        self.start()
        while self._thread.is_alive():
            meanwhile()
        self.wait()

    def _import(self) -> None:
        for name in self._names:
            with suppress(Exception):
                import_module(name)

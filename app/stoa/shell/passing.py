"""Lets a page that was let go have the window's thread first: that all of it is there, the engine says through that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

# What the window shows of a room takes it 12 ms, and the engine hands the end of a page on within 2 (decision 0024).
_PASSING_MS = 2


class Passing(QObject):
    """Does one thing after the page has gone by, or before anything that must find it done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._act: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PASSING_MS)
        self._timer.timeout.connect(self.catch_up)

    @property
    def is_awaited(self) -> bool:
        """Whether something is left to do."""
        return self._act is not None

    def then(self, act: Callable[[], None]) -> None:
        """Do this when the page has gone by, and what was left to do before that now."""
        self.catch_up()
        self._act = act
        self._timer.start()

    def catch_up(self) -> None:
        """Do what is left to do."""
        self._timer.stop()
        act, self._act = self._act, None
        if act is not None:
            act()

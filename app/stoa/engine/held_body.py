"""The body of an answer that comes when it is let go, and not before."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader
    from pathlib import Path

# The engine knows the device only; without this Python would forget what it does before the engine is through with it.
_alive: set[HeldBody] = set()


class HeldBody(QIODevice):
    """A file that has nothing to read until ``let_go``, and then all of it.

    ``find`` is asked then which file it is; what is not there any more is empty. The engine reads in a thread of its
    own. Not sequential: of a sequential device the engine never takes the end.
    """

    def __init__(self, find: Callable[[], Path | None], parent: QObject) -> None:
        super().__init__(parent)
        self._find = find
        self._file: BufferedReader | None = None
        self._is_held = True
        _alive.add(self)
        # A room that ends meanwhile takes it along without having closed it.
        self.destroyed.connect(lambda: self._forget())  # noqa: PLW0108  a method of what is destroyed is not called
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def let_go(self) -> None:
        """Give the text, from now on. Nobody wants it any more where the engine has closed the device."""
        if not self.isOpen():
            return
        path = self._find()
        with suppress(OSError):
            self._file = None if path is None else path.open("rb")
        self._is_held = False
        self.readyRead.emit()

    def atEnd(self) -> bool:
        """Whether all was read."""
        return not self._is_held and (self._file is None or not self._file.peek(1))

    def readData(self, most: int) -> bytes:
        """Nothing yet, or the next bytes."""
        return b"" if self._file is None else self._file.read(most)

    def close(self) -> None:
        """Let the file go too."""
        self._close_file()
        super().close()

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _forget(self) -> None:
        _alive.discard(self)
        self._close_file()

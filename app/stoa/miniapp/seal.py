"""Whether the files of an installed mini-app are still those that its author signed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from stoa.miniapp.signed import mark

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.miniapp.signed import Signed

_CHUNK_BYTES = 1024 * 1024
_Stamp = tuple[int, int, int, int]


class Seal:
    """The signed files of one mini-app, and where they are. May be asked from several threads.

    A file is read and hashed once for each start of the program; from then on its size and times are compared, of
    which no ordinary program can set back the time of the last change of status.
    """

    def __init__(self, root: Path, signed: Signed) -> None:
        self.signed = signed
        self._root = root
        self._stamps: dict[str, _Stamp] = {}

    @property
    def is_read(self) -> bool:
        """Whether every file was once read and found whole: from then on only what changed is read."""
        return len(self._stamps) == len(self.signed.files)

    def holds(self, path: Path) -> bool:
        """Whether the file ``path``, with no link in it, is one of the signed files and as it was signed."""
        try:
            name = unicodedata.normalize("NFC", path.relative_to(self._root).as_posix())
        except ValueError:
            return False
        return name in self.signed.files and self._is_whole(name, path)

    def broken(self) -> str | None:
        """The first signed file that is missing or changed, or None. What is there besides is never served."""
        return next((name for name in self.signed.files if not self._is_whole(name, self._root / name)), None)

    def _is_whole(self, name: str, path: Path) -> bool:
        signed = self.signed.files[name]
        try:
            # The stamp before the contents: what changes while they are read has another stamp the next time.
            status = path.stat()
            stamp = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
            if self._stamps.get(name) == stamp:
                return True
            if status.st_size != signed.size:
                return False
            with path.open("rb") as file:
                is_whole = mark(iter(lambda: file.read(_CHUNK_BYTES), b"")) == signed
        except OSError:
            return False
        if is_whole:
            self._stamps[name] = stamp
        return is_whole

"""A package before it is trusted: zip bytes in, a verified archive or a ``PackageError`` out. Writes nothing."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from stoa.miniapp.errors import PackageError
from stoa.miniapp.naming import collision, name_problem
from stoa.miniapp.signed import SIGNATURE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE_MAX_BYTES = 20 * 1024 * 1024
UNPACKED_MAX_BYTES = 200 * 1024 * 1024
MAX_FILES = 2000
MAX_RATIO = 100
# The record that ends a zip file (APPNOTE 4.3.16): signature, four numbers of disks and entries, the directory's
# size and place, the comment's length.
_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\x05\x06"
# Before that record it may point to a second directory of more than 65,535 entries (APPNOTE 4.3.15): never followed.
_LARGE_SIGNATURE, _LARGE_SIZE = b"PK\x06\x07", 20
# One entry of the directory: signature, …, lengths of name, extra field and comment at 28 (APPNOTE 4.3.12).
_ENTRY_SIZE = 46
_ENTRY_SIGNATURE = b"PK\x01\x02"
_ENTRY_LENGTHS = struct.Struct("<3H")
# What one directory entry may take at most: fixed part, the longest name that is allowed, and some extra fields.
_ENTRY_MAX_BYTES = 4096
_ENCRYPTED, _UTF8 = 0x1, 0x800
_CHUNK_BYTES = 1024 * 1024
# All that zipfile and its decompressor raise on hostile bytes, found by fuzzing.
_ZIP_ERRORS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError, ValueError,
    NotImplementedError, RuntimeError, IndexError, OverflowError,
)  # fmt: skip


class Archive:
    """The verified files of a package by name. Their contents are checked (length, CRC) while they are read."""

    def __init__(self, data: bytes) -> None:
        """Verify ``data``. Raises ``PackageError`` naming the first thing to change."""
        # 1. The size, before anything is looked at.
        if len(data) > PACKAGE_MAX_BYTES:
            raise PackageError(f"The package has more than {_mega(PACKAGE_MAX_BYTES)} MB: make its files smaller.")
        # 2. The frame: one zip from the first byte to the last, and not more entries than allowed.
        _check_frame(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS:
            raise _damaged() from None
        # 3. Each entry: kind, method, name.
        entries = [info for info in self._zip.infolist() if _is_file(info)]
        self._entries = {info.filename: info for info in entries}
        # 4. All entries together: names and sizes.
        pair = collision(info.filename for info in entries)
        if pair is not None:
            raise PackageError(f'"{pair[0]}" and "{pair[1]}" are one name on some systems: rename one of them.')
        total = sum(info.file_size for info in entries)
        if total > UNPACKED_MAX_BYTES:
            raise PackageError(
                f"The package unpacks to more than {_mega(UNPACKED_MAX_BYTES)} MB: make its files smaller."
            )
        if total > MAX_RATIO * len(data):
            raise PackageError(
                f"The package unpacks to more than {MAX_RATIO} times its size: it looks like a zip bomb."
            )

    @property
    def sizes(self) -> dict[str, int]:
        """The unpacked size in bytes of each file by its name."""
        return {name: info.file_size for name, info in self._entries.items()}

    def chunks(self, name: str) -> Iterator[bytes]:
        """The contents of a file, in pieces of at most 1 MB. Raises ``PackageError`` when they are damaged."""
        try:
            with self._zip.open(self._entries[name]) as file:
                yield from iter(lambda: file.read(_CHUNK_BYTES), b"")
        except _ZIP_ERRORS:
            raise PackageError(f'"{name}" in the package is damaged: get or pack the package again.') from None

    def read(self, name: str, max_bytes: int) -> bytes | None:
        """A small file, or None when it is not there or larger. Raises ``PackageError`` when it is damaged."""
        info = self._entries.get(name)
        return None if info is None or info.file_size > max_bytes else b"".join(self.chunks(name))


def _check_frame(data: bytes) -> None:
    """Walk the directory ourselves: zipfile reads all of it, however long, and forgives bytes around it."""
    if not data.startswith(b"PK\x03\x04") or len(data) < _END.size:
        raise PackageError("The file is no Stoa package: make one with `stoa pack FOLDER`.")
    signature, *_disks, count, size, start, comment = _END.unpack_from(data, len(data) - _END.size)
    large = data[-_END.size - _LARGE_SIZE :].startswith(_LARGE_SIGNATURE)
    # Before the rest of the frame: a directory that is too long for this record says so here.
    if signature == _END_SIGNATURE and (count > MAX_FILES or size > MAX_FILES * _ENTRY_MAX_BYTES):
        raise _too_many()
    if signature != _END_SIGNATURE or comment or large or start + size + _END.size != len(data):
        raise _damaged()
    at, found = start, 0
    while at < start + size:
        if data[at : at + 4] != _ENTRY_SIGNATURE or at + _ENTRY_SIZE > len(data):
            raise _damaged()
        at += _ENTRY_SIZE + sum(_ENTRY_LENGTHS.unpack_from(data, at + 28))
        found += 1
        if found > MAX_FILES:
            raise _too_many()
    if found != count:
        raise _damaged()


def _is_file(info: zipfile.ZipInfo) -> bool:
    """Whether the entry is a file (a folder is none). Raises ``PackageError`` for everything that is refused."""
    name = info.orig_filename
    problem = _kind_problem(info) or (name_problem(name.removesuffix("/")) if name != SIGNATURE_NAME else None)
    if problem is not None:
        raise PackageError(f"{name[:100]!a} in the package is refused: {problem}.")
    return not _is_folder(info)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    """Not ``ZipInfo.is_dir``: it fails on a name that starts with a zero byte."""
    return info.orig_filename.endswith("/")


def _kind_problem(info: zipfile.ZipInfo) -> str | None:
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "it is a symbolic link: put the file itself there"
    if stat.S_IFMT(mode) not in (0, stat.S_IFDIR if _is_folder(info) else stat.S_IFREG):
        return "it is neither a file nor a folder"
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted: pack it without a password"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "it is compressed in a way that is not read: use deflate, or pack with `stoa pack`"
    if not info.orig_filename.isascii() and not info.flag_bits & _UTF8:
        return "its name is not marked as UTF-8: pack with `stoa pack`"
    return None


def _damaged() -> PackageError:
    return PackageError("The package is damaged or cut off, or is no plain zip file: get or pack it again.")


def _too_many() -> PackageError:
    return PackageError(f"The package has more than {MAX_FILES} files: leave some out.")


def _mega(size: int) -> int:
    return size // (1024 * 1024)

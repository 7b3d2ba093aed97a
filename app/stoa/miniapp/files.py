"""Which file of a mini-app a path leads to, and nothing outside its folder: the rules of the scheme handler."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from stoa.miniapp.naming import HOST_FOLDER, SEGMENT_MAX_BYTES
from stoa.records import Record

if TYPE_CHECKING:
    from pathlib import Path

RAW_PATH_MAX_CHARS = 4096
# Our own table: the system's differs from machine to machine, and a wrong type with nosniff breaks a page.
MEDIA_TYPES = {
    "aac": "audio/aac",
    "apng": "image/apng",
    "avif": "image/avif",
    "bmp": "image/bmp",
    "css": "text/css",
    "csv": "text/csv",
    "flac": "audio/flac",
    "gif": "image/gif",
    "htm": "text/html",
    "html": "text/html",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "m4a": "audio/mp4",
    "map": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "ogv": "video/ogg",
    "opus": "audio/ogg",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
_UNKNOWN_TYPE = "application/octet-stream"
_TEXTUAL = frozenset({"application/json", "application/manifest+json", "application/xml", "image/svg+xml"})
# An encoded separator, dot or zero says something else to every reader of the path: none is served.
_ENCODED = re.compile(rb"%(?:2e|2f|5c|00)", re.IGNORECASE)
_UNFIT_BYTES = re.compile(rb'[\x00-\x1f\x7f\\:*?"<>|]')
_RANGE = re.compile(r"bytes=([0-9]*)-([0-9]*)")
_RANGE_MAX_CHARS = 64


class Served(Record):
    """A regular file inside the folder, with no symbolic link left in ``path``, and its media type."""

    path: Path
    media_type: str

    @property
    def content_type(self) -> str:
        """The media type, with ``charset=utf-8`` for text."""
        textual = self.media_type.startswith("text/") or self.media_type in _TEXTUAL
        return f"{self.media_type}; charset=utf-8" if textual else self.media_type


class Unsatisfiable(Record):
    """A byte range that starts past the end of a file of ``size`` bytes; it must not reach the engine's reply."""

    size: int


def media_type(name: str) -> str:
    """The media type by the name's ending; unknown endings are ``application/octet-stream``."""
    return MEDIA_TYPES.get(name.rpartition(".")[2].lower(), _UNKNOWN_TYPE)


def resolve(root: Path, entry: str, raw_path: str) -> Served | None:
    """The file that ``raw_path`` (a URL's path, percent-encoded, without query) leads to, or None for "not found".

    A path whose last part has no dot is a route of the page and leads to ``entry``, a path relative to ``root``.
    Refused are dotfiles, ``..`` in any encoding, NUL, backslashes, encoded separators, what is no regular file,
    links that leave ``root``, and the host's own folder. Never raises.
    """
    segments = _segments(raw_path)
    if segments is None:
        return None
    is_route = not segments or "." not in segments[-1]
    return plain_file(root, entry if is_route else "/".join(segments))


def plain_file(root: Path, name: str) -> Served | None:
    """The file ``name``, a path relative to ``root`` that is not encoded; None when it is not there or refused.

    After following links it must be a regular file inside ``root`` with no hidden part. Never raises.
    """
    try:
        real_root = root.resolve(strict=True)
        path = real_root.joinpath(name).resolve(strict=True)
        inside = path.is_relative_to(real_root) and not any(
            part.startswith(".") for part in path.relative_to(real_root).parts
        )
        if not inside or not stat.S_ISREG(path.stat().st_mode):
            return None
    except (OSError, ValueError, RuntimeError):
        # RuntimeError: a loop of symbolic links, on Python before 3.13.
        return None
    return Served(path, media_type(name))


def read_regular_file(root: Path, name: str, max_bytes: int) -> bytes | None:
    """At most ``max_bytes`` + 1 bytes of the file ``name`` under ``root``, confined like ``resolve``.

    None when there is no such regular file. Raises ``OSError`` when it cannot be read.
    """
    served = plain_file(root, name)
    if served is None:
        return None
    with served.path.open("rb") as file:
        return file.read(max_bytes + 1)


def byte_range(header: str, size: int) -> tuple[int, int] | Unsatisfiable | None:
    """The first and last byte (both included) that a ``Range`` header asks for in a file of ``size`` bytes.

    None means the whole file: no range, several ranges, another unit or a malformed one (RFC 9110 §14.2).
    """
    match = _RANGE.fullmatch(header.strip()) if len(header) <= _RANGE_MAX_CHARS else None
    if match is None:
        return None
    first, last = match.groups()
    if first:
        return _from_start(int(first), last, size)
    if not last:
        return None
    length = min(int(last), size)
    return (size - length, size - 1) if length else Unsatisfiable(size)


def _from_start(first: int, last: str, size: int) -> tuple[int, int] | Unsatisfiable | None:
    if last and int(last) < first:
        return None
    if first >= size:
        return Unsatisfiable(size)
    return first, min(int(last), size - 1) if last else size - 1


def _segments(raw_path: str) -> list[str] | None:
    """The decoded parts of a path without a trailing slash, or None when it is refused."""
    if not raw_path.startswith("/") or len(raw_path) > RAW_PATH_MAX_CHARS:
        return None
    try:
        encoded = raw_path.encode("utf-8")
        # Decoding once must leave nothing that a second decoder could take for a separator or a dot.
        decoded = b"" if _ENCODED.search(encoded) else unquote_to_bytes(encoded)
        if not decoded or _ENCODED.search(decoded) or _UNFIT_BYTES.search(decoded):
            return None
        segments = decoded.decode("utf-8").split("/")[1:]
    except ValueError:
        return None
    if segments[-1] == "":
        segments.pop()
    return segments if all(map(_is_fit, segments)) and segments[:1] != [HOST_FOLDER] else None


def _is_fit(segment: str) -> bool:
    return segment != "" and not segment.startswith(".") and len(segment.encode()) <= SEGMENT_MAX_BYTES

"""Names of files in a package: after W3C MiniApp Packaging, safe on Windows, macOS and Linux alike."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PATH_MAX_CHARS = 240
# What file systems allow for one name: 255 bytes.
SEGMENT_MAX_BYTES = 255
# The host serves the bridge's script under this name, so no file of a mini-app is ever reachable there.
HOST_FOLDER = "_stoa"
# What authors keep at the top of their folder for themselves, and what a failed test leaves there: never packed.
AUTHORS_FOLDERS = frozenset({"tests", "test-results"})
_UNFIT_CHARS = frozenset('<>:"|?*\\')
_UNFIT_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Joiners belong to the spelling of Persian, Hindi and emoji.
_JOINERS = frozenset("\u200c\u200d")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
)


def name_problem(name: str) -> str | None:
    """Why ``name`` (a path relative to the package, parts divided by ``/``) is unfit, or None when it is fit."""
    if name.startswith("/"):
        return 'the path is absolute: it must not start with "/"'
    if len(name) > PATH_MAX_CHARS:
        return f"the path has more than {PATH_MAX_CHARS} characters: shorten it"
    segments = name.split("/")
    if segments[0].casefold() == HOST_FOLDER:
        return f'"{HOST_FOLDER}" is the host\'s own folder: name it otherwise'
    return next(filter(None, map(_segment_problem, segments)), None)


def collision(names: Iterable[str]) -> tuple[str, str] | None:
    """The first two paths that some file system would take for one, or a file that is also a folder; else None."""
    seen: dict[str, tuple[str, bool]] = {}
    for name in names:
        segments = name.split("/")
        for count in range(1, len(segments) + 1):
            part, is_file = "/".join(segments[:count]), count == len(segments)
            earlier = seen.get(folded(part))
            if earlier is not None and (is_file or earlier != (part, False)):
                return earlier[0], name
            seen[folded(part)] = part, is_file
    return None


def folded(name: str) -> str:
    """The form under which names are compared: without case and composed (NFC)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _segment_problem(segment: str) -> str | None:
    if segment in ("", ".", ".."):
        return 'no part of a path may be empty, "." or ".."'
    if segment.startswith("."):
        return f'"{segment}" starts with a dot, and such files are never served: leave it out'
    unfit = next((char for char in segment if _is_unfit(char)), None)
    if unfit is not None:
        return f"{_named(unfit)} may not be in a name: rename the file"
    if segment.endswith((".", " ")) or segment.startswith(" "):
        return "a name may not end with a dot, or start or end with a space: rename the file"
    return _portability_problem(segment)


def _portability_problem(segment: str) -> str | None:
    if segment.partition(".")[0].rstrip().casefold() in _DEVICES:
        return f'"{segment}" is the name of a device on Windows: rename the file'
    if unicodedata.normalize("NFC", segment) != segment:
        return "the name is not composed Unicode (NFC): rename the file"
    if len(segment.encode()) > SEGMENT_MAX_BYTES:
        return f"a name has more than {SEGMENT_MAX_BYTES} bytes: shorten it"
    return None


def _is_unfit(char: str) -> bool:
    return char in _UNFIT_CHARS or (unicodedata.category(char) in _UNFIT_CATEGORIES and char not in _JOINERS)


def _named(char: str) -> str:
    return f'"{char}"' if char in _UNFIT_CHARS else f"the invisible character U+{ord(char):04X}"

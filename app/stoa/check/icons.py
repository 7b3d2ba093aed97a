"""Icons are there, are pictures, and have the size they are declared with."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from PIL import Image

from stoa.miniapp.errors import Finding
from stoa.miniapp.files import media_type

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stoa.check.subject import Subject
    from stoa.miniapp.manifest import Icon

_SVG = re.compile(rb"<(?:[a-z]+:)?svg[\s>]")
# The root element of a drawing comes within its first kilobytes, after comments and declarations.
_SVG_HEAD_BYTES = 8192
# Tiles are drawn at up to 56 points, which are 168 pixels on the densest screens.
SHARP_PIXELS = 128
_BLURRED = "it is blurred in the launcher"
# What Pillow raises on files that are not what they seem (its documentation names them for Image.open).
_PICTURE_ERRORS = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def validate(subject: Subject) -> Iterator[Finding]:
    """What is wrong with each icon; without any, a warning."""
    if subject.manifest is None or subject.manifest_text is None:
        return
    if not subject.manifest.icons:
        sentence = "there is no icon: the launcher draws the first letter of the name"
        yield Finding("warning", subject.manifest_line(""), sentence, 'add "icons": [{"src": "icon.svg"}]')
    for _, finding in by_index(subject):
        yield finding
    yield from _blurred(subject)


def by_index(subject: Subject) -> Iterator[tuple[int, Finding]]:
    """What is wrong with each declared icon, by its number in the manifest from 0."""
    for index, icon in enumerate(() if subject.manifest is None else subject.manifest.icons):
        for finding in _icon(subject, index, icon):
            yield index, finding


def _blurred(subject: Subject) -> Iterator[Finding]:
    """A warning when none of the icons that can be read is sharp. Drawings always are."""
    icons = () if subject.manifest is None else subject.manifest.icons
    present = [icon.src for icon in icons if icon.src in subject.files]
    sizes = [_size(subject.root / name) for name in present if media_type(name) != "image/svg+xml"]
    known = [size for size in sizes if size is not None]
    if known and len(known) == len(present) and all(min(size) < SHARP_PIXELS for size in known):
        width, height = max(known)
        sentence = f"the largest icon has only {width}x{height} pixels"
        fix = f"draw one with {SHARP_PIXELS}x{SHARP_PIXELS} pixels, or as SVG"
        yield Finding("warning", subject.manifest_line("/icons"), sentence, fix, _BLURRED)


def _icon(subject: Subject, index: int, icon: Icon) -> Iterator[Finding]:
    where = subject.manifest_line(f"/icons/{index}/src")
    if icon.src not in subject.files:
        yield Finding("error", where, f'the icon "{icon.src}" is not there', "add it, or take it out of icons")
    elif not media_type(icon.src).startswith("image/"):
        yield Finding("error", where, f'the icon "{icon.src}" is no picture', "use a .svg, .png or .webp file")
    else:
        yield from _picture(subject.root / icon.src, icon, where)


def _picture(path: Path, icon: Icon, where: str) -> Iterator[Finding]:
    if media_type(icon.src) == "image/svg+xml":
        if not _is_drawing(path):
            yield Finding("error", where, f'the icon "{icon.src}" is no SVG drawing', "export it as SVG again")
        return
    size = _size(path)
    if size is None:
        yield Finding("error", where, f'the icon "{icon.src}" cannot be read as a picture', "export it again")
        return
    if size[0] != size[1]:
        sentence = f'the icon "{icon.src}" is not square: {size[0]}x{size[1]} pixels'
        yield Finding("warning", where, sentence, "draw it square", "a part of it is cut off in the launcher")
    if icon.sizes != "any" and f"{size[0]}x{size[1]}" not in icon.sizes.split(" "):
        sentence = f'the icon "{icon.src}" has {size[0]}x{size[1]} pixels and is declared with {icon.sizes}'
        yield Finding("warning", where, sentence, f'write "sizes": "{size[0]}x{size[1]}"')


def _is_drawing(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _SVG.search(file.read(_SVG_HEAD_BYTES)) is not None
    except OSError:
        return False


def _size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels from the picture's header; its pixels are never decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(path) as picture:
                return picture.size
    except _PICTURE_ERRORS:
        return None

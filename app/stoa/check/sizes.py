"""What is larger than a package may be, and what makes people wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.archive import MAX_FILES, PACKAGE_MAX_BYTES, UNPACKED_MAX_BYTES
from stoa.miniapp.errors import Finding
from stoa.miniapp.files import media_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Subject

_MEGA = 1024 * 1024
# From here on people on a slow disk or an old machine notice; both are twice what the bundled mini-apps need.
_SCRIPT_BUDGET = 512 * 1024
_PICTURE_BUDGET = 1 * _MEGA


def validate(subject: Subject) -> Iterator[Finding]:
    """Errors for what cannot be packed, warnings for single files over their budget."""
    total = sum(subject.files.values())
    if len(subject.files) > MAX_FILES:
        sentence = f"there are {len(subject.files)} files, and a package holds at most {MAX_FILES}"
        yield Finding("error", ".", sentence, "leave some out, or join them")
    if total > UNPACKED_MAX_BYTES:
        sentence = f"all files have {total // _MEGA} MB, and a package holds at most {UNPACKED_MAX_BYTES // _MEGA}"
        yield Finding("error", ".", sentence, "make the largest files smaller")
    elif total > PACKAGE_MAX_BYTES:
        sentence = f"all files have {total // _MEGA} MB; packed they must fit into {PACKAGE_MAX_BYTES // _MEGA} MB"
        yield Finding("warning", ".", sentence, "make the largest files smaller")
    yield from _sizes(subject)


def _sizes(subject: Subject) -> Iterator[Finding]:
    for name, size in subject.files.items():
        kind = media_type(name)
        if kind.startswith("image/") and size > _PICTURE_BUDGET:
            sentence = f"the picture has {size / _MEGA:.1f} MB"
            yield Finding("warning", name, sentence, "save it smaller, or as WebP")
        elif kind == "text/javascript" and size > _SCRIPT_BUDGET:
            sentence = f"the script has {size / _MEGA:.1f} MB: the page waits while it is read"
            yield Finding("warning", name, sentence, "leave out what is not used, or import parts when needed")

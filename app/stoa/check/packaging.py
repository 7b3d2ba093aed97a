"""Names and kinds of files that ``stoa pack`` would refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.errors import Finding
from stoa.miniapp.naming import collision, name_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Subject


def validate(subject: Subject) -> Iterator[Finding]:
    """Names and kinds of files."""
    yield from _names(subject)
    for name, kind in subject.odd.items():
        yield Finding("error", name, f"it is {kind}, and cannot be packed", "put a plain file there")


def _names(subject: Subject) -> Iterator[Finding]:
    for name in subject.files:
        problem = name_problem(name)
        if problem is not None:
            yield Finding("error", name, problem)
    pair = collision(subject.files)
    if pair is not None:
        sentence = f'"{pair[0]}" and "{pair[1]}" are one name on some systems'
        yield Finding("error", pair[1], sentence, "rename one of them")

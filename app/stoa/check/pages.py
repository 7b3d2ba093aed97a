"""The entry page and the declared pages are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.check.subject import TEXT_MAX_BYTES
from stoa.miniapp.errors import Finding
from stoa.miniapp.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Subject


def validate(subject: Subject) -> Iterator[Finding]:
    """An error for each page that is not there."""
    if subject.manifest is None:
        return
    entry = subject.manifest.entry
    if entry not in subject.files:
        sentence = f'the entry page "{entry}" is not there: nothing can be shown'
        where, fix = subject.manifest_line("/entry"), f'add it, or change "entry" in {MANIFEST_NAME}'
        yield Finding("error", where, sentence, fix, "people see an empty room", "manifest")
    elif subject.files[entry] > TEXT_MAX_BYTES:
        sentence = "the entry page is so large that people wait for it"
        yield Finding("warning", entry, sentence, "move data and scripts into files of their own")
    for index, page in enumerate(subject.manifest.pages):
        if page not in subject.files:
            sentence = f'the page "{page}" is not there'
            yield Finding(
                "error", subject.manifest_line(f"/pages/{index}"), sentence, "add it, or take it out of pages"
            )

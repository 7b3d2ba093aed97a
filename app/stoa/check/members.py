"""Members of the manifest that are not wrong, and that people would miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Subject


def validate(subject: Subject) -> Iterator[Finding]:
    """A description, an author, a version, and a reason for each permission."""
    manifest = subject.manifest
    if manifest is None or subject.manifest_text is None:
        return
    where = subject.manifest_line("")
    if manifest.description is None:
        yield Finding("warning", where, "there is no description: the launcher shows a bare name", 'add "description"')
    if manifest.author is None:
        yield Finding("warning", where, "there is no author", 'add "author": {"name": "…"}')
    if "/version" not in subject.manifest_text.lines:
        sentence = "there is no version: it counts as code 1, and no update can be told from it"
        yield Finding("warning", where, sentence, 'add "version": {"code": 1, "name": "1.0.0"}')
    for index, request in enumerate(manifest.permissions):
        if not request.reason:
            place = subject.manifest_line(f"/permissions/{index}")
            sentence = f'the permission "{request.name}" has no reason: people are asked without knowing why'
            yield Finding("warning", place, sentence, f'write {{"name": "{request.name}", "reason": "…"}}')

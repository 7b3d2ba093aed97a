"""Calls and events against the version of the bridge that the manifest declares."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from stoa.miniapp.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Code, Subject

_CALL = re.compile(r"(?<![\w$])stoa\s*\??\.\s*([a-z]\w*)\s*\??\.\s*([a-z]\w*)\s*(?:\?\.)?\(")
_LISTENER = re.compile(r"""(?<![\w$])stoa\s*\??\.\s*on\s*(?:\?\.)?\(\s*(["'`])([^"'`$\n]*)\1""")


def validate(subject: Subject) -> Iterator[Finding]:
    """Errors for events that do not exist, warnings for what only a later version of the bridge has."""
    if subject.manifest is None or not subject.since:
        return
    for script in subject.scripts:
        for match in _CALL.finditer(script.bare):
            yield from _later(subject, f"{match[1]}.{match[2]}", script.where(script.bare, match.start()))
        for match in _LISTENER.finditer(script.code):
            yield from _event(subject, script, match)


def _event(subject: Subject, script: Code, match: re.Match[str]) -> Iterator[Finding]:
    name, where = match[2], script.where(script.code, match.start())
    events = [one for one in subject.since if one not in subject.methods]
    if name in events:
        yield from _later(subject, name, where)
        return
    near = get_close_matches(name, events, n=1)
    yield Finding(
        "error", where, f'there is no event "{name}"', f'write "{near[0]}"' if near else "take the listener out",
        "the listener is never called, and nobody says so",
    )  # fmt: skip


def _later(subject: Subject, name: str, where: str) -> Iterator[Finding]:
    since = subject.since.get(name, 1)
    declared = 1 if subject.manifest is None else subject.manifest.contract
    if since > declared:
        sentence = f"{name} came with version {since} of the bridge, and the manifest declares version {declared}"
        fix = f'write "contract": {since}, or do without it where stoa.contractVersion is lower'
        yield Finding("warning", where, sentence, fix)

"""Whoever asks for something personal says what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.errors import Finding
from stoa.miniapp.risk import Ground, risk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Subject


def validate(subject: Subject) -> Iterator[Finding]:
    """A warning when personal data is asked for and there is no ``privacy_url``: the rule of the risk grade."""
    if subject.manifest is None:
        return
    if any(reason.ground is Ground.NO_PRIVACY for reason in risk(subject.manifest, signed=True).reasons):
        sentence = "it asks for something personal and does not say what becomes of it"
        fix = 'add "privacy_url" with the address of a page that says it'
        yield Finding("warning", subject.manifest_line("/permissions"), sentence, fix)

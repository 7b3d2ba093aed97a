"""How a permission is declared."""

from __future__ import annotations

from enum import StrEnum

from stoa.records import Record


class Consent(StrEnum):
    """How a person comes to agree to a permission."""

    ASK = "ask"
    """The permission sheet asks, and the answer may be remembered."""
    MEDIATED = "mediated"
    """Each use goes through a surface of the host (composer, sign-in sheet, file chooser), which is the question."""


class Permission(Record):
    """A thing a mini-app may be allowed to do; ``sentence`` completes "NAME wants to …" on the sheet."""

    name: str
    title: str
    sentence: str
    consent: Consent

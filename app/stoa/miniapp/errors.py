"""What goes wrong with mini-apps, and the finding: one thing to change, and where."""

from __future__ import annotations

from typing import Literal

from stoa.contract.errors import StoaError
from stoa.records import Record

Severity = Literal["error", "warning"]


class Finding(Record):
    """One thing to change: how bad it is, ``file:line`` or file, a sentence, and what to do about it, if known.

    ``why`` says what it costs people when it stays; ``area`` names the part of the score that it lowers. Both are
    empty where nobody has judged the finding yet.
    """

    severity: Severity
    where: str
    sentence: str
    fix: str | None = None
    why: str = ""
    area: str = ""


class MiniAppError(StoaError):
    """A folder, package or mini-app that cannot be used; the text names what to change."""


class PackageError(MiniAppError):
    """A package that is refused, or that cannot be written; nothing was changed."""


class AddressError(StoaError):
    """A text that is no ``stoa://`` address; the text says why."""


class ManifestError(MiniAppError):
    """A manifest with at least one error; ``findings`` has all of them, and the warnings."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        errors = [finding for finding in findings if finding.severity == "error"]
        first = errors[0]
        more = f" ({len(errors) - 1} more to change)" if len(errors) > 1 else ""
        fix = f" To change: {first.fix}." if first.fix else ""
        super().__init__(f"{first.where}: {first.sentence}.{fix}{more}")
        self.findings = findings

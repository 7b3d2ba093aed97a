"""What a check found, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stoa.check.risk import Assessment
    from stoa.miniapp.errors import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about one folder, in the order of files and lines; ``folder`` as it was named by the person.

    ``risk`` is None when the manifest is broken.
    """

    findings: tuple[Finding, ...] = ()
    folder: str = ""
    risk: Assessment | None = None

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors

    @property
    def exit_code(self) -> int:
        """1 when there is an error, else 0."""
        return 1 if self.errors else 0

    def to_text(self) -> str:
        """``file:line: severity: sentence`` and, below, what to do; files as seen from where the folder was named."""
        lines = []
        for finding in self.findings:
            lines.append(f"{self._shown(finding.where)}: {finding.severity}: {finding.sentence}")
            if finding.fix is not None:
                lines.append(f"    fix: {finding.fix}")
        if self.risk is not None:
            grade, *reasons = self.risk.to_lines()
            lines += [f"{self.folder}: {grade}" if self.folder else grade, *reasons]
        counts = f"{_count(self.errors, 'error')}, {_count(self.warnings, 'warning')}"
        lines.append(f"{self.folder}: {counts}" if self.folder else counts)
        return "\n".join(map(_printable, lines))

    def to_json(self) -> str:
        """The same as one JSON object; ``line`` is null for a whole file, ``file`` is ``.`` for the whole folder."""
        findings = []
        for finding in self.findings:
            file, line = split_where(finding.where)
            findings.append(
                {
                    "file": file,
                    "line": line,
                    "severity": finding.severity,
                    "sentence": finding.sentence,
                    "fix": finding.fix,
                }
            )
        counts = {"errors": self.errors, "warnings": self.warnings}
        risk = None if self.risk is None else self.risk.to_members()
        return json.dumps({"folder": self.folder, **counts, "risk": risk, "findings": findings}, indent=2)

    def _shown(self, where: str) -> str:
        if not self.folder:
            return where
        return self.folder if where == "." else f"{self.folder.rstrip('/')}/{where}"


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Without repetitions, by file and line; the manifest and whole files first."""
    return tuple(sorted(dict.fromkeys(findings), key=_place))


def split_where(where: str) -> tuple[str, int | None]:
    """``file:line`` as file and line, ``file`` as file and None."""
    file, colon, line = where.rpartition(":")
    return (file, int(line)) if colon and line.isdecimal() else (where, None)


def _place(finding: Finding) -> tuple[bool, str, int, str]:
    file, line = split_where(finding.where)
    return file != "manifest.json", file, line or 0, finding.sentence


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _printable(line: str) -> str:
    """A file's name must not move the cursor of the terminal it is printed on."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)

"""What a check found, as text for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.check.answer import ChangeAnswer, CheckAnswer, FindingAnswer, LossAnswer, RiskAnswer
from stoa.check.score import FULL, WEIGHT_OF, area_of, losses, score
from stoa.records import Record

if TYPE_CHECKING:
    from stoa.check.risk import Assessment
    from stoa.miniapp.errors import Finding


class Change(Record):
    """What ``--fix`` changed in a file, in a sentence."""

    file: str
    sentence: str


class Report(Record):
    """All findings about one folder, in the order of files and lines; ``folder`` as it was named by the person.

    ``risk`` is None when the manifest is broken. ``changes`` is what was changed before this was found.
    """

    findings: tuple[Finding, ...] = ()
    folder: str = ""
    risk: Assessment | None = None
    changes: tuple[Change, ...] = ()

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

    @property
    def score(self) -> int:
        """From 0 to 100, by the weights in docs/checking.md."""
        return score(self.findings)

    def to_text(self) -> str:
        """``file:line: severity: sentence`` and, below, why it matters and what to do, then risk, score and counts.

        Files are told as seen from where the folder was named.
        """
        lines = [f"{self._shown(change.file)}: changed: {change.sentence}" for change in self.changes]
        for finding in self.findings:
            lines.append(f"{self._shown(finding.where)}: {finding.severity}: {finding.sentence}")
            if finding.why:
                lines.append(f"    why: {finding.why}")
            if finding.fix is not None:
                lines.append(f"    fix: {finding.fix}")
        if self.risk is not None:
            grade, *reasons = self.risk.to_lines()
            lines += [f"{self.folder}: {grade}" if self.folder else grade, *reasons]
        before = f"{self.folder}: " if self.folder else ""
        lost = ", ".join(f"{name} -{points}" for name, points in losses(self.findings).items())
        lines.append(f"{before}score {self.score} of {FULL}{f' ({lost})' if lost else ''}")
        lines.append(f"{before}{_count(self.errors, 'error')}, {_count(self.warnings, 'warning')}")
        return "\n".join(map(_printable, lines))

    def to_json(self) -> str:
        """The same as one JSON object, which docs/check.schema.json describes."""
        lost = losses(self.findings).items()
        answer = CheckAnswer(
            folder=self.folder,
            score=self.score,
            errors=self.errors,
            warnings=self.warnings,
            losses=[
                LossAnswer(area=name, points=points, most=max(points, WEIGHT_OF[name].most)) for name, points in lost
            ],
            risk=None if self.risk is None else RiskAnswer.model_validate(self.risk.to_members()),
            changes=[ChangeAnswer(file=change.file, sentence=change.sentence) for change in self.changes],
            findings=[_answer(finding) for finding in self.findings],
        )
        return answer.model_dump_json(by_alias=True, indent=2)

    def _shown(self, where: str) -> str:
        if not self.folder:
            return where
        return self.folder if where == "." else f"{self.folder.rstrip('/')}/{where}"


def _answer(finding: Finding) -> FindingAnswer:
    file, line = split_where(finding.where)
    return FindingAnswer(
        file=file, line=line, severity=finding.severity, area=area_of(finding),
        sentence=finding.sentence, why=finding.why, fix=finding.fix,
    )  # fmt: skip


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

"""The risk grade that people will see before the first start, and why: with a signature and without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stoa.miniapp.risk import Ground, Reason, Risk, risk
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.miniapp.manifest import Manifest

_SENTENCES = {
    Ground.PERMISSION: 'it may ask for "{0}"',
    Ground.NETWORK: "servers it may reach: {0}",
    Ground.WILDCARD: "it may reach any server under {0}",
    Ground.SENDS: "it could send what it sees, hears or reads over the network",
    Ground.INLINE: "it lets text in its pages run as scripts",
    Ground.WASM: "it runs compiled code (WebAssembly)",
    Ground.UNSIGNED: "it is not signed",
    Ground.NO_PRIVACY: "it asks for something personal and has no privacy_url",
}


class Assessment(Record):
    """The risk of one manifest in a package that nobody signed, and in one that its author did."""

    unsigned: Risk
    signed: Risk

    def to_lines(self) -> Iterator[str]:
        """The grade in one line, and below it a line for each reason."""
        yield f"risk grade {_graded(self.unsigned)}; {_graded(self.signed)} once it is signed"
        for reason in self.unsigned.reasons:
            yield f"    +{reason.points} {_sentence(reason)}"

    def to_members(self) -> dict[str, Any]:
        """The same as members of a JSON object."""
        reasons = [
            {"ground": reason.ground.value, "subject": reason.subject or None, "points": reason.points,
             "sentence": _sentence(reason)}
            for reason in self.unsigned.reasons
        ]  # fmt: skip
        when_signed = {"grade": self.signed.grade.value, "points": self.signed.points}
        return {
            "grade": self.unsigned.grade.value,
            "points": self.unsigned.points,
            "reasons": reasons,
            "when_signed": when_signed,
        }


def assess(manifest: Manifest) -> Assessment:
    """Judge what a manifest asks for."""
    return Assessment(risk(manifest, signed=False), risk(manifest, signed=True))


def _sentence(reason: Reason) -> str:
    return _SENTENCES[reason.ground].format(reason.subject)


def _graded(risk: Risk) -> str:
    return f"{risk.grade.value} ({risk.points} {'point' if risk.points == 1 else 'points'})"

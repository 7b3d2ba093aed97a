"""The risk grade and its reasons in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stoa.miniapp.risk import Grade, Ground
from stoa.records import Record
from stoa.shell.permission_words import permission_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stoa.contract.permission import Permission
    from stoa.miniapp.risk import Reason, Risk
    from stoa.ui.grade_badge import GradeTone

_TONES: dict[Grade, GradeTone] = {
    Grade.A: "good", Grade.B: "good", Grade.C: "neutral", Grade.D: "warm", Grade.E: "loud", Grade.F: "loud",
}  # fmt: skip


def grade_title(risk: Risk) -> str:
    """The grade in three words."""
    return QCoreApplication.translate("Risk", "Risk grade {0}").format(risk.grade.value)


def grade_meaning(risk: Risk) -> str:
    """What the grade means, in a sentence."""
    return {
        Grade.A: QCoreApplication.translate("Risk", "Very low: it asks for next to nothing."),
        Grade.B: QCoreApplication.translate("Risk", "Low: it asks for little."),
        Grade.C: QCoreApplication.translate("Risk", "Some: look at what it asks for."),
        Grade.D: QCoreApplication.translate("Risk", "Raised: open it only if you know why it asks for all this."),
        Grade.E: QCoreApplication.translate("Risk", "High: open it only if you trust who made it."),
        Grade.F: QCoreApplication.translate("Risk", "Very high: open it only if you fully trust who made it."),
    }[risk.grade]


def reason_sentence(reason: Reason, permissions: Mapping[str, Permission]) -> str:
    """Why there are points, in a sentence about the mini-app."""
    subject = reason.subject
    if reason.ground is Ground.PERMISSION:
        known = permissions.get(subject)
        name = subject if known is None else permission_title(known)
        return QCoreApplication.translate("Risk", "May ask for: {0}").format(name)
    if reason.ground is Ground.NETWORK:
        if subject == "1":
            return QCoreApplication.translate("Risk", "May reach one server")
        return QCoreApplication.translate("Risk", "May reach {0} servers").format(subject)
    return {
        Ground.WILDCARD: QCoreApplication.translate("Risk", "May reach any server under {0}").format(subject),
        Ground.SENDS: QCoreApplication.translate("Risk", "Could send what it sees, hears or reads over the network"),
        Ground.INLINE: QCoreApplication.translate("Risk", "Lets text in its pages run as scripts"),
        Ground.WASM: QCoreApplication.translate("Risk", "Runs compiled code (WebAssembly), which few can read"),
        Ground.UNSIGNED: QCoreApplication.translate("Risk", "Not signed: nobody can tell who made it"),
        Ground.NO_PRIVACY: QCoreApplication.translate("Risk", "Does not say what becomes of your data"),
    }[reason.ground]


class RiskLook(Record):
    """A risk as it is shown: ``reasons`` are sentences with their points, heaviest first."""

    letter: str
    tone: GradeTone
    title: str
    meaning: str
    reasons: tuple[tuple[str, int], ...] = ()


def risk_look(risk: Risk, permissions: Mapping[str, Permission], before: Risk | None = None) -> RiskLook:
    """The look of a risk. With ``before``, the risk of the version that an update replaces, only new reasons count."""
    title = grade_title(risk)
    known = () if before is None else before.reasons
    if before is not None and before.grade is not risk.grade:
        title = QCoreApplication.translate("Risk", "{0}, before it was {1}").format(title, before.grade.value)
    reasons = tuple(
        (reason_sentence(reason, permissions), reason.points) for reason in risk.reasons if reason not in known
    )
    return RiskLook(risk.grade.value, _TONES[risk.grade], title, grade_meaning(risk), reasons)

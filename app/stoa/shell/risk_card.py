"""The risk grade with its reasons, as sheets and settings show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.ui.card import Card
from stoa.ui.grade_badge import GradeBadge
from stoa.ui.label import Label
from stoa.ui.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from stoa.shell.risk_words import RiskLook
    from stoa.ui.theme import Theme


class RiskFace(QWidget):
    """Badge, what the grade means, and below every reason with its points."""

    def __init__(self, theme: Theme, look: RiskLook) -> None:
        super().__init__()
        self.theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addLayout(self._head(look))
        if look.reasons:
            reasons = QVBoxLayout()
            reasons.setSpacing(SPACE_1 + 2)
            for sentence, points in look.reasons:
                reasons.addLayout(self._reason(sentence, points))
            column.addLayout(reasons)

    def _head(self, look: RiskLook) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(GradeBadge(self.theme, look.letter, look.tone, look.title), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.theme, look.title, "strong", wrap=True))
        words.addWidget(Label(self.theme, look.meaning, "meta", "muted", wrap=True))
        row.addLayout(words, 1)
        return row

    def _reason(self, sentence: str, points: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(Label(self.theme, sentence, "meta", wrap=True), 1)
        weight = Label(self.theme, f"+{points}", "meta", "muted")
        weight.setAccessibleName(QCoreApplication.translate("Risk", "{0} risk points").format(points))
        row.addWidget(weight, 0, Qt.AlignmentFlag.AlignTop)
        return row


def risk_card(theme: Theme, look: RiskLook) -> Card:
    """The face on a card of its own, for sheets."""
    card = Card(theme, flat=True, surface="background", radius=RADIUS_CONTROL, margin=SPACE_3)
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(RiskFace(theme, look))
    return card

"""The card that says how mini-apps are kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from stoa.ui.button import Button
from stoa.ui.card import Card
from stoa.ui.folding_row import FoldingRow
from stoa.ui.label import Label
from stoa.ui.notice import IconMark
from stoa.ui.tokens import SPACE_3

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from stoa.ui.theme import Theme


class RoomCard(Card):
    """Says that every app lives in its own room. ``review_pressed``, by its button, leads to what each may do."""

    review_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3 + 2)
        row.addWidget(IconMark(theme, "shield"), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(theme, self.tr("Every app lives in its own room"), "strong", wrap=True))
        text = self.tr("Own storage, own process, own network list. Nothing leaves without your say.")
        words.addWidget(Label(theme, text, "meta", "muted", wrap=True))
        folding = FoldingRow()
        folding.setSpacing(SPACE_3)
        folding.addLayout(words, 1)
        self.review = review = Button(theme, self.tr("Review"))
        review.setAccessibleDescription(self.tr("See what each app may do"))
        review.clicked.connect(self.review_pressed)
        folding.addWidget(review, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(folding, 1)

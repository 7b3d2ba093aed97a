"""A card: the white sheet that content lies on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stoa.ui.painting import paint_body, paint_card
from stoa.ui.tokens import RADIUS_CARD, SPACE_4

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

# What a card has below it for its shadow, in pixels.
BELOW = 10


class Card(QWidget):
    """A rounded surface with an edge and, unless ``flat``, a soft shadow in the 10 px below it.

    Give it a layout; its margins are already set by ``contentsMargins`` (16 px).
    """

    def __init__(
        self, theme: Theme, *, flat: bool = False, surface: str = "card", radius: float = RADIUS_CARD,
        margin: int = SPACE_4, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.theme = theme
        self._flat = flat
        self._surface = surface
        self._radius = radius
        self.setContentsMargins(margin, margin, margin, margin + (0 if flat else BELOW))
        theme.did_change.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints shadow, body and edge."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        rect = self.rect().toRectF()
        if self._flat:
            paint_body(painter, rect, self._radius, getattr(tokens, self._surface), tokens.line)
        else:
            paint_card(painter, QRectF(0, 0, rect.width(), rect.height() - BELOW), tokens, self._radius, BELOW)

"""A letter on a rounded ground, from calm to warning: a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.ui.painting import paint_body

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme
    from stoa.ui.tokens import Tokens

GradeTone = Literal["good", "neutral", "warm", "loud"]


def badge_colors(tokens: Tokens, tone: GradeTone) -> tuple[str, str]:
    """Ground and ink of a badge."""
    return {
        "good": (tokens.good_soft, tokens.good_text),
        "neutral": (tokens.hover, tokens.text),
        "warm": (tokens.warm_soft, tokens.warm_text),
        "loud": (tokens.warm_fill, tokens.on_warm),
    }[tone]


class GradeBadge(QWidget):
    """One letter, ``side`` pixels wide. ``name`` is what it is called by those who do not see it."""

    def __init__(
        self, theme: Theme, letter: str, tone: GradeTone, name: str, *, side: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._letter, self._tone, self._side = letter, tone, side
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.did_change.connect(self.update)

    def sizeHint(self) -> QSize:
        """Its side both ways."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground and letter."""
        painter = QPainter(self)
        ground, ink = badge_colors(self.theme.tokens, self._tone)
        paint_body(painter, self.rect().toRectF(), self._side * 0.28, ground)
        font = self.theme.font("title")
        font.setPixelSize(round(self._side * 0.5))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)

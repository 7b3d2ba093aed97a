"""The body of a card drawn once and stretched: a card is then four corners, four edges and one filled rect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from stoa.ui.painting import CARD_SHADOW, paint_card
from stoa.ui.tokens import RADIUS_CARD

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.ui.tokens import Tokens

# How far the shadow reaches beyond the card, and how wide a corner is with it.
REACH = int(CARD_SHADOW)
_CORNER = RADIUS_CARD + 4 + REACH


class CardFrame:
    """A card's shadow, body and edge on the ground colour, for one theme and one screen of ``ratio``."""

    def __init__(self, tokens: Tokens, ratio: float) -> None:
        self.ratio = ratio
        self._card = QColor(tokens.card)
        side = 2 * _CORNER + 2
        self._pixmap = QPixmap(round(side * ratio), round(side * ratio))
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(QColor(tokens.background))
        painter = QPainter(self._pixmap)
        paint_card(painter, QRectF(REACH, REACH, side - 2 * REACH, side - 2 * REACH), tokens)
        painter.end()

    def paint(self, painter: QPainter, card: QRect) -> None:
        """Draws the frame so that the card's edge is ``card``; the shadow lies in the ``REACH`` pixels beyond it."""
        outer = card.adjusted(-REACH, -REACH, REACH, REACH)
        xs = (outer.left(), outer.left() + _CORNER, outer.right() + 1 - _CORNER, outer.right() + 1)
        ys = (outer.top(), outer.top() + _CORNER, outer.bottom() + 1 - _CORNER, outer.bottom() + 1)
        source = (0, _CORNER, _CORNER + 2, 2 * _CORNER + 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        for row in range(3):
            for column in range(3):
                target = QRect(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
                if row == column == 1:
                    painter.fillRect(target, self._card)
                    continue
                painter.drawPixmap(QRectF(target), self._pixmap, self._part(source, column, row))

    def _part(self, source: tuple[int, ...], column: int, row: int) -> QRectF:
        scale = self.ratio
        left, top = source[column], source[row]
        return QRectF(left * scale, top * scale, (source[column + 1] - left) * scale, (source[row + 1] - top) * scale)


def drawn_pixmap(paint: Callable[[QPainter, QRectF], None], side: int, ratio: float) -> QPixmap:
    """A transparent pixmap of ``side`` logical pixels that ``paint`` has drawn on."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap

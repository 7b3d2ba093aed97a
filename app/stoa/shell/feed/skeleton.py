"""Cards that are not there yet: their shapes, while the first page is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from stoa.shell.feed.card_style import AVATAR, GAP, MARGIN, PADDING
from stoa.ui.painting import mixed, paint_body
from stoa.ui.tokens import SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.shell.feed.dressing import Dressing

_HEIGHTS = (300, 168, 300, 168)


class FeedSkeleton(QWidget):
    """Paints the outlines of a few cards. It does not move: what it stands for is there in a moment."""

    def __init__(self, dressing: Dressing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dressing = dressing
        self.setAccessibleName(self.tr("Loading posts"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the cards and their bones."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._dressing.ground)
        top = GAP
        for height in _HEIGHTS:
            card = QRect(MARGIN, top, self.width() - 2 * MARGIN, height)
            self._dressing.frame.paint(painter, card)
            self._paint_bones(painter, card, with_picture=height == _HEIGHTS[0])
            top += height + GAP

    def _paint_bones(self, painter: QPainter, card: QRect, *, with_picture: bool) -> None:
        tokens = self._dressing.style.tokens
        bone = mixed(tokens.hover, tokens.line, 0.3)
        left, width, y = card.x() + PADDING, card.width() - 2 * PADDING, card.y() + PADDING
        bones = [
            (0, 0, AVATAR, AVATAR, AVATAR / 2),
            (AVATAR + SPACE_3, 4, 128, 11, 5),
            (AVATAR + SPACE_3, 22, 196, 9, 4),
            (0, 52, width, 11, 5),
            (0, 74, width * 0.62, 11, 5),
        ]
        if with_picture:
            bones.append((0, 98, width, 130, SPACE_3))
        bones.append((0, card.height() - 2 * PADDING - 11, 120, 11, 5))
        for x, down, across, height, radius in bones:
            at = self._dressing.style.mirrored(
                QRect(round(left + x), round(y + down), round(across), height), self.width()
            )
            paint_body(painter, QRectF(at), radius, bone)

"""A round picture of an account or author; initials on a gradient where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.ui.painting import paint_gradient, paint_picture
from stoa.ui.tokens import GRADIENTS, ON_GRADIENT

if TYPE_CHECKING:
    from stoa.ui.theme import Theme


def initials(name: str) -> str:
    """One or two letters for a name: of its first and last word, or the first two of its only one."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    letters = words[0][:2] if len(words) == 1 else words[0][0] + words[-1][0]
    return letters.upper()


def gradient_of(seed: str) -> tuple[str, str]:
    """The gradient that belongs to a text, always the same."""
    return GRADIENTS[crc32(seed.encode()) % len(GRADIENTS)]


def paint_avatar(painter: QPainter, rect: QRectF, theme: Theme, name: str, pixmap: QPixmap | None = None) -> None:
    """Draws a round picture, or ``name``'s initials on its gradient."""
    if pixmap is not None and not pixmap.isNull():
        paint_picture(painter, rect, rect.width() / 2, pixmap)
        return
    paint_gradient(painter, rect, rect.width() / 2, gradient_of(name))
    font = theme.font("label")
    font.setPixelSize(max(8, round(rect.width() * 0.36)))
    painter.setFont(font)
    painter.setPen(ON_GRADIENT)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))


class Avatar(QWidget):
    """A round picture ``size`` pixels wide; ``picture`` is a pixmap, or None for the initials of ``name``."""

    def __init__(
        self, theme: Theme, picture: QPixmap | None = None, name: str = "", *, size: int = 36,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.theme = theme
        self._picture = picture
        self._name = name
        self._size = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: QPixmap | None, name: str) -> None:
        """Changes whose picture it is."""
        self._picture, self._name = picture, name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Its diameter both ways."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the picture or the initials."""
        paint_avatar(QPainter(self), self.rect().toRectF(), self.theme, self._name, self._picture)

"""Text broken into lines with room between them, which Qt's own labels do not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

# Line height as a multiple of the font's own: 14 px text stands on lines of about 21 px.
LEADING = 1.24


class TextBlock:
    """Plain text laid out for a width: ``height`` and ``natural_width`` in pixels, ``lines``, and ``draw``.

    Long words break anywhere. ``most_lines`` cuts what comes after them;
    ``alignment`` means the left and right of the screen.
    """

    def __init__(
        self, text: str, font: QFont, width: float, *, alignment: Qt.AlignmentFlag | None = None,
        most_lines: int | None = None,
    ) -> None:  # fmt: skip
        metrics = QFontMetricsF(font)
        self.line_height = round(metrics.height() * LEADING)
        self._lead = (self.line_height - metrics.height()) / 2
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if alignment is not None:
            option.setAlignment(alignment | Qt.AlignmentFlag.AlignAbsolute)
        # Each text reads in its own direction, whatever the language around it: names are in any script.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        # One layout treats a line separator as a break and keeps the paragraph in one piece.
        self._layout = QTextLayout(text.replace("\r\n", "\n").replace("\n", "\u2028"), font)
        self._layout.setTextOption(option)
        self.natural_width = 0.0
        self.lines = self._break(max(1.0, width), most_lines)
        self.height = self.lines * self.line_height

    def _break(self, width: float, most_lines: int | None) -> int:
        self._layout.beginLayout()
        count = 0
        while most_lines is None or count < most_lines:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * self.line_height + self._lead))
            self.natural_width = max(self.natural_width, line.naturalTextWidth())
            count += 1
        self._layout.endLayout()
        return count

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draws the lines with the painter's pen, the top left corner at ``at``."""
        self._layout.draw(painter, at)

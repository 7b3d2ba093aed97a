"""Fonts, distances and text shaping of the feed's cards under one theme, one direction and one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextCharFormat, QTextLayout, QTextOption

from stoa.ui.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from stoa.shell.feed.links import Link
    from stoa.ui.theme import Theme

BAR_WIDTH = 10
# From the edge of the column to a card, and from a card's edge to what is in it (the edge itself is one pixel).
MARGIN = SPACE_5
# The scroll bar lies in the margin at the end, so that both sides look the same.
END_MARGIN = MARGIN - BAR_WIDTH
PADDING = SPACE_4 + 1
GAP = SPACE_4
AVATAR = 36
APP_ICON = 40
PICTURE_RADIUS = SPACE_3
OPTION_GAP = SPACE_2
# A star is pressed in its cell, which is larger; the first star begins where text does.
STAR_ICON, STAR_CELL, STAR_ROW = 26, 48, 40
# A text with more lines than MOST_LINES is folded to FOLDED_LINES and a button.
MOST_LINES, FOLDED_LINES = 10, 7
# A picture's height as a share of its width: wide ones are cut at the sides, high ones at top and bottom.
FLATTEST, HIGHEST = 0.36, 0.75
_READING_LEADING = 1.29  # 22 px for a text of 14 px in Inter, whose own line is 17 px
_FAR = 1e6


def reads_rtl(text: str, *, otherwise: bool) -> bool:
    """Whether a text reads from right to left: by its first letter that has a direction."""
    for letter in text:
        kind = bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return otherwise


class Words(NamedTuple):
    """One line of shaped text, its place, font and colour token."""

    text: QStaticText
    at: QPointF
    font: QFont
    tone: str

    def paint(self, painter: QPainter, ink: str) -> None:
        """Draws it in a colour."""
        painter.setFont(self.font)
        painter.setPen(ink)
        painter.drawStaticText(self.at, self.text)


class Paragraph(NamedTuple):
    """Several lines of shaped text and their place. ``folded`` says that not all of them are shown."""

    layout: QTextLayout
    at: QPointF
    height: int
    folded: bool
    tone: str


class CardStyle:
    """What laying out a card needs to know; made anew when theme, fonts, direction or screen change."""

    def __init__(self, theme: Theme, *, rtl: bool, ratio: float) -> None:
        self.theme = theme
        self.tokens = theme.tokens
        self.rtl = rtl
        self.ratio = ratio
        self.name = theme.font("strong")
        self.meta = theme.font("meta")
        self.body = theme.font("body")
        self.heading = theme.font("body", 600)
        self.option = theme.font("body", 500)
        self.percent = theme.font("strong")
        self.chip = theme.font("chip")
        self.button = theme.font("label")
        scale = theme.scale
        self.line = round(QFontMetricsF(self.body).height() * _READING_LEADING)
        self.option_height = max(38, round(QFontMetricsF(self.option).height()) + 21)
        self.row_height = max(30, round(QFontMetricsF(self.meta).height()) + 14)
        self.jump_height = max(62, round(62 * scale))
        self.note_height = round(QFontMetricsF(self.meta).height() * _READING_LEADING)
        self.chip_height = round(QFontMetricsF(self.chip).height()) + 9
        self.text_scale = scale
        self.star_cell = max(STAR_CELL, self.width_of("100%", self.meta) + SPACE_2)

    def star_height(self, *, counted: bool) -> int:
        """The height of a row of stars, with the line of shares below it once they are counted."""
        return STAR_ROW + (self.note_height if counted else 0)

    def mirrored(self, rect: QRect, width: int) -> QRect:
        """The rect as it lies in a card of ``width`` in the direction of reading."""
        return QRect(width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height()) if self.rtl else rect

    def words(self, text: str, font: QFont, rect: QRect, tone: str, *, end: bool = False) -> Words:
        """One line shortened to ``rect`` (already mirrored), centred upright, at its beginning or its end."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
        width = metrics.horizontalAdvance(shown)
        right = self.rtl != end
        x = rect.right() + 1 - width if right else float(rect.x())
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(font=font)
        return Words(static, QPointF(x, rect.y() + (rect.height() - metrics.height()) / 2), font, tone)

    def width_of(self, text: str, font: QFont) -> int:
        """The width of a line, rounded up."""
        return int(QFontMetricsF(font).horizontalAdvance(text) + 0.999)

    def paragraph(
        self, text: str, font: QFont, at: QRect, *, links: Sequence[Link] = (), most: int = 0, tone: str = "text",
        title: int = 0,
    ) -> Paragraph:  # fmt: skip
        """Text broken to the width of ``at``, from its top; beyond ``most`` lines it is folded (0: never).

        Its first ``title`` letters (UTF-16 units) are strong.
        """
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        rtl = reads_rtl(text, otherwise=self.rtl)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        if links or title:
            layout.setFormats([*self._title_formats(title), *(self._link_format(link) for link in links)])
        step = round(QFontMetricsF(font).height() * _READING_LEADING)
        count, folded = self._break(layout, at.width(), most, step)
        return Paragraph(layout, QPointF(at.topLeft()), count * step, folded, tone)

    def _break(self, layout: QTextLayout, width: int, most: int, step: int) -> tuple[int, bool]:
        """Lays lines out ``step`` pixels apart; how many are shown and whether some are not."""
        count, whole = 0, self._count_lines(layout, width, most + 1) if most else 0
        keep = FOLDED_LINES if most and whole > most else _FAR
        lead = (step - QFontMetricsF(layout.font()).height()) / 2
        layout.beginLayout()
        while count < keep:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * step + lead))
            count += 1
        layout.endLayout()
        return count, whole > most > 0

    @staticmethod
    def _count_lines(layout: QTextLayout, width: int, enough: int) -> int:
        count = 0
        layout.beginLayout()
        while count < enough:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            count += 1
        layout.endLayout()
        return count

    def _title_formats(self, length: int) -> list[QTextLayout.FormatRange]:
        style = QTextCharFormat()
        style.setFontWeight(self.heading.weight())
        spot = QTextLayout.FormatRange()
        spot.start, spot.length, spot.format = 0, length, style
        return [spot] if length else []

    def _link_format(self, link: Link) -> QTextLayout.FormatRange:
        style = QTextCharFormat()
        style.setForeground(self.theme.color("accent"))
        style.setAnchor(True)
        spot = QTextLayout.FormatRange()
        spot.start, spot.length, spot.format = link.start, link.length, style
        return spot


def center_square(rect: QRect, side: float) -> QRectF:
    """A square in the middle of a rect."""
    return QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)

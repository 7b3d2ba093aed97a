"""Text on a surface: one role for its size, one tone for its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from stoa.ui.hint import plain_hint
from stoa.ui.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme

Role = Literal["title", "heading", "strong", "body", "label", "meta", "chip", "tiny"]
Tone = Literal["text", "muted", "faint", "accent", "warm", "good"]

# ``faint`` is too weak for text in either theme (2.4 : 1): text that asks for it is muted.
_INKS: dict[str, str] = {
    "text": "text",
    "muted": "muted",
    "faint": "muted",
    "accent": "accent",
    "warm": "warm_text",
    "good": "good_text",
}
# A wrapping label asks for lines of about this many pixels when nothing else bounds it.
_COMFORTABLE = 320


class Label(QLabel):
    """Plain text: never interprets markup, as names and sentences come from strangers.

    ``wrap`` breaks lines; ``elide`` keeps to one line with an ellipsis (``elide_mode``), the whole text in the tooltip.
    """

    def __init__(
        self, theme: Theme, text: str = "", role: Role = "body", tone: Tone = "text", *, wrap: bool = False,
        elide: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.theme = theme
        self._role: Role = role
        self._tone: Tone = tone
        self._wrap = wrap
        self._elide = elide
        # A path is known by both its ends.
        self.elide_mode = Qt.TextElideMode.ElideRight
        self._block: tuple[tuple[str, str, int, int], TextBlock] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Inside a button a label would else take the button's ink.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        self._dress()
        theme.did_change.connect(self._dress)

    def set_tone(self, tone: Tone) -> None:
        """Changes its colour."""
        self._tone = tone
        self._dress()

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at ``width``."""
        if not self._wrap:
            return super().heightForWidth(width)
        return self._block_for(width).height

    def sizeHint(self) -> QSize:
        """One line, or, wrapping, lines of a comfortable length."""
        if not self._wrap:
            return super().sizeHint()
        block = self._block_for(min(_COMFORTABLE, self.maximumWidth()))
        return QSize(round(block.natural_width + 1), block.height)

    def minimumSizeHint(self) -> QSize:
        """A few letters where it may shrink."""
        few = QFontMetrics(self.font()).averageCharWidth() * 4
        if self._wrap:
            return QSize(few, self._block_for(self.width()).line_height)
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), few), hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the text: broken, shortened or whole, along the edge where the language begins its lines."""
        if not self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        rect = self.contentsRect()
        if self._wrap:
            block = self._block_for(rect.width())
            middle = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
            spare = max(0, rect.height() - block.height) // 2 if middle else 0
            block.draw(painter, QPointF(rect.x(), rect.y() + spare))
            return
        shown = self.text()
        if self._elide:
            shown = self.fontMetrics().elidedText(shown, self.elide_mode, rect.width())
            self.setToolTip(plain_hint(self.text()) if shown != self.text() else "")
        vertical = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        flags = vertical | self._side() | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, flags, shown)

    def _side(self) -> Qt.AlignmentFlag:
        visual = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        return visual & Qt.AlignmentFlag.AlignHorizontal_Mask & ~Qt.AlignmentFlag.AlignAbsolute

    def _block_for(self, width: int) -> TextBlock:
        side = self._side()
        key = (self.text(), self.font().key(), width, side.value)
        if self._block is None or self._block[0] != key:
            self._block = (key, TextBlock(self.text(), self.font(), width, alignment=side))
        return self._block[1]

    def _dress(self) -> None:
        self.setFont(self.theme.font(self._role))
        palette = self.palette()
        ink = QColor(getattr(self.theme.tokens, _INKS[self._tone]))
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.WindowText, ink)
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, self.theme.color("muted"))
        self.setPalette(palette)
        self.updateGeometry()

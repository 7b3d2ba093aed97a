"""A chip: a small fact about something, such as "signed" or "no network"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.ui.icons import paint_icon
from stoa.ui.painting import paint_body
from stoa.ui.tokens import SPACE_2, Tokens

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

ChipTone = Literal["neutral", "good", "warm", "accent"]
_ICON, _GAP, _PADDING = 13.0, 5.0, 9.0


def chip_colors(tokens: Tokens, tone: ChipTone) -> tuple[str, str]:
    """Ground and ink of a chip."""
    return {
        "neutral": (tokens.hover, tokens.muted),
        "good": (tokens.good_soft, tokens.good_text),
        "warm": (tokens.warm_soft, tokens.warm_text),
        "accent": (tokens.accent_soft, tokens.accent),
    }[tone]


class Chip(QWidget):
    """A pill with a text and perhaps an icon. It is read, not pressed."""

    def __init__(
        self, theme: Theme, text: str, tone: ChipTone = "neutral", icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.theme = theme
        self._text = text
        self._tone: ChipTone = tone
        self._icon = icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.did_change.connect(self._on_theme_changed)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def set_chip(self, text: str, tone: ChipTone = "neutral", icon: str | None = None) -> None:
        """Changes what it says and how it looks."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Text, icon and padding."""
        metrics = QFontMetricsF(self.theme.font("chip"))
        icon = _ICON + _GAP if self._icon else 0
        return QSize(
            round(metrics.horizontalAdvance(self._text) + icon + 2 * _PADDING + 0.5),
            round(metrics.height()) + SPACE_2 + 1,
        )

    def minimumSizeHint(self) -> QSize:
        """Its text whole."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the pill."""
        painter = QPainter(self)
        ground, ink = chip_colors(self.theme.tokens, self._tone)
        paint_body(painter, self.rect().toRectF(), self.height() / 2, ground)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        text = QRectF(_PADDING, 0, self.width() - 2 * _PADDING, self.height())
        if self._icon:
            x = self.width() - _PADDING - _ICON if mirrored else _PADDING
            at = QRectF(x, (self.height() - _ICON) / 2, _ICON, _ICON)
            paint_icon(painter, self._icon, ink, at, mirrored=mirrored)
            text.adjust(0 if mirrored else _ICON + _GAP, 0, -(_ICON + _GAP) if mirrored else 0, 0)
        painter.setFont(self.theme.font("chip"))
        painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute, self._text)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

"""The pill that says that new posts have come, without moving what is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from stoa.shell.feed.wording import new_posts_text
from stoa.ui.icons import icon_pixmap
from stoa.ui.painting import mixed, paint_body, paint_ring, paint_shadow
from stoa.ui.pressable import Pressable
from stoa.ui.tokens import ICON_SMALL, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from stoa.ui.theme import Theme

_SHADOW = 4


class NewPostsPill(Pressable):
    """Lies over the top of its parent and is hidden while there is nothing new."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self._host = parent
        parent.installEventFilter(self)
        self.hide()

    def tell(self, count: int, most: int) -> None:
        """Shows how many posts are new; from ``most`` on it says "or more". None hides it."""
        if count <= 0:
            self.hide()
            return
        self.setText(new_posts_text(count, most))
        self.setAccessibleName(self.text())
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        """Arrow, text, padding and the shadow's room."""
        metrics = QFontMetricsF(self.theme.font("label"))
        width = metrics.horizontalAdvance(self.text()) + ICON_SMALL + 6 + 2 * SPACE_4
        return QSize(round(width) + 2 * _SHADOW, max(34, round(metrics.height()) + 16) + 2 * _SHADOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle."""
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the pill on its shadow."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        rect = self.rect().toRectF().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        radius = rect.height() / 2
        paint_shadow(painter, rect, radius, tokens.shadow, _SHADOW)
        away = "#FFFFFF" if tokens.dark else "#000000"
        paint_body(painter, rect, radius, mixed(tokens.accent, away, 0.1 * self.hover))
        side = ICON_SMALL
        icon = icon_pixmap("move-up", tokens.on_accent, side, self.devicePixelRatioF())
        metrics = QFontMetricsF(self.theme.font("label"))
        whole = metrics.horizontalAdvance(self.text()) + side + 6
        left = (self.width() - whole) / 2
        icon_x = left + whole - side if self.mirrored else left
        painter.drawPixmap(QPointF(icon_x, (self.height() - side) / 2), icon)
        painter.setFont(self.theme.font("label"))
        painter.setPen(tokens.on_accent)
        text = self.rect().toRectF()
        text.setLeft(left if self.mirrored else left + side + 6)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self.text())
        if self.ringed:
            paint_ring(painter, rect.adjusted(2, 2, -2, -2), radius - 2, tokens.on_accent)

    def _place(self) -> None:
        self.move((self._host.width() - self.width()) // 2, SPACE_3 - _SHADOW)

"""One row of the feed: a card that paints itself and holds real buttons; it is handed from post to post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stoa.shell.feed.card_controls import CardControls
from stoa.shell.feed.card_style import PICTURE_RADIUS
from stoa.shell.feed.focus_order import parts_of
from stoa.shell.feed.wording import spoken_card
from stoa.ui.chip import chip_colors
from stoa.ui.icons import icon_pixmap, paint_icon
from stoa.ui.painting import mixed, paint_body, paint_ring
from stoa.ui.spoken import read_in_order
from stoa.ui.tokens import RADIUS_CARD

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from stoa.services.feed.posts import Post
    from stoa.shell.feed.card_layout import CardContent, CardLayout
    from stoa.shell.feed.dressing import Dressing
    from stoa.shell.feed.wishes import Wishes

_CHIP_ICON = 13


class CardWidget(QWidget):
    """Shows one post at a time; ``controls`` are its buttons."""

    def __init__(self, dressing: Dressing, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._dressing = dressing
        self._wishes = wishes
        self._content: CardContent | None = None
        self._layout: CardLayout | None = None
        self._pressed_link = ""
        self.controls = CardControls(dressing, wishes, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    @property
    def post(self) -> Post | None:
        """The post shown."""
        return self._content.post if self._content is not None else None

    def show_post(self, content: CardContent, layout: CardLayout, rect: QRect) -> None:
        """Shows a post at a place of the view. What is the same already costs nothing."""
        fresh = content is not self._content or layout is not self._layout
        if self.geometry() != rect:
            self.setGeometry(rect)
        if fresh:
            self._content, self._layout = content, layout
            name, text = spoken_card(content.post, content.now, content.face)
            self.setAccessibleName(name)
            self.setAccessibleDescription(text)
            self.controls.show_post(content, layout)
            read_in_order(parts_of(self, rtl=self._dressing.style.rtl))
            self.update()
        if self.isHidden():
            self.show()

    def show_picture(self, picture_id: str) -> None:
        """Paints a picture that has become ready, if this card shows it."""
        if self._content is None or self._layout is None:
            return
        if picture_id == self._content.picture_id and self._layout.picture is not None:
            self.update(self._layout.picture)
        if picture_id == self._content.post.author.picture:
            self.update(self._layout.avatar)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, frame, avatar, words, picture and chips."""
        layout, content = self._layout, self._content
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._dressing.ground)
        if layout is None or content is None:
            return
        self._dressing.frame.paint(painter, layout.card)
        avatar = self._dressing.avatar(content.post.author)
        painter.drawPixmap(layout.avatar.topLeft(), avatar)
        tokens = self._dressing.style.tokens
        for words in layout.words:
            words.paint(painter, getattr(tokens, words.tone))
        for paragraph in layout.paragraphs:
            painter.setPen(getattr(tokens, paragraph.tone))
            paragraph.layout.draw(painter, paragraph.at)
        self._paint_picture(painter, layout, content)
        self._paint_chips(painter, layout)
        if layout.note_icon is not None:
            icon = icon_pixmap("users", tokens.muted, layout.note_icon.width(), self.devicePixelRatioF())
            top = layout.note_icon.y() + (layout.note_icon.height() - layout.note_icon.width()) / 2
            painter.drawPixmap(QPointF(layout.note_icon.x(), top), icon)
        if self.hasFocus():
            paint_ring(painter, layout.card.toRectF(), RADIUS_CARD, tokens.accent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows a hand over links."""
        over = self._link_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a press on a link, and makes this the row that keys speak to."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_link = self._link_at(event.position().toPoint())
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a press on a link where it began."""
        link, self._pressed_link = self._pressed_link, ""
        if link and link == self._link_at(event.position().toPoint()):
            self._wishes.link_pressed.emit(link)

    def _paint_picture(self, painter: QPainter, layout: CardLayout, content: CardContent) -> None:
        if layout.picture is None or content.picture_id is None:
            return
        pixmap = self._dressing.picture(content.picture_id, layout.picture.size(), PICTURE_RADIUS)
        if pixmap is not None:
            painter.drawPixmap(layout.picture.topLeft(), pixmap)
            return
        tokens = self._dressing.style.tokens
        rect = layout.picture.toRectF()
        paint_body(painter, rect, PICTURE_RADIUS, mixed(tokens.hover, tokens.line, 0.35))
        side = 28.0
        at = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        paint_icon(painter, "image", tokens.faint, at)

    def _paint_chips(self, painter: QPainter, layout: CardLayout) -> None:
        style = self._dressing.style
        for chip in layout.chips:
            ground, ink = chip_colors(style.tokens, chip.tone)
            rect = chip.rect.toRectF()
            paint_body(painter, rect, rect.height() / 2, ground)
            text = rect.adjusted(9, 0, -9, 0)
            if chip.icon is not None:
                x = text.right() - _CHIP_ICON if style.rtl else text.left()
                at = QPointF(x, rect.y() + (rect.height() - _CHIP_ICON) / 2)
                painter.drawPixmap(at, icon_pixmap(chip.icon, ink, _CHIP_ICON, self.devicePixelRatioF()))
                text.adjust(0 if style.rtl else 18, 0, -18 if style.rtl else 0, 0)
            painter.setFont(style.chip)
            painter.setPen(QColor(ink))
            painter.drawText(text, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, chip.text)

    def _link_at(self, point: QPoint) -> str:
        """The address under a point, or an empty string."""
        if self._layout is None or not self._layout.links:
            return ""
        body = self._layout.paragraphs[0]
        inside = QPointF(point) - body.at
        if not 0 <= inside.y() < body.height:
            return ""
        for index in range(body.layout.lineCount()):
            line = body.layout.lineAt(index)
            spot = line.naturalTextRect()
            if spot.top() - 3 <= inside.y() <= spot.bottom() + 3 and spot.left() <= inside.x() <= spot.right():
                at = line.xToCursor(inside.x())
                return next(
                    (link.url for link in self._layout.links if link.start <= at <= link.start + link.length), ""
                )
        return ""

"""What can be pressed in a card: counts, jump, options, "More". Each is a real button that screen readers know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPainterPath, QPaintEvent, QTransform

from stoa.shell.feed.card_layout import ACTION_GAP, ACTION_ICON
from stoa.shell.feed.card_style import APP_ICON, PICTURE_RADIUS, CardStyle, Words
from stoa.shell.feed.wording import number_text, option_name
from stoa.ui.icons import icon_pixmap
from stoa.ui.painting import mixed, paint_body
from stoa.ui.pressable import Pressable
from stoa.ui.tokens import ICON_SMALL, RADIUS_CONTROL, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPixmap
    from PySide6.QtWidgets import QWidget

    from stoa.shell.feed.survey_face import OptionFace
    from stoa.ui.theme import Theme

# A pointer that only passes by wakes nothing.
HOVER_MS = 100
# A jump with less room than this for its title has an arrow alone for a button.
_TITLE_LEAST, _SLIM_BUTTON = 130, 38


class CountButton(Pressable):
    """An icon and a number: like, comment, bookmark."""

    def __init__(self, theme: Theme, icon: str, on_icon: str, tone: str, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self._icon, self._on_icon, self._tone = icon, on_icon, tone
        self._number = 0
        self._on = False
        self._words: Words | None = None

    def show_count(self, number: int, *, on: bool, name: str, rect: QRect, style: CardStyle) -> None:
        """Shows a number (none for 0) and whether it is on; ``name`` is what a screen reader says."""
        self.setGeometry(rect)
        self._number, self._on = number, on
        self.setAccessibleName(name)
        self.setToolTip(name if number == 0 else "")
        self._words = None
        if number:
            room = QRect(6 + ACTION_ICON + ACTION_GAP, 0, rect.width() - 12 - ACTION_ICON - ACTION_GAP, rect.height())
            self._words = style.words(number_text(number), style.meta, style.mirrored(room, rect.width()), "muted")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the hover ground, the icon, the number and the focus ring."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        if self.hover:
            paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, mixed(tokens.card, tokens.hover, self.hover))
        ink = getattr(tokens, self._tone) if self._on else tokens.text if self.hover > 0.5 else tokens.muted
        pixmap = icon_pixmap(self._on_icon if self._on else self._icon, ink, ACTION_ICON, self.devicePixelRatioF())
        x = self.width() - 6 - ACTION_ICON if self.mirrored else 6
        painter.drawPixmap(QPointF(x, (self.height() - ACTION_ICON) / 2), pixmap)
        if self._words is not None:
            self._words.paint(painter, ink)
        self.paint_focus(painter)


class MenuButton(Pressable):
    """The three dots of a card."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(self.tr("More about this post"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the dots."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        if self.hover:
            paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, mixed(tokens.card, tokens.hover, self.hover))
        pixmap = icon_pixmap("dots", tokens.muted, 20, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - 20) / 2, (self.height() - 20) / 2), pixmap)
        self.paint_focus(painter)


class PictureButton(Pressable):
    """Lies over the picture that the card has painted, and leads to the whole of it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(self.tr("Show the whole picture"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darkens the picture a little under the pointer, and paints the focus ring."""
        if not (self.hover or self.isDown() or self.ringed):
            return
        painter = QPainter(self)
        shade = QColor(0, 0, 0, 60 if self.isDown() else round(18 * self.hover))
        paint_body(painter, self.rect().toRectF(), PICTURE_RADIUS, shade)
        self.paint_focus(painter, PICTURE_RADIUS)


class TextLink(Pressable):
    """A word to press in a text: "More"."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the word."""
        painter = QPainter(self)
        font = self.theme.font("label")
        font.setUnderline(self.hover > 0.5)
        painter.setFont(font)
        painter.setPen(self.theme.tokens.accent)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.text())
        self.paint_focus(painter)


class JumpRow(Pressable):
    """The page of a mini-app, or of the web, that a post leads to.

    ``hovered`` follows 100 ms of pointer or focus, or a button that goes down.
    """

    hovered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self._icon: QPixmap | None = None
        self._words: list[Words] = []
        self._open_width = 0
        self._slim = False
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self.hovered)

    def show_jump(self, title: str, subtitle: str, icon: QPixmap | None, rect: QRect, style: CardStyle) -> None:
        """Shows where it leads; without an icon a globe stands for the web."""
        self.setGeometry(rect)
        open_text = self.tr("Open")
        self.setAccessibleName(self.tr("Open {title}, {subtitle}").format(title=title, subtitle=subtitle))
        self._icon = icon
        open_text_width = style.width_of(open_text, style.button)
        self._open_width = open_text_width + 2 * 14 + 8 + ICON_SMALL - 2
        height, width = rect.height(), rect.width()
        start = SPACE_3 + APP_ICON + SPACE_3
        # In a narrow card the title needs the room more than the word does.
        self._slim = width - start - self._open_width - 2 * SPACE_3 < _TITLE_LEAST
        if self._slim:
            self._open_width = _SLIM_BUTTON
        room = max(20, width - start - self._open_width - 2 * SPACE_3)
        line = round(19 * max(1.0, style.text_scale))
        top = (height - 2 * line) // 2

        def placed(x: int, y: int, across: int, down: int) -> QRect:
            return style.mirrored(QRect(x, y, across, down), width)

        open_at = placed(width - SPACE_3 - self._open_width + 14, 0, open_text_width + 1, height)
        self._words = [
            style.words(title, style.name, placed(start, top, room, line), "text"),
            style.words(subtitle, style.meta, placed(start, top + line, room, line), "muted"),
        ]
        if not self._slim:
            self._words.append(style.words(open_text, style.button, open_at, "text"))
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Starts the wait."""
        self._wait.start(HOVER_MS)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Ends the wait."""
        self._wait.stop()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Waits no longer: the press counts when the button comes up again."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._wait.start(0)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Waits as for a pointer."""
        self._wait.start(HOVER_MS)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground, icon, both lines, and the button's look at the end."""
        painter = QPainter(self)
        tokens, mirrored = self.theme.tokens, self.mirrored
        pressed = self.isDown()
        ground = mixed(tokens.panel, tokens.hover, 1.0 if pressed else 0.6 * self.hover)
        paint_body(painter, self.rect().toRectF(), SPACE_3, ground, tokens.line)
        x = self.width() - SPACE_3 - APP_ICON if mirrored else SPACE_3
        at = QPointF(x, (self.height() - APP_ICON) / 2)
        if self._icon is not None:
            painter.drawPixmap(at, self._icon)
        else:
            paint_body(painter, QRectF(at.x(), at.y(), APP_ICON, APP_ICON), RADIUS_CONTROL, tokens.accent_soft)
            globe = icon_pixmap("globe", tokens.accent, 22, self.devicePixelRatioF())
            painter.drawPixmap(at + QPointF(9, 9), globe)
        width = self._open_width
        left = SPACE_3 if mirrored else self.width() - SPACE_3 - width
        button = QRectF(left, (self.height() - 34) / 2, width, 34)
        edge = mixed(tokens.line, tokens.accent, self.hover)
        paint_body(painter, button, RADIUS_CONTROL, tokens.card, edge)
        for words in self._words:
            words.paint(painter, getattr(tokens, words.tone))
        self._paint_arrow(painter, button)
        self.paint_focus(painter, SPACE_3)

    def _paint_arrow(self, painter: QPainter, button: QRectF) -> None:
        side = ICON_SMALL - 2
        arrow = icon_pixmap("external", self.theme.tokens.text, side, self.devicePixelRatioF())
        if self.mirrored:
            arrow = arrow.transformed(QTransform.fromScale(-1, 1))
        x = button.left() + 13 if self.mirrored else button.right() - 13 - side
        if self._slim:
            x = button.center().x() - side / 2
        painter.drawPixmap(QPointF(x, (self.height() - side) / 2), arrow)


class OptionRow(Pressable):
    """An option of a survey: its text on a ground that fills by its share, its percent, a tick on one's own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        self._face: OptionFace | None = None
        self._words: list[Words] = []

    def show_option(self, face: OptionFace, rect: QRect, style: CardStyle, *, pressable: bool) -> None:
        """Shows an option's state."""
        self.setGeometry(rect)
        self._face = face
        self.setAccessibleName(option_name(face))
        self.setCheckable(False)
        self.setEnabled(pressable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pressable else Qt.FocusPolicy.NoFocus)
        width, height = rect.width(), rect.height()
        percent = "" if face.percent is None else f"{face.percent}%"
        end = style.width_of("100%", style.percent) if percent else 0
        room = style.mirrored(QRect(SPACE_3, 0, width - 2 * SPACE_3 - end - 30, height), width)
        self._words = [style.words(face.text, style.option, room, "text")]
        if percent:
            at = style.mirrored(QRect(width - SPACE_3 - end, 0, end, height), width)
            self._words.append(style.words(percent, style.percent, at, "muted", end=True))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground, fill, text, mark, percent."""
        face = self._face
        if face is None:
            return
        painter = QPainter(self)
        tokens = self.theme.tokens
        rect = self.rect().toRectF()
        good = face.right
        fill = tokens.good_soft if good else tokens.accent_soft
        ground = mixed(tokens.background, tokens.hover, 1.0 if self.isDown() else self.hover)
        paint_body(painter, rect, RADIUS_CONTROL, ground, tokens.line if face.share is None else None)
        if face.share:
            self._paint_share(painter, rect, face.share, fill)
        elif face.mine and face.share is None:
            paint_body(painter, rect, RADIUS_CONTROL, fill, tokens.accent)
        for words in self._words:
            words.paint(painter, getattr(tokens, words.tone))
        self._paint_mark(painter, face)
        self.paint_focus(painter)

    def _paint_share(self, painter: QPainter, rect: QRectF, share: float, fill: str) -> None:
        width = rect.width() * share
        bar = QRectF(rect.width() - width if self.mirrored else 0, 0, width, rect.height())
        path = QPainterPath()
        path.addRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.save()
        painter.setClipRect(bar)
        painter.fillPath(path, QColor(fill))
        painter.restore()

    def _paint_mark(self, painter: QPainter, face: OptionFace) -> None:
        """A tick behind the text on one's own choice, or its place in a ranking."""
        if not (face.mine or face.right):
            return
        tokens = self.theme.tokens
        words = self._words[0]
        width = words.text.size().width()
        side = 17
        x = words.at.x() - 8 - side if self.mirrored else words.at.x() + width + 8
        at = QRectF(x, (self.height() - side) / 2, side, side)
        if face.order is None:
            ink = tokens.good if face.right else tokens.accent
            painter.drawPixmap(at.topLeft(), icon_pixmap("check-circle", ink, side, self.devicePixelRatioF()))
            return
        paint_body(painter, at, side / 2, tokens.accent)
        painter.setFont(self.theme.font("tiny", 700))
        painter.setPen(tokens.on_accent)
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, str(face.order))

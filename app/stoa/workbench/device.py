"""The device: a card with round corners, the host's header, and the page below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from stoa.ui.button import IconButton
from stoa.ui.label import Label
from stoa.ui.notice import Notice
from stoa.ui.painting import CARD_SHADOW, paint_body, paint_shadow, rounded
from stoa.ui.tokens import ICON_SMALL, SPACE_1, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from stoa.ui.theme import Theme

HEADER = 56
RADIUS = 32
_CAPSULE_HEIGHT = 34


class Device(QWidget):
    """A rounded card with the host's header, as on a phone."""

    reload_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4, 0, SPACE_3 - 2, 0)
        self.name = Label(theme, "", "strong", elide=True)
        self.name.setFixedHeight(HEADER)
        self.menu = IconButton(theme, "dots", self.tr("What can happen to it"), side=32, size=ICON_SMALL, tone="text")
        self.shut = IconButton(theme, "close", self.tr("Close the mini-app"), side=32, size=ICON_SMALL, tone="text")
        head.addWidget(self.name, 1)
        head.addWidget(_Capsule(theme, self.menu, self.shut))
        column.addLayout(head)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._notice: QWidget | None = None
        self._corners = _Corners(theme, self)

    def show_page(self, view: QWidget) -> None:
        """Show a page's view."""
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.show()

    def show_notice(self, icon: str, title: str, text: str, button: str) -> None:
        """Show a word in the page's place; its button reloads."""
        if self._notice is not None:
            self._stack.removeWidget(self._notice)
            self._notice.deleteLater()
        notice = Notice(self.theme, icon, title, text, button)
        notice.did_press.connect(self.reload_pressed)
        self._notice = notice
        self._stack.addWidget(notice)
        self._stack.setCurrentWidget(notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the round corners over the page, which the engine draws square."""
        super().resizeEvent(event)
        self._corners.setGeometry(self.rect())
        self._corners.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints card and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self.theme.tokens
        paint_body(painter, QRectF(self.rect()), RADIUS, tokens.line)
        paint_body(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS - 1, tokens.card)
        painter.fillRect(QRectF(0, HEADER - 1, self.width(), 1), self.theme.color("line"))


class _Capsule(QWidget):
    """The pill that holds the host's buttons, as over every mini-app."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._second = second
        self.setFixedHeight(_CAPSULE_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_1, 1, SPACE_1, 1)
        row.setSpacing(SPACE_1 + 1)
        row.addWidget(first)
        row.addWidget(second)
        theme.did_change.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the pill and the line between its buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        paint_body(painter, self.rect().toRectF(), self.height() / 2, tokens.card, tokens.line)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        place = self._second.geometry()
        x = place.right() + 3 if is_mirrored else place.left() - 3
        painter.fillRect(x, 10, 1, self.height() - 20, self._theme.color("line"))


class _Corners(QWidget):
    """Covers what stands out of the round corners of its parent, and takes no press from it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.did_change.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves all but the corners alone: what lies over a page is painted whenever the page is."""
        super().resizeEvent(event)
        right, bottom = self.width() - RADIUS, self.height() - RADIUS
        region = QRegion()
        for x in (0, right):
            for y in (0, bottom):
                region += QRect(x, y, RADIUS, RADIUS)
        self.setMask(region)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground and the shadow outside the corners, and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x in (0, self.width() - RADIUS):
            for y in (0, self.height() - RADIUS):
                painter.drawPixmap(x, y, self._corner(QPoint(x, y)))
        painter.setPen(self._theme.color("line"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)

    def _corner(self, at: QPoint) -> QPixmap:
        """What lies around the device in the square at ``at``; nothing inside its outline."""
        pixmap = QPixmap(QSize(RADIUS, RADIUS) * self.devicePixelRatioF())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        pixmap.fill(Qt.GlobalColor.transparent)  # an opaque one could not be cleared below
        painter = QPainter(pixmap)
        painter.translate(-at)
        painter.fillRect(self.rect(), self._theme.color("background"))
        paint_shadow(painter, QRectF(self.rect()), RADIUS, self._theme.tokens.shadow, CARD_SHADOW)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        painter.fillPath(rounded(QRectF(self.rect()), RADIUS), Qt.GlobalColor.black)
        painter.end()
        return pixmap

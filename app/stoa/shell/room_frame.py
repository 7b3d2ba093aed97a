"""The card a mini-app lives in: the host's header, the page, and what covers the page when it cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from stoa.engine.deck import RoomDeck
from stoa.engine.stillness import NextPicture
from stoa.shell.room_header import HEADER_HEIGHT, HeaderFace, RoomHeader
from stoa.ui.app_tile import paint_app_icon
from stoa.ui.card_frame import CardFrame
from stoa.ui.notice import Notice
from stoa.ui.painting import paint_card, rounded
from stoa.ui.tokens import RADIUS_CARD, SPACE_4, TILE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from stoa.engine.last_look import LastLook
    from stoa.ui.theme import Theme

# A page that was drawn before it said that it is ready has nothing new to show.
_NEXT_MS = 50


class _Splash(QWidget):
    """The app's icon, until its page says that it is ready; or how that looked when it was left.

    Whichever it paints: nothing is there yet, a press goes nowhere, and who cannot see it is told what is opening.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._icon: QPixmap | None = None
        self.look: LastLook | None = None
        self._picture = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_app(self, name: str, icon: QPixmap | None, look: LastLook | None) -> None:
        """Say which app is coming, and how its page was left where that is known."""
        if (name, icon) == (self._name, self._icon) and look is self.look:
            return
        self._name, self._icon, self.look = name, icon, look
        self._picture = QImage() if look is None else look.picture()
        self.setAccessibleName(self.tr("{0} is opening").format(name))
        self.update()

    def is_of(self, name: str, icon: QPixmap | None) -> bool:
        """Whether it is seen, and shows this app."""
        return self.isVisible() and (name, icon) == (self._name, self._icon)

    def show_now(self) -> None:
        """Paint at once, which is sooner than the rest of what a press does; then the page below is painted too."""
        self.repaint()
        self.let_draw()

    def let_draw(self) -> None:
        """Have the page below painted from now on.

        Covered by what is opaque it would not be, and nobody could tell when it is there (``stillness.py``).
        """
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.update()

    def hideEvent(self, _event: QHideEvent) -> None:
        """Forgets how the page was left: four bytes a pixel."""
        self.look, self._picture = None, QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the look where it still fits, or the icon in the middle of the card's own colour."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._picture.size() == self.size() * ratio:
            self._picture.setDevicePixelRatio(ratio)
            painter.drawImage(0, 0, self._picture)
            return
        painter.fillRect(self.rect(), self._theme.color("card"))
        rect = QRectF((self.width() - TILE) / 2, (self.height() - TILE) / 2 - 20, TILE, TILE)
        paint_app_icon(painter, rect, self._theme, self._name, self._icon)


class _Cover(QWidget):
    """A notice on the card's own colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        column = QVBoxLayout(self)
        self.notice = Notice(theme, "alert", "", parent=self)
        column.addWidget(self.notice)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.color("card"))


class _Corner(QWidget):
    """Rounds one lower corner of the page, which Qt draws square."""

    def __init__(self, theme: Theme, parent: QWidget, *, right: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._right = right
        # It is painted with every frame of the page below it.
        self._drawn: QPixmap | None = None
        self.setFixedSize(RADIUS_CARD, RADIUS_CARD)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.did_change.connect(self._draw_anew)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground, shadow and edge of the card as they are around the page, and nothing over its round part."""
        if self._drawn is None or self._drawn.devicePixelRatio() != self.devicePixelRatioF():
            self._drawn = self._draw()
        QPainter(self).drawPixmap(0, 0, self._drawn)

    def _draw_anew(self) -> None:
        self._drawn = None
        self.update()

    def _draw(self) -> QPixmap:
        side, far = float(RADIUS_CARD), 4.0 * RADIUS_CARD
        pixmap = QPixmap(self.size() * self.devicePixelRatioF())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        pixmap.fill(Qt.GlobalColor.transparent)  # an opaque one could not be cleared below
        painter = QPainter(pixmap)
        painter.fillRect(self.rect(), self._theme.color("background"))
        # The page lies one pixel inside the card's edge.
        page = QRectF(side - far if self._right else 0.0, side - far, far, far)
        paint_card(painter, page.adjusted(-1, -1, 1, 1), self._theme.tokens)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        painter.fillPath(rounded(page, side - 1), Qt.GlobalColor.black)
        painter.end()
        return pixmap


class RoomFrame(QWidget):
    """Header over page.

    ``retry_pressed`` follows the button of a cover (reload, wake, wait no more), ``report_pressed`` the one beside it.
    On the stage it is a card; with ``own_window`` it fills the window it is alone in.
    """

    retry_pressed = Signal()
    report_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, own_window: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._own_window = own_window
        # Drawn once: eight smooth outlines as large as the stage take 5 ms, and they would fall between press and page.
        self._card: CardFrame | None = None
        column = QVBoxLayout(self)
        # One pixel inside the card's edge.
        margin = 0 if own_window else SPACE_4 + 4
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(0)
        self.header = RoomHeader(theme, self, own_window=own_window)
        place = self.header.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.header.setSizePolicy(place)
        column.addWidget(self.header)
        self._body = QWidget(self)
        column.addWidget(self._body, 1)
        self._stack = QStackedLayout(self._body)
        # The deck stays shown under a cover: a page that is hidden is not drawn, and would come up late.
        self._stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self.deck = RoomDeck(self._body)
        self._splash = _Splash(theme, self._body)
        self._cover = _Cover(theme, self._body)
        self._cover.notice.did_press.connect(self.retry_pressed)
        self._cover.notice.did_press_beside.connect(self.report_pressed)
        for page in (self.deck, self._splash, self._cover):
            self._stack.addWidget(page)
        self._corners = () if own_window else tuple(_Corner(theme, self._body, right=side) for side in (False, True))
        # What the splash waits for to go.
        self._next: NextPicture | None = None
        self._is_bare = False
        self._kept: list[QWidget] = []
        self.show_page()
        theme.did_change.connect(self._draw_anew)

    def set_bare(self, bare: bool) -> None:  # noqa: FBT001  a state
        """Hide all but the pages themselves, at their places; what covered them comes back."""
        if bare == self._is_bare:
            return
        self._is_bare = bare
        if bare:
            around = (self.header, self._splash, self._cover, *self._corners)
            self._kept = [part for part in around if not part.isHidden()]
        for part in self._kept:
            part.setVisible(not bare)

    def show_face(self, face: HeaderFace) -> None:
        """Show what is known of the room."""
        self.header.show_face(face)
        self.setAccessibleName(face.name)

    def show_page(self) -> None:
        """Show the page itself."""
        self._next = None
        self._splash.hide()
        self._cover.hide()
        self._raise_corners()

    def show_page_of(self, name: str, icon: QPixmap | None, canvas: QObject | None) -> None:
        """Show the page of an app whose splash is seen as soon as something new is drawn on its canvas, others at once.

        A page says that it is ready when it has made what it shows; until that is drawn there is its ground.
        """
        if canvas is None or self.look is not None or not self._splash.is_of(name, icon):
            self.show_page()
        elif self._next is None:
            self._next = coming = NextPicture(canvas, self, _NEXT_MS)
            coming.did_come.connect(lambda: self.show_page() if self._next is coming else None)
            self._splash.let_draw()

    @property
    def look(self) -> LastLook | None:
        """How the page was left, where that covers it."""
        return self._splash.look

    def show_splash(self, name: str, icon: QPixmap | None, look: LastLook | None = None) -> None:
        """Cover the page until it is ready: by how it was left, as long as that has its size, or by the app's icon."""
        self._next = None
        is_new = look is not self._splash.look
        self._splash.set_app(name, icon, look)
        self._cover.hide()
        self._splash.show()
        self._splash.raise_()
        self._raise_corners()
        if is_new and look is not None:
            self._splash.show_now()

    def show_notice(self, icon: str, title: str, text: str, button: str | None, *, report: str | None = None) -> None:
        """Cover the page with what happened and what to do, where something can be done now; ``report`` tells of it."""
        self._next = None
        self._cover.notice.set_notice(icon, title, text, button, tone="warm", beside=report)
        self._splash.hide()
        self._cover.show()
        self._cover.raise_()
        self._raise_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the rounded corners in the corners."""
        super().resizeEvent(event)
        self._place_corners()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the card and the line under its header."""
        painter = QPainter(self)
        if self._own_window:
            painter.fillRect(self.rect(), self._theme.color("card"))
            painter.fillRect(0, HEADER_HEIGHT - 1, self.width(), 1, self._theme.color("line"))
            return
        painter.fillRect(self.rect(), self._theme.color("background"))
        card = self.contentsRect().adjusted(SPACE_4 + 3, SPACE_4 + 3, -SPACE_4 - 3, -SPACE_4 - 3)
        if self._card is None or self._card.ratio != self.devicePixelRatioF():
            self._card = CardFrame(self._theme.tokens, self.devicePixelRatioF())
        self._card.paint(painter, card)
        painter.fillRect(card.left() + 1, card.top() + HEADER_HEIGHT, card.width() - 2, 1, self._theme.color("line"))

    def _draw_anew(self) -> None:
        self._card = None
        self.update()

    def _raise_corners(self) -> None:
        for corner in self._corners:
            corner.raise_()
        self._place_corners()

    def _place_corners(self) -> None:
        bottom = self._body.height() - RADIUS_CARD
        for corner, left in zip(self._corners, (0, self._body.width() - RADIUS_CARD), strict=False):
            corner.move(left, bottom)

"""The list of posts: rows on screen only, moved as one piece, whatever the length of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QApplication, QFrame, QWidget

from stoa.shell.feed.bar import bar_of, seek
from stoa.shell.feed.card_pool import CardPool
from stoa.shell.feed.card_style import GAP, PICTURE_RADIUS
from stoa.shell.feed.focus_order import stop_beyond, stops_of
from stoa.shell.feed.glide import Glide
from stoa.shell.feed.pagers import ForgivingPager
from stoa.shell.feed.position import LINE, Position, Row, Spacing, page_step
from stoa.shell.feed.reading_keys import ReadingKeys
from stoa.shell.feed.window import RowWindow
from stoa.ui.scroll_area import ThinScrollBar, own_viewport
from stoa.ui.spoken import read_in_order

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from stoa.services.feed.posts import Post
    from stoa.shell.feed.card import CardWidget
    from stoa.shell.feed.deck import CardDeck
    from stoa.shell.feed.dressing import Dressing
    from stoa.shell.feed.window import Pager
    from stoa.shell.feed.wishes import Wishes

# One notch of a wheel.
_NOTCH = 96
# What is measured and decoded ahead of the view in a quiet moment.
_AHEAD = 900


class FeedList(QAbstractScrollArea):
    """Shows the posts of a pager. ``moved`` follows every change of what is in view.

    ``top_wanted`` follows the Home key; ``failed(sentence)`` a page that could not be read while scrolling.
    """

    moved = Signal()
    top_wanted = Signal()
    failed = Signal(str)

    def __init__(self, dressing: Dressing, deck: CardDeck, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deck, self._wishes = deck, wishes
        self.theme, self.dressing = dressing.theme, dressing
        self.position: Position | None = None
        self.current: int | None = None
        self._pool = CardPool(dressing, deck, wishes, self)
        self.glide = Glide(dressing.theme, self.scroll_by, self)
        self._keys = ReadingKeys(self, wishes)
        self._quiet = QTimer(self, singleShot=True, interval=0)
        self._quiet.timeout.connect(self._on_quiet)
        dressing.shelf.loaded.connect(self._pool.show_picture)
        self._build()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Posts"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(ThinScrollBar(self.dressing.theme, self))
        self.verticalScrollBar().actionTriggered.connect(self._on_bar_moved)
        own_viewport(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAccessibleName(self.tr("Posts"))

    def open(self, pager: Pager) -> None:
        """Shows a timeline from its newest post.

        Raises:
            StoaError: the posts cannot be read.
        """
        window = RowWindow(pager)
        window.open_newest()
        window.pager = ForgivingPager(pager, self.failed.emit)
        self.glide.stop()
        self.position = Position(window, self._deck.measure, Spacing(GAP, GAP, GAP))
        self.position.view_height = self.viewport().height()
        self.current = None
        self._deck.set_width(self.viewport().width())
        self.arrange()

    def arrange(self, moved: int | None = None) -> None:
        """Puts a card on each row in view. ``moved`` pixels, where known, are shifted rather than painted."""
        if self.position is None or self.viewport().width() < 200:
            return
        rows = self.position.rows()
        if moved and abs(moved) < self.viewport().height():
            self.viewport().scroll(0, -moved)
        self._pool.hand_out(rows, self.viewport().width())
        bar, shown = self.verticalScrollBar(), bar_of(self.position)
        bar.blockSignals(True)
        bar.setRange(0, shown.maximum)
        bar.setPageStep(shown.page)
        bar.setValue(shown.value)
        bar.blockSignals(False)
        bar.update()
        self._quiet.start()
        self.moved.emit()

    def _refit(self) -> None:
        """Measures anew all rows, keeping what is read in place."""
        if self.position is None:
            return
        self.position.heights.clear()
        self.position.settle()
        self.arrange()

    def retell(self) -> None:
        """Draws anew what reads differently because time passed."""
        aged = self._deck.age()
        if self.position is None or not aged:
            return
        for post_id in aged:
            self.position.heights.forget(post_id)
        self.position.settle()
        self.arrange()

    def replace(self, post: Post) -> None:
        """Shows a post's newer state."""
        if self.position is None:
            return
        self.position.window.replace(post)
        self.position.heights.forget(post.id)
        self.position.settle()
        self.arrange()

    def remove(self, post_id: int) -> None:
        """Takes a row out."""
        if self.position is None:
            return
        self.position.window.remove(post_id)
        self.position.settle()
        self.arrange()

    def scroll_by(self, pixels: int) -> None:
        """Moves down the timeline, or up by a negative number."""
        if self.position is not None:
            moved = self.position.scroll(pixels)
            if moved:
                self.arrange(moved)

    def show_post(self, wanted: int) -> None:
        """Focuses the row with this run index and brings it into view."""
        if self.position is None:
            return
        index = self.position.reach(wanted)
        if index is None:
            return
        self.glide.stop()
        self.current = self.position.window.posts[index].id
        distance = self.position.reveal(index)
        card = self._pool.card(self.current)
        if card is None:
            self.scroll_by(distance)
            card = self._pool.card(self.current)
        elif distance:
            self.glide.by(distance)
        if card is not None:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_last(self) -> None:
        """Goes to the oldest post there is."""
        if self.position is not None:
            self.glide.stop()
            self.position.window.open_oldest()
            self.position.show(len(self.position.window.posts) - 1, 0)
            self.arrange()

    def current_index(self) -> int | None:
        """The run index of the row that keys speak to: the one last gone to, if it is in view."""
        if self.position is None or self.current is None or self._pool.card(self.current) is None:
            return None
        return self.position.window.position_of(self.current)

    def rows(self) -> list[Row]:
        """The rows in view."""
        return self.position.rows() if self.position is not None else []

    # Qt

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves by the wheel's pixels or notches."""
        self.glide.stop()
        exact = event.pixelDelta().y()
        self.scroll_by(-exact if exact else -round(event.angleDelta().y() / 120 * _NOTCH))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays out anew for the new width."""
        super().resizeEvent(event)
        if self.position is not None:
            self.position.view_height = self.viewport().height()
        if self._deck.set_width(self.viewport().width()):
            self._refit()
        elif self.position is not None:
            self.position.settle()
            self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground between and below the rows."""
        QPainter(self.viewport()).fillRect(event.rect(), self.dressing.ground)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Does nothing: the bar follows the rows, not the other way round."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes the row under the pointer the one that keys speak to."""
        y = event.position().y()
        row = next((row for row in self.rows() if row.top <= y < row.top + row.height), None)
        if row is not None:
            self.current = row.post.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lets the keys of reading through, and leaves all others to the pane."""
        if not self._keys.press(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands a focus that came by Tab to the first or last stop, so that there is always a ring to see."""
        super().focusInEvent(event)
        stops = [stop for card in self._cards() for stop in stops_of(card, rtl=self.dressing.style.rtl)]
        at = {Qt.FocusReason.TabFocusReason: 0, Qt.FocusReason.BacktabFocusReason: -1}.get(event.reason())
        if stops and at is not None:
            stops[at].setFocus(event.reason())

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Goes through the rows as they are seen, which is not the order in which their cards were made."""
        now = QApplication.focusWidget()
        stops = [stop for card in self._cards() for stop in stops_of(card, rtl=self.dressing.style.rtl)]
        if now is self and next_ and stops:
            at = 0
        elif now in stops:
            at = stops.index(now) + (1 if next_ else -1)
        else:
            return super().focusNextPrevChild(next_)
        reason = Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
        if 0 <= at < len(stops):
            stops[at].setFocus(reason)
            return True
        outside = stop_beyond(self, forward=next_)
        if outside is None:
            return False
        outside.setFocus(reason)
        return True

    def event(self, event: QEvent) -> bool:
        """Draws anew when the direction of reading changes, or the screen has another number of pixels."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.LayoutDirectionChange):
            self.redress()
        return handled

    # Inside

    def _cards(self) -> list[CardWidget]:
        """The cards in view, from top to bottom."""
        return [card for row in self.rows() if (card := self._pool.card(row.post.id)) is not None]

    def _on_quiet(self) -> None:
        """Loads, measures and decodes what is likely to come next."""
        if self.position is None:
            return
        read_in_order(self._cards())
        self.position.stock()
        for row in self.position.rows(_AHEAD):
            content, layout = self._deck.card(row.post)
            if content.picture_id is not None and layout.picture is not None:
                self.dressing.prepare(content.picture_id, layout.picture.size(), PICTURE_RADIUS)

    def _on_bar_moved(self, action: int) -> None:
        self.glide.stop()
        kind = QAbstractSlider.SliderAction
        steps = {
            kind.SliderSingleStepAdd.value: LINE,
            kind.SliderSingleStepSub.value: -LINE,
            kind.SliderPageStepAdd.value: page_step(self.viewport().height()),
            kind.SliderPageStepSub.value: -page_step(self.viewport().height()),
        }
        if action in steps:
            self.scroll_by(steps[action])
        elif self.position is not None:
            seek(self.position, self.verticalScrollBar().sliderPosition())
            self.arrange()

    def redress(self) -> None:
        """Draws all cards anew for the theme, direction and screen in force."""
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.dressing.renew(rtl=rtl, ratio=self.devicePixelRatioF())
        self._deck.clear()
        self._refit()
        self.viewport().update()

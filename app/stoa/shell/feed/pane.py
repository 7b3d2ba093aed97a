"""The feed pane: header, list and what is shown where there is no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from stoa.contract.errors import StoaError
from stoa.services.feed.posts import Timeline
from stoa.shell.feed.deck import CardDeck
from stoa.shell.feed.dressing import Dressing
from stoa.shell.feed.feed_list import FeedList
from stoa.shell.feed.header import FeedHeader
from stoa.shell.feed.notices import Absence, FeedNotice
from stoa.shell.feed.pagers import PAGE, SearchPager, TimelinePager
from stoa.shell.feed.pictures import PictureShelf
from stoa.shell.feed.pill import NewPostsPill
from stoa.shell.feed.post_actions import PostActions
from stoa.shell.feed.reading_place import place_of, return_to_place
from stoa.shell.feed.skeleton import FeedSkeleton
from stoa.shell.feed.survey_book import SurveyBook
from stoa.shell.feed.viewing import Sources, Viewer, wall_clock
from stoa.shell.feed.wishes import Wishes
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPixmap, QShowEvent

    from stoa.ui.theme import Theme

# "12 min" is never wrong by more than this.
_AGES_MS = 30_000


def _no_icon(_app_id: str) -> QPixmap | None:
    return None


class FeedPane(QWidget):
    """Shows one viewer's feed. Posts travel in signals as objects, since Qt knows neither ``Post`` nor ``Jump``.

    ``sources`` may be filled later with ``set_viewer``; until then the pane shows the outlines of cards. ``clock``
    gives milliseconds since 1970 UTC; ``app_icons`` a mini-app's icon by its id. ``post_actions`` acts on one post.
    """

    jump_pressed = Signal(object, int)
    jump_hovered = Signal(object)
    compose_pressed = Signal()
    link_pressed = Signal(str)
    manage_following_pressed = Signal()
    share_to_app_pressed = Signal(object)
    remove_starter_pressed = Signal()
    export_pressed = Signal(str, str)
    timeline_changed = Signal(object)
    did_scroll = Signal()
    failed = Signal(str)
    copied = Signal()

    def __init__(
        self, theme: Theme, sources: Sources, viewer: Viewer, *, clock: Callable[[], int] = wall_clock,
        app_icons: Callable[[str], QPixmap | None] = _no_icon, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._sources, self._viewer = sources, viewer
        self._timeline, self._query = Timeline.FOR_YOU, ""
        self._before_search: dict[str, Any] | None = None
        self._loaded = False
        self._shelf = PictureShelf(sources.pictures, self)
        self._surveys = SurveyBook(sources.surveys, viewer.account_id)
        self._dressing = Dressing(theme, self._shelf, app_icons)
        self._deck = CardDeck(self._dressing, self._surveys, clock)
        self._wishes = Wishes(self)
        self._list = FeedList(self._dressing, self._deck, self._wishes)
        self.post_actions = PostActions(self, self._list, self._deck, self._surveys, clock)
        self.post_actions.begin(sources, viewer)
        self._build(theme)
        self._connect(theme)
        self._ages = QTimer(self, interval=_AGES_MS)
        self._ages.timeout.connect(self._on_time_passed)
        self._ages.start()

    def _build(self, theme: Theme) -> None:
        self.setAccessibleName(self.tr("Feed"))
        self._header = FeedHeader(theme)
        self._skeleton = FeedSkeleton(self._dressing)
        self._notice = FeedNotice(theme)
        self._faces = QStackedWidget()
        for face in (self._skeleton, self._list, self._notice):
            self._faces.addWidget(face)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._faces, 1)
        self._pill = NewPostsPill(theme, self._faces)
        self.setFocusProxy(self._list)

    def _connect(self, theme: Theme) -> None:
        header, notice, wishes = self._header, self._notice, self._wishes
        header.timeline_chosen.connect(self.set_timeline)
        header.searched.connect(self._on_searched)
        header.search_left.connect(self._on_left)
        header.results_entered.connect(lambda: self._list.setFocus(Qt.FocusReason.TabFocusReason))
        header.compose_pressed.connect(self.compose_pressed)
        header.manage_pressed.connect(self.manage_following_pressed)
        notice.compose_pressed.connect(self.compose_pressed)
        notice.follow_pressed.connect(self.manage_following_pressed)
        notice.retry_pressed.connect(self.refresh)
        wishes.link_pressed.connect(self.link_pressed)
        self.post_actions.connect_wishes(wishes)
        self._pill.clicked.connect(self.show_newest)
        self._list.moved.connect(self._on_moved)
        self._list.moved.connect(self.did_scroll)
        self._list.top_wanted.connect(self.show_newest)
        self._list.failed.connect(self.failed)
        theme.did_change.connect(self._on_theme_changed)

    # What is read

    def set_viewer(self, viewer: Viewer, sources: Sources | None = None) -> None:
        """Shows an account's feed, from its newest post; out of these services from now on, where they are given."""
        self._viewer = viewer
        if sources is not None:
            self._sources = sources
            self._shelf.set_source(sources.pictures)
        self._begin()

    def set_timeline(self, timeline: Timeline) -> None:
        """Shows a timeline from its newest post."""
        changed = timeline is not self._timeline
        self._timeline, self._query = timeline, ""
        self._header.leave_search()
        self._before_search = None
        self._header.show_timeline(timeline)
        self._open()
        if changed:
            self.timeline_changed.emit(timeline)

    def refresh(self) -> None:
        """Reads everything anew and stays at the post that is being read."""
        state = self.scroll_state()
        self._deck.clear()
        self._surveys.begin(self._sources.surveys, self._viewer.account_id)
        self._open()
        self.restore_scroll_state(state)

    def refresh_survey(self, survey_id: str) -> None:
        """Draws a survey anew, since someone voted or it was closed."""
        self.post_actions.refresh_survey(survey_id)

    def refresh_post(self, post_id: int) -> None:
        """Draws a post anew, since its likes, comments or content changed."""
        self.post_actions.refresh_post(post_id)

    def refresh_app_icons(self) -> None:
        """Asks for the mini-apps' icons anew, since one was installed or removed."""
        self._dressing.forget_icons()
        self._on_time_passed()

    def show_new(self) -> None:
        """Says how many posts have come, without moving what is being read; shows them where there were none."""
        position = self._list.position
        if self._query or position is None or self._sources.feed is None:
            return
        if not position.window.posts:
            self._open()
            return
        try:
            self._pill.tell(position.window.count_newer(), PAGE)
        except StoaError as error:
            self.failed.emit(told(error))

    def show_newest(self) -> None:
        """Goes to the newest post, new ones included."""
        self._open()

    def open_search(self) -> None:
        """Shows the search field."""
        self._header.open_search()

    def scroll_state(self) -> dict[str, Any]:
        """What is being read, as JSON-able values for ``restore_scroll_state``."""
        return {"timeline": str(self._timeline)} | place_of(self._list.position)

    def restore_scroll_state(self, state: dict[str, Any]) -> None:
        """Goes back to what was being read; whatever of the state is missing or wrong is left out."""
        timeline = state.get("timeline")
        if timeline in list(Timeline) and timeline != self._timeline:
            self.set_timeline(Timeline(timeline))
        try:
            if return_to_place(self._list.position, state):
                self._list.arrange()
        except StoaError as error:
            self.failed.emit(told(error))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Reads the first page when the pane is first seen."""
        super().showEvent(event)
        if not self._loaded:
            self._list.redress()
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens composer and search by key."""
        if event.key() == Qt.Key.Key_Slash:
            self.open_search()
        elif event.key() == Qt.Key.Key_C and not event.modifiers():
            self.compose_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and (self._query or self._header.searching):
            self._on_left()
        else:
            super().keyPressEvent(event)

    # Inside

    def _begin(self) -> None:
        self._surveys.begin(self._sources.surveys, self._viewer.account_id)
        self.post_actions.begin(self._sources, self._viewer)
        self._deck.clear()
        if self._loaded or self.isVisible():
            self._open()

    def _open(self) -> None:
        """Reads the first page of what is to be shown, or says why there is none."""
        feed, viewer = self._sources.feed, self._viewer.account_id
        self._pill.tell(0, PAGE)
        if feed is None:
            self._faces.setCurrentWidget(self._skeleton)
            return
        self._loaded = True
        pager = SearchPager(feed, viewer, self._query) if self._query else TimelinePager(feed, viewer, self._timeline)
        try:
            self._list.open(pager)
        except StoaError as error:
            self._notice.show_error(told(error))
            self._faces.setCurrentWidget(self._notice)
            return
        self._show_list()

    def _show_list(self) -> None:
        position = self._list.position
        if position is not None and position.window.posts:
            self._faces.setCurrentWidget(self._list)
            return
        absence = Absence.FINDS if self._query else Absence(self._timeline.value)
        self._notice.show_absence(absence, self._query)
        self._faces.setCurrentWidget(self._notice)

    def _on_searched(self, query: str) -> None:
        if query == self._query:
            return
        if query and not self._query:
            self._before_search = self.scroll_state()
        self._query = query
        self._open()
        if not query:
            self._return()

    def _on_left(self) -> None:
        had_query, self._query = bool(self._query), ""
        self._header.leave_search()
        if self._timeline not in (Timeline.FOR_YOU, Timeline.FOLLOWING):
            self.set_timeline(Timeline.FOR_YOU)
        self._header.show_timeline(self._timeline)
        if had_query:
            self._open()
            self._return()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _return(self) -> None:
        """Goes back to where the search began."""
        state, self._before_search = self._before_search, None
        if state is not None:
            self.restore_scroll_state(state)

    def _on_moved(self) -> None:
        position = self._list.position
        if position is None or not position.window.posts:
            self._show_list()
        elif self._pill.isVisible() and position.at_top:
            self._pill.tell(position.window.count_newer(), PAGE)

    def _on_time_passed(self) -> None:
        if self.isVisible():
            self._list.retell()

    def _on_theme_changed(self) -> None:
        self._list.redress()
        self._skeleton.update()

"""What the pane does to posts: likes, bookmarks, comments, votes, deletion; and drawing them anew afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint

from stoa.contract.errors import StoaError
from stoa.services.feed.posts import Timeline
from stoa.shell.feed.comments import CommentsSheet
from stoa.shell.feed.picture_sheet import PictureSheet
from stoa.shell.feed.post_menu import PostMenu, deletion_sheet
from stoa.shell.feed.survey_sheet import SurveySheet
from stoa.shell.feed.window import cursor_of
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.services.feed.posts import Post
    from stoa.shell.feed.deck import CardDeck
    from stoa.shell.feed.feed_list import FeedList
    from stoa.shell.feed.pane import FeedPane
    from stoa.shell.feed.survey_book import SurveyBook
    from stoa.shell.feed.viewing import Sources, Viewer
    from stoa.shell.feed.wishes import Wishes


class PostActions(QObject):
    """Works on the posts of one pane; what the services refuse is told by the pane's ``failed``."""

    _sources: Sources
    _viewer: Viewer

    def __init__(
        self, pane: FeedPane, feed_list: FeedList, deck: CardDeck, surveys: SurveyBook, clock: Callable[[], int]
    ) -> None:
        super().__init__(pane)
        self._pane, self._list, self._deck = pane, feed_list, deck
        self._surveys, self._clock = surveys, clock
        self._survey_sheet: SurveySheet | None = None
        self._menu = PostMenu(feed_list.theme, pane)
        self._menu.link_chosen.connect(pane.link_pressed)
        self._menu.share_chosen.connect(pane.share_to_app_pressed)
        self._menu.starter_removal_chosen.connect(pane.remove_starter_pressed)
        self._menu.copied.connect(pane.copied)
        self._menu.export_chosen.connect(pane.export_pressed)
        self._menu.delete_chosen.connect(self._on_delete_chosen)

    def begin(self, sources: Sources, viewer: Viewer) -> None:
        """Works for this viewer from now on."""
        self._sources, self._viewer = sources, viewer

    def connect_wishes(self, wishes: Wishes) -> None:
        """Follows what is pressed in cards."""
        wishes.picture_pressed.connect(self._on_picture_pressed)
        wishes.jump_pressed.connect(self._on_jumped)
        wishes.jump_hovered.connect(self._on_jump_hovered)
        wishes.like_pressed.connect(self._on_like_pressed)
        wishes.bookmark_pressed.connect(self._on_bookmark_pressed)
        wishes.comments_pressed.connect(self._on_comments_pressed)
        wishes.menu_pressed.connect(self._on_menu_pressed)
        wishes.more_pressed.connect(self._on_more_pressed)
        wishes.option_pressed.connect(self._on_option_pressed)
        wishes.survey_pressed.connect(self._on_survey_pressed)

    def refresh_post(self, post_id: int) -> None:
        """Reads a post anew and draws it, or takes it out if it is gone."""
        if self._sources.feed is None:
            return
        try:
            post = self._sources.feed.get(self._viewer.account_id, post_id)
        except StoaError as error:
            self._pane.failed.emit(told(error))
            return
        if post is None:
            self._list.remove(post_id)
        else:
            self._list.replace(post)

    def show_post(self, post_id: int) -> bool:
        """Leave what is read now for the post in the feed, and focus it. False when it is gone, or cannot be read."""
        if (post := self._read(post_id)) is None:
            return False
        self._pane.set_timeline(Timeline.FOR_YOU)
        position = self._list.position
        if position is None:
            return False
        if position.window.position_of(post_id) is None:
            position.return_to(cursor_of(post), 1, position.spacing.top)
            self._list.arrange()
        index = position.window.position_of(post_id)
        if index is not None:
            self._list.show_post(index)
        return index is not None

    def refresh_survey(self, survey_id: str) -> None:
        """Reads a survey anew and draws it wherever it is shown."""
        self._surveys.forget(survey_id)
        self._redraw_survey(survey_id)
        if self._survey_sheet is not None and self._survey_sheet.survey_id == survey_id:
            self._survey_sheet.show_survey(*self._surveys.both(survey_id))

    def _read(self, post_id: int) -> Post | None:
        try:
            feed = self._sources.feed
            return None if feed is None else feed.get(self._viewer.account_id, post_id)
        except StoaError as error:
            self._pane.failed.emit(told(error))
            return None

    def _redraw_survey(self, survey_id: str) -> None:
        position = self._list.position
        if position is None:
            return
        for post in position.window.posts:
            if post.survey_id == survey_id:
                self._deck.forget(post.id)
                position.heights.forget(post.id)
        position.settle()
        self._list.arrange()

    def _on_picture_pressed(self, post: Any) -> None:
        dressing = self._list.dressing
        own = None if post.picture is None else dressing.shelf.size_of(post.picture)
        if own is not None:
            PictureSheet(dressing, post, post.picture, own, self._pane.window()).open()

    def _on_jumped(self, post: Any) -> None:
        if post.jump is not None:
            self._pane.jump_pressed.emit(post.jump, post.id)
        elif post.url is not None:
            self._pane.link_pressed.emit(post.url)

    def _on_jump_hovered(self, post: Any) -> None:
        if post.jump is not None:
            self._pane.jump_hovered.emit(post.jump)

    def _on_like_pressed(self, post: Any) -> None:
        feed = self._sources.feed
        if feed is not None:
            self._change(post, lambda: feed.set_liked(self._viewer.account_id, post.id, not post.liked))

    def _on_bookmark_pressed(self, post: Any) -> None:
        feed = self._sources.feed
        if feed is not None:
            self._change(post, lambda: feed.set_bookmarked(self._viewer.account_id, post.id, not post.bookmarked))

    def _change(self, post: Post, change: Callable[[], object]) -> None:
        try:
            change()
        except StoaError as error:
            self._pane.failed.emit(told(error))
        self.refresh_post(post.id)

    def _on_comments_pressed(self, post: Any) -> None:
        feed = self._sources.feed
        if feed is None:
            return
        sheet = CommentsSheet(self._list.dressing, feed, self._viewer, post, self._clock, self._pane.window())
        sheet.failed.connect(self._pane.failed)
        sheet.counted.connect(self.refresh_post)
        sheet.open()

    def _on_menu_pressed(self, post: Any, corner: QPoint) -> None:
        survey = None if post.survey_id is None else self._surveys.both(post.survey_id)[0]
        votes_of = survey if survey is not None and survey.mine and survey.voters else None
        self._menu.show_menu(post, self._viewer.account_id, corner, votes_of)

    def _on_delete_chosen(self, post: Any) -> None:
        sheet = deletion_sheet(self._list.theme, self._pane.window())
        sheet.did_answer.connect(lambda answer: self._delete(post) if answer else None)
        sheet.open()

    def _delete(self, post: Post) -> None:
        feed = self._sources.feed
        if feed is not None:
            self._change(post, lambda: feed.delete(self._viewer.account_id, post.id))

    def _on_more_pressed(self, post: Any) -> None:
        self._deck.unfold(post)
        self._list.replace(post)

    def _on_option_pressed(self, post: Any, option: int) -> None:
        self._vote(post, lambda: self._surveys.press(post.survey_id, option))

    def _on_survey_pressed(self, post: Any) -> None:
        survey, results = self._surveys.both(post.survey_id)
        source = self._surveys.source
        if survey is None or source is None:
            return
        if len(survey.questions) == 1 and survey.questions[0].kind != "text":
            self._vote(post, lambda: self._surveys.send(post.survey_id))
            return
        sheet = SurveySheet(self._list.theme, survey, results, self._pane.window())
        sheet.sent.connect(lambda replies: self._send(sheet, replies))
        sheet.did_answer.connect(lambda _answer: self._forget_sheet(sheet))
        self._survey_sheet = sheet
        sheet.open()

    def _send(self, sheet: SurveySheet, replies: Any) -> None:
        source = self._surveys.source
        if source is None:
            return
        try:
            source.vote(self._viewer.account_id, sheet.survey_id, replies)
        except StoaError as error:
            sheet.show_error(told(error))
            return
        self.refresh_survey(sheet.survey_id)

    def _forget_sheet(self, sheet: SurveySheet) -> None:
        if self._survey_sheet is sheet:
            self._survey_sheet = None

    def _vote(self, post: Post, vote: Callable[[], bool]) -> None:
        try:
            vote()
        except StoaError as error:
            self._pane.failed.emit(told(error))
            self._surveys.forget(post.survey_id or "")
        self._redraw_survey(post.survey_id or "")

"""What the feed pane asks of the services, as Protocols; wiring fills them. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.services.feed.posts import Author, Comment, Cursor, Post, Timeline
    from stoa.services.surveys.api import Survey, SurveyResults


class FeedSource(Protocol):
    """Posts, reactions and comments as the store keeps them. All calls raise StoaError with a sentence."""

    def page(self, viewer: str, timeline: Timeline, after: Cursor | None = None, limit: int = 50) -> list[Post]:
        """The newest posts, or those next older than ``after``; newest first."""
        ...

    def page_before(self, viewer: str, timeline: Timeline, before: Cursor, limit: int = 50) -> list[Post]:
        """The posts next newer than ``before``; newest first."""
        ...

    def count(self, viewer: str, timeline: Timeline) -> int:
        """How many posts a timeline has."""
        ...

    def search(self, viewer: str, query: str, after: Cursor | None = None, limit: int = 50) -> list[Post]:
        """Posts with these words; newest first."""
        ...

    def get(self, viewer: str, post_id: int) -> Post | None:
        """One post as it is now."""
        ...

    def delete(self, account_id: str, post_id: int) -> bool:
        """Deletes a post of this account."""
        ...

    def set_liked(self, account_id: str, post_id: int, liked: bool) -> object:  # noqa: FBT001  a state, not an option
        """Likes a post, or takes that back."""
        ...

    def set_bookmarked(self, account_id: str, post_id: int, bookmarked: bool) -> object:  # noqa: FBT001  the same
        """Bookmarks a post, or takes that back."""
        ...

    def comments(self, post_id: int, after: Cursor | None = None, limit: int = 50) -> list[Comment]:
        """The comments of a post, oldest first, after ``after``."""
        ...

    def add_comment(self, account_id: str, author: Author, post_id: int, text: str) -> object:
        """Adds a comment by this account."""
        ...

    def delete_comment(self, account_id: str, comment_id: int) -> bool:
        """Deletes a comment of this account."""
        ...


class PictureSource(Protocol):
    """Pictures by id."""

    def get(self, picture_id: str) -> bytes | None:
        """The encoded picture, or None where it is gone."""
        ...

    def size(self, picture_id: str) -> tuple[int, int] | None:
        """Width and height in its own pixels, without reading the picture."""
        ...


class Reply(Record):
    """An answer to question number ``question`` (from 0), by its kind; the wire model's light twin.

    ``choices`` are option indexes (all of them, best first, for a ranking), ``rating`` is 1 to 5, ``text`` free text.
    """

    question: int
    choices: tuple[int, ...] | None = None
    rating: int | None = None
    text: str | None = None


class SurveySource(Protocol):
    """Surveys as this viewer may see them. Calls raise StoaError with a sentence where a vote is refused."""

    def get(self, viewer: str, survey_id: str) -> Survey | None:
        """The survey, or None where it is gone."""
        ...

    def results(self, viewer: str, survey_id: str) -> SurveyResults | None:
        """The count, or None while this viewer may not see it."""
        ...

    def vote(self, viewer: str, survey_id: str, replies: Sequence[Reply]) -> None:
        """Votes, or changes the vote where the survey allows it."""
        ...

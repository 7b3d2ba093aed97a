"""What a post is, and the rules a post or comment of a person must keep."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from stoa.services.feed.pictures import Prepared

TEXT_MAX_CHARS = 2000
COMMENT_MAX_CHARS = 1000
TITLE_MAX_CHARS = 80
SUBTITLE_MAX_CHARS = 120
PATH_MAX_CHARS = 1024
# More than a screen's worth; keeps one page of a timeline under a millisecond.
PAGE_MAX = 200


class FeedError(StoaError):
    """A post, comment or picture cannot be taken; its text says what to change."""


class Origin(StrEnum):
    """Where a post comes from."""

    ACCOUNT = "account"
    STARTER = "starter"
    SYNDICATED = "syndicated"


class Timeline(StrEnum):
    """The lists of posts an account can read, each newest first."""

    FOR_YOU = "for_you"
    """All but what other accounts subscribe to."""
    FOLLOWING = "following"
    """Posts of the other accounts of this machine, and of the feeds this account subscribes to."""
    BOOKMARKS = "bookmarks"
    MINE = "mine"


class Cursor(NamedTuple):
    """A place in a list: the time (milliseconds since 1970 UTC) and id of the entry read last."""

    created_at: int
    id: int


class Author(Record):
    """Who a post or comment is by. ``picture`` is the id of a picture, or None to draw initials."""

    name: str
    handle: str
    picture: str | None = None


class Jump(Record):
    """A page of a mini-app that a post opens. ``path`` starts with ``/``; ``picture`` is the id of a picture."""

    app_id: str
    app_name: str
    path: str
    title: str
    subtitle: str = ""
    picture: str | None = None


class Post(Record):
    """A post as one viewer sees it. ``created_at`` is milliseconds since 1970 UTC, and no two posts share it.

    ``account_id`` is set when an account of this machine wrote it. ``picture`` is the id of a picture.
    """

    id: int
    created_at: int
    author: Author
    account_id: str | None
    text: str
    picture: str | None
    jump: Jump | None
    survey_id: str | None
    origin: Origin
    url: str | None
    likes: int
    comments: int
    liked: bool
    bookmarked: bool

    @property
    def cursor(self) -> Cursor:
        """The place of the post in its timelines."""
        return Cursor(self.created_at, self.id)


class Comment(Record):
    """A comment under a post. ``account_id`` is set when an account of this machine wrote it."""

    id: int
    post_id: int
    created_at: int
    author: Author
    account_id: str | None
    text: str

    @property
    def cursor(self) -> Cursor:
        """The place of the comment under its post."""
        return Cursor(self.created_at, self.id)


class Draft(Record):
    """A post to be. Pictures are encoded image data (PNG, JPEG, WebP, GIF), or already prepared (in a thread)."""

    text: str = ""
    picture: bytes | Prepared | None = None
    jump: Jump | None = None
    jump_picture: bytes | Prepared | None = None
    survey_id: str | None = None


def checked_draft(draft: Draft) -> Draft:
    """The draft with its texts cleaned.

    Raises:
        FeedError: it is empty, or a part of it is too long or not usable.
    """
    text = clean(draft.text)
    if not (text or draft.picture or draft.jump or draft.survey_id):
        raise FeedError("Write something, add a picture, attach a page or make a survey before posting.")
    _limit("the text", text, TEXT_MAX_CHARS)
    jump = checked_jump(draft.jump) if draft.jump else None
    return Draft(text, draft.picture, jump, draft.jump_picture, draft.survey_id)


def checked_jump(jump: Jump) -> Jump:
    """The jump with its texts cleaned; raises `FeedError` where it leads nowhere or a text is too long."""
    title, subtitle = clean(jump.title), clean(jump.subtitle)
    if not jump.path.startswith("/"):
        raise FeedError("Attach the page again: its address does not start with a slash.")
    _limit("the address of the attached page", jump.path, PATH_MAX_CHARS)
    _limit("the title of the attached page", title, TITLE_MAX_CHARS)
    _limit("the subtitle of the attached page", subtitle, SUBTITLE_MAX_CHARS)
    return Jump(jump.app_id, clean(jump.app_name), jump.path, title or clean(jump.app_name), subtitle, jump.picture)


def checked_comment(text: str) -> str:
    """The comment cleaned; raises `FeedError` when it is empty or too long."""
    cleaned = clean(text)
    if not cleaned:
        raise FeedError("Write something before sending the comment.")
    _limit("the comment", cleaned, COMMENT_MAX_CHARS)
    return cleaned


def clean(text: str) -> str:
    """The text without outer white space, control characters and halves of characters; lines end in a newline."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter in "\n\t" or (letter >= " " and letter != "\x7f")).strip()


def own_time(now: int, newest: int | None) -> int:
    """When a new post of a person was made: now, but always after the newest, even with the clock set back."""
    return now if newest is None else max(now, newest + 1)


def item_time(published_at: int | None, now: int, newest: int | None) -> int:
    """Where a syndicated item belongs: when it was published, never in the future and never before 1970."""
    latest = now if newest is None else max(now, newest)
    return latest if published_at is None else min(max(published_at, 0), latest)


def page_size(limit: int) -> int:
    """How many entries to give for a wished ``limit``."""
    return max(0, min(limit, PAGE_MAX))


def _limit(what: str, text: str, most: int) -> None:
    if len(text) > most:
        raise FeedError(f"Shorten {what} to {most:,} characters: it has {len(text):,}.")

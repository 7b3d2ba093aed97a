"""Where pages come from: a timeline, or a search, which can only be read from its newest find on. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from stoa.contract.errors import StoaError
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.services.feed.posts import Cursor, Post, Timeline
    from stoa.shell.feed.sources import FeedSource
    from stoa.shell.feed.window import Pager

T = TypeVar("T")

# Two screens: under a millisecond to read.
PAGE = 24


class TimelinePager:
    """One timeline of one viewer."""

    limit = PAGE

    def __init__(self, feed: FeedSource, viewer: str, timeline: Timeline) -> None:
        self._feed, self._viewer, self._timeline = feed, viewer, timeline

    def older(self, after: Cursor | None) -> list[Post]:
        """The posts next older than ``after``, or the newest ones."""
        return self._feed.page(self._viewer, self._timeline, after, self.limit)

    def newer(self, before: Cursor) -> list[Post]:
        """The posts next newer than ``before``, newest first."""
        return self._feed.page_before(self._viewer, self._timeline, before, self.limit)

    def total(self) -> int | None:
        """How many posts there are."""
        return self._feed.count(self._viewer, self._timeline)


class SearchPager:
    """The posts with certain words. Going back reads again from the places where pages began."""

    limit = PAGE

    def __init__(self, feed: FeedSource, viewer: str, query: str) -> None:
        self._feed, self._viewer, self._query = feed, viewer, query
        self._starts: list[Cursor | None] = []

    def older(self, after: Cursor | None) -> list[Post]:
        """The finds next older than ``after``, or the newest ones."""
        if after is None:
            self._starts.clear()
        if after not in self._starts and (not self._starts or _older(after, self._starts[-1])):
            self._starts.append(after)
        return self._feed.search(self._viewer, self._query, after, self.limit)

    def newer(self, before: Cursor) -> list[Post]:
        """The finds next newer than ``before``, newest first; of those that were read before."""
        for start in reversed(self._starts):
            if start is not None and start.created_at <= before.created_at:
                continue
            page = self._feed.search(self._viewer, self._query, start, self.limit)
            newer = [post for post in page if post.created_at > before.created_at]
            if newer:
                return newer
        return []

    def total(self) -> int | None:
        """Not known: counting the finds of a common word would take seconds."""
        return None


class ForgivingPager:
    """Reads on from another pager; a page that cannot be read is told to ``failed`` and taken for the last one.

    What is on screen then stays, where an error out of a wheel's turn would have nowhere to go.
    """

    limit = PAGE

    def __init__(self, pager: Pager, failed: Callable[[str], None]) -> None:
        self._pager, self._failed = pager, failed

    def older(self, after: Cursor | None) -> list[Post]:
        """The posts next older than ``after``, or the newest ones."""
        return self._read(lambda: self._pager.older(after), [])

    def newer(self, before: Cursor) -> list[Post]:
        """The posts next newer than ``before``, newest first."""
        return self._read(lambda: self._pager.newer(before), [])

    def total(self) -> int | None:
        """How many posts there are, where that can be told."""
        return self._read(self._pager.total, None)

    def _read(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except StoaError as error:
            self._failed(told(error))
            return otherwise


def _older(cursor: Cursor | None, than: Cursor | None) -> bool:
    return cursor is not None and (than is None or cursor.created_at < than.created_at)

"""Which posts are loaded: a short run of the timeline around what is being read, grown and trimmed by keyset pages.

No Qt. Posts run from newest (index 0) to oldest. The run knows its true place in the timeline once it has touched
either end; after a jump into the middle its place is an estimate, which only the scroll bar uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stoa.services.feed.posts import Cursor

if TYPE_CHECKING:
    from stoa.services.feed.posts import Post

# Rows kept in memory on both sides together; a page is loaded when fewer than SPARE remain beyond the view.
KEPT_ROWS = 240
SPARE_ROWS = 12


class Pager(Protocol):
    """Where pages come from. Each page has at most ``limit`` posts, newest first; a shorter one is the last."""

    limit: int

    def older(self, after: Cursor | None) -> list[Post]:
        """The posts next older than ``after``, or the newest ones."""
        ...

    def newer(self, before: Cursor) -> list[Post]:
        """The posts next newer than ``before``, newest first."""
        ...

    def total(self) -> int | None:
        """How many posts there are, or None where counting is not possible."""
        ...


def cursor_of(post: Post) -> Cursor:
    """The place of a post in a timeline."""
    return Cursor(post.created_at, post.id)


def just_before(cursor: Cursor) -> Cursor:
    """The cursor after which the post at ``cursor`` itself comes first: no two posts share a time."""
    return Cursor(cursor.created_at + 1, 0)


class RowWindow:
    """The loaded run of one timeline. ``first`` is the timeline index of ``posts[0]``, ``total`` all its posts."""

    def __init__(self, pager: Pager) -> None:
        self.pager = pager
        self.posts: list[Post] = []
        self.first = 0
        self.at_newest = True
        self.at_oldest = False
        self._total: int | None = None
        # The newest post known, and the two ends in time, for telling where in time an index lies.
        self.newest: Cursor | None = None
        self._oldest: Cursor | None = None

    @property
    def total(self) -> int:
        """All posts of the timeline: counted, or as many as are known to be there."""
        known = self.first + len(self.posts)
        if self.at_oldest:
            return known
        return max(known + 1, self._total if self._total is not None else known + self.pager.limit)

    def open_newest(self) -> None:
        """Loads the first page."""
        self.posts = self.pager.older(None)
        self._total = self.pager.total()
        self.first, self.at_newest = 0, True
        self.at_oldest = len(self.posts) < self.pager.limit
        self.newest = cursor_of(self.posts[0]) if self.posts else None

    def open_oldest(self) -> None:
        """Loads the last page."""
        page = self.pager.newer(Cursor(-1, -1))
        if len(page) < self.pager.limit:
            self.open_newest()
            return
        self.posts, self.at_newest, self.at_oldest = page, False, True
        self._total = self.pager.total()
        self.first = max(1, (self._total or len(page)) - len(page))
        self._oldest = cursor_of(page[-1])

    def open_at(self, cursor: Cursor, index: int) -> None:
        """Loads the page that starts at ``cursor`` (inclusive), taken to have timeline index ``index``."""
        page = self.pager.older(just_before(cursor))
        if not page:
            self.open_oldest()
            return
        self._total = self.pager.total()
        self.posts, self.at_newest = page, False
        self.at_oldest = len(page) < self.pager.limit
        self.first = max(1, index)
        if self.at_oldest and self._total is not None:
            self.first = max(1, self._total - len(page))
        self.grow_newer()

    def open_near(self, index: int) -> None:
        """Loads the page around timeline index ``index``, found by its share of the time between both ends."""
        if self._oldest is None:
            page = self.pager.newer(Cursor(-1, -1))
            if page:
                self._oldest = cursor_of(page[-1])
        if self.newest is None or self._oldest is None or index <= 0:
            self.open_newest()
            return
        share = min(1.0, index / max(1, self.total - 1))
        moment = self.newest.created_at - round(share * (self.newest.created_at - self._oldest.created_at))
        self.open_at(Cursor(moment, 0), index)

    def grow_older(self) -> int:
        """Loads one more page at the old end; how many posts came."""
        if self.at_oldest or not self.posts:
            return 0
        page = self.pager.older(cursor_of(self.posts[-1]))
        self.posts.extend(page)
        self.at_oldest = len(page) < self.pager.limit
        return len(page)

    def grow_newer(self) -> int:
        """Loads one more page at the new end; how many posts came, by which every run index moves up."""
        if self.at_newest or not self.posts:
            return 0
        page = self.pager.newer(cursor_of(self.posts[0]))
        self.posts[:0] = page
        self.at_newest = len(page) < self.pager.limit
        self.first = 0 if self.at_newest else max(1, self.first - len(page))
        if self.at_newest and self.posts:
            self.newest = cursor_of(self.posts[0])
        return len(page)

    def trim(self, low: int, high: int) -> int:
        """Lets go of rows far outside run indexes ``low`` to ``high``; how many went at the new end."""
        surplus = len(self.posts) - KEPT_ROWS
        if surplus <= 0:
            return 0
        dropped = min(max(0, low - KEPT_ROWS // 4), surplus)
        if dropped:
            del self.posts[:dropped]
            self.first += dropped
            self.at_newest = False
        keep = max(high - dropped + KEPT_ROWS // 4, KEPT_ROWS)
        if len(self.posts) > keep:
            self._total = self.total
            del self.posts[keep:]
            self.at_oldest = False
        return dropped

    def position_of(self, post_id: int) -> int | None:
        """The run index of a post, if it is loaded."""
        return next((index for index, post in enumerate(self.posts) if post.id == post_id), None)

    def count_newer(self) -> int:
        """How many posts have come since the newest known one, at most a page."""
        if self.newest is None:
            return len(self.pager.older(None))
        return len(self.pager.newer(self.newest))

    def replace(self, post: Post) -> None:
        """Takes a post's newer state."""
        index = self.position_of(post.id)
        if index is not None:
            self.posts[index] = post

    def remove(self, post_id: int) -> None:
        """Forgets a deleted post."""
        index = self.position_of(post_id)
        if index is not None:
            del self.posts[index]
            if self._total is not None:
                self._total -= 1

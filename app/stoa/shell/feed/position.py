"""What is being read: an anchor row and the pixels between it and the top of the view, and how that moves. No Qt.

Nothing here needs the height of a row that was never on screen, so a timeline of a million posts costs the same as
one of ten; and rows that come, go or change elsewhere never move what is being read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.records import Record
from stoa.shell.feed.heights import Heights
from stoa.shell.feed.window import SPARE_ROWS, RowWindow, cursor_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.services.feed.posts import Cursor, Post

# One press of an arrow key; also what a page keeps of the page before.
LINE = 56


def page_step(view_height: int) -> int:
    """A page of the view, less a line of what was last read."""
    return max(LINE, view_height - LINE)


class Row(Record):
    """A row on screen: its post, its run index, and where it lies in the view, in pixels."""

    post: Post
    index: int
    top: int
    height: int


class Spacing(Record):
    """Pixels between rows, above the first and below the last."""

    gap: int
    top: int
    bottom: int


class Position:
    """The anchor: the first row that reaches into the view, and ``offset``, the y of its top in the view."""

    def __init__(self, window: RowWindow, measure: Callable[[Post], int], spacing: Spacing) -> None:
        self.window = window
        self.heights = Heights()
        self.anchor = 0
        self.offset = spacing.top
        self.view_height = 0
        self._measure = measure
        self.spacing = spacing

    def height_of(self, post: Post) -> int:
        """The height of a row, measured now if it was not before."""
        height = self.heights.get(post.id)
        if height is None:
            height = self._measure(post)
            self.heights.put(post.id, height)
        return height

    # Movement

    def scroll(self, pixels: int) -> int:
        """Moves the view ``pixels`` down the timeline; how far it really went."""
        if not self.window.posts:
            return 0
        self.offset -= pixels
        return pixels + self._settle()

    def settle(self) -> None:
        """Brings the position within bounds after the window or the view changed."""
        self._settle()

    def show(self, index: int, offset: int) -> None:
        """Puts the row with this run index ``offset`` pixels below the top of the view, as far as the ends allow."""
        self.anchor = min(max(0, index), max(0, len(self.window.posts) - 1))
        self.offset = offset
        self._settle()

    def reach(self, index: int) -> int | None:
        """The run index of the row at ``index``, -1 being the one before the first; loads it if need be."""
        if index < 0 and self.window.posts:
            grown = self.window.grow_newer()
            self.anchor += grown
            index += grown
        return index if index >= 0 and self._has(index) else None

    def reveal(self, index: int) -> int:
        """How far to scroll so that a row is in view: whole if it fits, else from its top."""
        top = self._top_of(index)
        height = self.height_of(self.window.posts[index])
        if top < self.spacing.top or height > self.view_height - 2 * self.spacing.top:
            return top - self.spacing.top
        below = top + height + self.spacing.bottom - self.view_height
        return max(0, below)

    def rows(self, ahead: int = 0) -> list[Row]:
        """The rows in view, or reaching to ``ahead`` pixels below it."""
        rows: list[Row] = []
        top, index = self.offset, self.anchor
        while top < self.view_height + ahead and self._has(index):
            post = self.window.posts[index]
            height = self.height_of(post)
            rows.append(Row(post, index, top, height))
            top += height + self.spacing.gap
            index += 1
        return rows

    def stock(self) -> bool:
        """Loads a page ahead and lets far rows go: for a quiet moment. Whether anything was loaded."""
        before = len(self.window.posts)
        if self.anchor < SPARE_ROWS:
            self.anchor += self.window.grow_newer()
        if len(self.window.posts) - self.anchor < 2 * SPARE_ROWS:
            self.window.grow_older()
        grown = len(self.window.posts) != before
        self.anchor -= self.window.trim(self.anchor, self.anchor + SPARE_ROWS)
        return grown

    @property
    def at_top(self) -> bool:
        """Whether the newest post is in view from its top."""
        return self.anchor == 0 and self.window.at_newest and self.offset >= self.spacing.top

    @property
    def at_bottom(self) -> bool:
        """Whether the oldest post is in view to its bottom."""
        rows = self.rows()
        if not rows or not self.window.at_oldest or rows[-1].index != len(self.window.posts) - 1:
            return False
        return rows[-1].top + rows[-1].height + self.spacing.bottom <= self.view_height

    # Keeping it

    def cursor(self) -> Cursor | None:
        """The place of the anchor row in its timeline."""
        return cursor_of(self.window.posts[self.anchor]) if self._has(self.anchor) else None

    def return_to(self, cursor: Cursor, index: int, offset: int) -> None:
        """Goes to where ``cursor`` was read before; if that post is gone, to the next older one."""
        self.window.open_at(cursor, index)
        run = next((i for i, post in enumerate(self.window.posts) if cursor_of(post) <= cursor), 0)
        self.show(run, offset)

    # Inside

    def _has(self, index: int) -> bool:
        """Whether a row exists at or after the anchor's side, loading older posts if need be."""
        return index < len(self.window.posts) or (self.window.grow_older() > 0 and index < len(self.window.posts))

    def _top_of(self, index: int) -> int:
        posts, gap = self.window.posts, self.spacing.gap
        low, high = min(index, self.anchor), max(index, self.anchor)
        span = sum(self.height_of(post) + gap for post in posts[low:high])
        return self.offset + (span if index >= self.anchor else -span)

    def _settle(self) -> int:
        """Makes the anchor the first row in view and keeps the ends at the edges; pixels it pushed back down."""
        if not self.window.posts:
            self.anchor, self.offset = 0, self.spacing.top
            return 0
        self.anchor = min(self.anchor, len(self.window.posts) - 1)
        pushed = self._climb()
        self._descend()
        return pushed - self._lift()

    def _climb(self) -> int:
        """Moves the anchor to newer rows while there is room above it; how far the first row was pushed up."""
        while self.offset > 0:
            if self.anchor == 0:
                self.anchor += self.window.grow_newer()
            if self.anchor == 0:
                break
            self.anchor -= 1
            self.offset -= self.height_of(self.window.posts[self.anchor]) + self.spacing.gap
        if self.anchor == 0 and self.offset > self.spacing.top:
            surplus = self.offset - self.spacing.top
            self.offset = self.spacing.top
            return surplus
        return 0

    def _descend(self) -> None:
        """Moves the anchor to older rows while it lies wholly above the view."""
        while True:
            height = self.height_of(self.window.posts[self.anchor]) + self.spacing.gap
            if self.offset + height > 0 or not self._has(self.anchor + 1):
                return
            self.offset += height
            self.anchor += 1

    def _lift(self) -> int:
        """Keeps the last row at the bottom edge; how far the rows were pushed down."""
        rows = self.rows()
        last = len(self.window.posts) - 1
        if not self.window.at_oldest or (rows and rows[-1].index != last):
            return 0
        end = rows[-1].top + rows[-1].height if rows else self.offset + self.height_of(self.window.posts[last])
        room = self.view_height - self.spacing.bottom - end
        if room <= 0:
            return 0
        self.offset += room
        return room - self._climb()

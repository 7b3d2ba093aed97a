"""An invented timeline for the tests of the feed's window: posts by index, newest first, and what was asked of it."""

from __future__ import annotations

from stoa.contract.errors import StoaError
from stoa.services.feed.posts import Author, Cursor, Origin, Post

MINUTE = 60_000
NEWEST = 1_700_000_000_000


def post_at(index: int, **changes: object) -> Post:
    """The post with a timeline index, one minute older than the one before it."""
    values: dict[str, object] = {
        "id": 1_000_000 - index, "created_at": NEWEST - index * MINUTE, "author": Author("A", "a"), "account_id": None,
        "text": f"post {index}", "picture": None, "jump": None, "survey_id": None, "origin": Origin.ACCOUNT,
        "url": None, "likes": 0, "comments": 0, "liked": False, "bookmarked": False,
    }  # fmt: skip
    return Post(**(values | changes))


def index_of(post: Post) -> int:
    """The timeline index of a post made by ``post_at``."""
    return 1_000_000 - post.id


class Timeline:
    """A pager over ``count`` posts that were never all made."""

    def __init__(self, count: int, limit: int = 20) -> None:
        self.count, self.limit = count, limit
        self.asked = 0
        self.first = 0
        self.broken = False

    def older(self, after: Cursor | None) -> list[Post]:
        self._ask()
        start = self.first if after is None else max(self.first, -((after.created_at - NEWEST) // MINUTE))
        if after is not None and (NEWEST - after.created_at) % MINUTE == 0:
            start = max(self.first, (NEWEST - after.created_at) // MINUTE + 1)
        return [post_at(index) for index in range(start, min(self.count, start + self.limit))]

    def newer(self, before: Cursor) -> list[Post]:
        self._ask()
        end = min(self.count, -((before.created_at - NEWEST) // MINUTE))
        return [post_at(index) for index in range(max(self.first, end - self.limit), end)]

    def total(self) -> int:
        return self.count - self.first

    def _ask(self) -> None:
        self.asked += 1
        if self.broken:
            raise StoaError("Free some space on the disk.")

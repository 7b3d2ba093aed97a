"""How many statements the feed asks of the database: a count, which no slow machine changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from tests.support.many_posts import NEWEST, add_many_posts

from stoa.services.feed.posts import Timeline
from stoa.services.feed.store import FeedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stoa.database import Database

# The posts, and which of their pages can be opened.
PAGE = 2


@pytest.fixture
def statements(db: Database) -> Iterator[Callable[[Callable[[], object]], list[str]]]:
    """The statements that something runs."""
    heard: list[str] = []
    db._connection.trace_v2(0x01, lambda event: heard.append(event["sql"]))

    def count(act: Callable[[], object]) -> list[str]:
        heard.clear()
        act()
        return [sql for sql in heard if not sql.startswith("--")]

    yield count
    db._connection.trace_v2(0, None)


@pytest.mark.parametrize("posts", [50, 1500])
def test_a_page_of_the_feed_takes_two_statements_however_long_the_feed_is(
    db: Database, statements: Callable[[Callable[[], object]], list[str]], posts: int
) -> None:
    add_many_posts(db, posts)
    feed = FeedStore(db, lambda: NEWEST)
    pages = {timeline: len(statements(partial(feed.page, "viewer", timeline))) for timeline in Timeline}
    assert pages == dict.fromkeys(Timeline, PAGE)


def test_a_page_further_down_costs_no_more(
    db: Database, statements: Callable[[Callable[[], object]], list[str]]
) -> None:
    add_many_posts(db, 400)
    feed = FeedStore(db, lambda: NEWEST)
    first = feed.page("viewer", Timeline.FOR_YOU)
    assert len(first) > 5
    assert len(statements(lambda: feed.page("viewer", Timeline.FOR_YOU, first[-1].cursor))) == PAGE

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from stoa.services.feed import timeline_store
from stoa.services.feed.posts import Author, Cursor, Draft, Origin, Post, Timeline

if TYPE_CHECKING:
    from stoa.services.feed.store import FeedStore

ANN, BOB = Author("Ann", "ann"), Author("Bob", "bob")
FEED = "https://news.example/rss"


@dataclass(frozen=True)
class Entry:
    guid: str
    published_at: int | None = None
    text: str = "news"
    url: str | None = None
    picture: str | None = None


def entry(guid: str, **parts: object) -> Entry:
    return Entry(guid, **parts)  # type: ignore[arg-type]


def texts(posts: list[Post]) -> list[str]:
    return [post.text for post in posts]


@pytest.fixture
def mixed(feed: FeedStore, clock) -> FeedStore:
    feed.follow("ann", FEED, "News", "news.example")
    for number in range(12):
        clock.now += 1000
        kind = number % 3
        if kind == 0:
            feed.publish("ann", ANN, Draft(f"ann {number}"))
        elif kind == 1:
            feed.publish("bob", BOB, Draft(f"bob {number}"))
        else:
            feed.publish_many(FEED, "News", "news.example", [entry(str(number), text=f"news {number}")])
    return feed


def expected(*kinds: str) -> list[str]:
    names = ("ann", "bob", "news")
    return [f"{names[number % 3]} {number}" for number in range(11, -1, -1) if names[number % 3] in kinds]


@pytest.mark.parametrize(
    ("viewer", "timeline", "kinds"),
    [
        ("ann", Timeline.FOR_YOU, ("ann", "bob", "news")),
        ("bob", Timeline.FOR_YOU, ("ann", "bob")),
        ("ann", Timeline.FOLLOWING, ("bob", "news")),
        ("bob", Timeline.FOLLOWING, ("ann",)),
        ("ann", Timeline.MINE, ("ann",)),
        ("new", Timeline.MINE, ()),
    ],
)
@pytest.mark.parametrize("scan", [4000, 1])
def test_each_timeline_shows_its_posts_newest_first_however_it_is_read(
    mixed: FeedStore, monkeypatch, viewer: str, timeline: Timeline, kinds: tuple[str, ...], scan: int
) -> None:
    monkeypatch.setattr(timeline_store, "_SCAN_ROWS", scan)
    whole = mixed.page(viewer, timeline)
    assert texts(whole) == expected(*kinds)
    assert mixed.count(viewer, timeline) == len(whole)

    paged: list[Post] = []
    cursor: Cursor | None = None
    while page := mixed.page(viewer, timeline, cursor, limit=2):
        paged += page
        cursor = page[-1].cursor
    assert paged == whole

    for place, post in enumerate(whole):
        assert mixed.page_before(viewer, timeline, post.cursor, limit=2) == whole[max(0, place - 2) : place]


def test_paging_goes_on_from_a_post_deleted_meanwhile(mixed: FeedStore) -> None:
    first = mixed.page("ann", Timeline.FOR_YOU, limit=3)
    mine = next(post for post in first if post.account_id == "ann")
    mixed.delete("ann", mine.id)
    assert texts(mixed.page("ann", Timeline.FOR_YOU, mine.cursor))[0] == "news 8"


def test_bookmarks_are_listed_by_the_time_of_the_post(mixed: FeedStore) -> None:
    posts = mixed.page("ann", Timeline.FOR_YOU)
    for post in (posts[5], posts[1], posts[9]):
        assert mixed.set_bookmarked("ann", post.id, True)
    marked = mixed.page("ann", Timeline.BOOKMARKS)
    assert [post.id for post in marked] == [posts[1].id, posts[5].id, posts[9].id]
    assert all(post.bookmarked for post in marked)
    assert mixed.count("ann", Timeline.BOOKMARKS) == 3
    assert mixed.page_before("ann", Timeline.BOOKMARKS, marked[2].cursor, 1) == [marked[1]]
    assert mixed.page("bob", Timeline.BOOKMARKS) == []
    assert [mixed.set_bookmarked("ann", marked[0].id, False) for _ in range(2)] == [True, False]
    assert mixed.page("ann", Timeline.BOOKMARKS) == marked[1:]


def test_entries_come_once_however_often_they_are_sent(feed: FeedStore) -> None:
    feed.follow("ann", FEED, "News", "news.example")
    entries = [entry("b", published_at=20), entry("a", published_at=10), entry("a", published_at=10)]
    assert feed.publish_many(FEED, "News", "news.example", entries) == 2
    assert feed.publish_many(FEED, "News", "news.example", [entry("c"), *entries]) == 1
    assert feed.known_guids(FEED, ["a", "b", "x"]) == {"a", "b"}


def test_entries_of_one_moment_keep_the_order_of_their_feed(feed: FeedStore) -> None:
    feed.follow("ann", FEED, "News", "news.example")
    feed.publish_many(FEED, "N", "n", [entry(name, published_at=500, text=name) for name in "abcdef"])
    feed.publish_many(FEED, "N", "n", [entry(name, published_at=500, text=name) for name in "xy"])
    page = feed.page("ann", Timeline.FOLLOWING)
    assert texts(page) == ["x", "y", "a", "b", "c", "d", "e", "f"]
    assert len({post.created_at for post in page}) == 8


def test_an_entry_dated_tomorrow_does_not_stay_above_a_new_post(feed: FeedStore, clock) -> None:
    feed.follow("ann", FEED, "News", "news.example")
    feed.publish_many(FEED, "N", "n", [entry("future", published_at=clock.now + 86_400_000)])
    feed.publish("ann", ANN, Draft("mine"))
    assert texts(feed.page("ann", Timeline.FOR_YOU)) == ["mine", "news"]


def test_an_entry_without_text_or_picture_is_left_out(feed: FeedStore) -> None:
    assert feed.publish_many(FEED, "N", "n", [entry("a", text=" \0 ")]) == 0


def test_a_syndicated_post_says_where_it_is_from(feed: FeedStore) -> None:
    feed.follow("ann", FEED, "News", "news.example")
    feed.publish_many(FEED, "News", "news.example", [entry("a", url="https://news.example/a")])
    (post,) = feed.page("ann", Timeline.FOLLOWING)
    assert (post.origin, post.url, post.account_id) == (Origin.SYNDICATED, "https://news.example/a", None)
    assert post.author == Author("News", "news.example")


def test_unfollowing_the_last_time_removes_all_but_bookmarked_entries(feed: FeedStore) -> None:
    for account in ("ann", "bob"):
        feed.follow(account, FEED, "News", "news.example")
    feed.publish_many(FEED, "News", "news.example", [entry("a", text="a"), entry("b", text="b")])
    kept = feed.page("ann", Timeline.FOLLOWING)[0]
    feed.set_bookmarked("ann", kept.id, True)
    feed.unfollow("ann", FEED)
    assert feed.count("ann", Timeline.FOLLOWING) == 0
    assert feed.count("bob", Timeline.FOLLOWING) == 2
    feed.unfollow("bob", FEED)
    assert texts(feed.page("ann", Timeline.BOOKMARKS)) == ["a"]
    assert feed.get("bob", kept.id) is not None
    feed.follow("bob", FEED, "News", "news.example")
    assert feed.publish_many(FEED, "News", "news.example", [entry("a"), entry("b")]) == 1


def test_posts_with_a_survey_are_found_by_it(feed: FeedStore) -> None:
    post_id = feed.publish("ann", ANN, Draft(survey_id="s1"))
    assert [post.id for post in feed.with_survey("bob", "s1")] == [post_id]
    assert feed.with_survey("bob", "s2") == []

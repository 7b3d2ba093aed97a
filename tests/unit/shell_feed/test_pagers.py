from __future__ import annotations

from stoa.services.feed.posts import Timeline as Timelines
from stoa.shell.feed.pagers import PAGE, ForgivingPager, SearchPager, TimelinePager
from stoa.shell.feed.window import RowWindow, cursor_of
from tests.unit.shell_feed.timelines import Timeline, index_of, post_at


class Feed:
    """A feed source over an invented timeline; a search finds every third post."""

    def __init__(self, count: int) -> None:
        self.line = Timeline(count, PAGE)

    def page(self, _viewer, _timeline, after=None, limit=50):
        return self.line.older(after)

    def page_before(self, _viewer, _timeline, before, limit=50):
        return self.line.newer(before)

    def count(self, _viewer, _timeline):
        return self.line.count

    def search(self, _viewer, _query, after=None, limit=50):
        found = (post_at(index) for index in range(0, self.line.count, 3))
        return [post for post in found if after is None or post.created_at < after.created_at][:limit]


def test_a_timeline_is_read_in_both_directions_and_counted():
    pager = TimelinePager(Feed(100), "me", Timelines.FOR_YOU)
    page = pager.older(cursor_of(post_at(49)))
    assert [index_of(post) for post in page] == list(range(50, 50 + PAGE))
    assert index_of(pager.newer(cursor_of(post_at(50)))[-1]) == 49
    assert pager.total() == 100


def test_a_search_is_read_on_and_back_again():
    window = RowWindow(SearchPager(Feed(3000), "me", "word"))
    window.open_newest()
    while len(window.posts) < 400:
        window.grow_older()
    window.trim(390, 400)
    first = index_of(window.posts[0])
    assert first > 0
    while window.grow_newer():
        pass
    found = [index_of(post) for post in window.posts]
    assert found == list(range(0, 3 * len(found), 3))


def test_a_search_does_not_count():
    assert SearchPager(Feed(10), "me", "word").total() is None


def test_a_page_that_cannot_be_read_is_told_and_taken_for_the_last():
    told: list[str] = []
    line = Timeline(100)
    pager = ForgivingPager(line, told.append)
    assert len(pager.older(None)) == 20
    assert pager.total() == 100
    line.broken = True
    assert pager.older(None) == []
    assert pager.newer(cursor_of(post_at(50))) == []
    assert told == ["Free some space on the disk."] * 2

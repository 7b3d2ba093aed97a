from __future__ import annotations

import pytest

from stoa.services.feed.posts import Cursor
from stoa.shell.feed.window import KEPT_ROWS, RowWindow, cursor_of
from tests.unit.shell_feed.timelines import Timeline, index_of, post_at


def opened(count: int) -> RowWindow:
    window = RowWindow(Timeline(count))
    window.open_newest()
    return window


def indexes(window: RowWindow) -> list[int]:
    return [index_of(post) for post in window.posts]


def test_the_first_page_begins_at_the_newest_post():
    window = opened(100)
    assert indexes(window) == list(range(20))
    assert (window.first, window.total, window.at_newest, window.at_oldest) == (0, 100, True, False)


def test_an_empty_timeline_is_at_both_ends():
    window = opened(0)
    assert (window.posts, window.total, window.at_newest, window.at_oldest) == ([], 0, True, True)
    assert window.grow_older() == window.grow_newer() == 0


def test_pages_go_on_to_the_oldest_post_without_gap_or_repetition():
    window = opened(65)
    while window.grow_older():
        pass
    assert indexes(window) == list(range(65))
    assert window.at_oldest
    assert window.total == 65


def test_the_last_page_is_reached_without_reading_the_others():
    window = opened(1_000_000)
    window.pager.asked = 0
    window.open_oldest()
    assert indexes(window)[-1] == 999_999
    assert window.first == 999_980
    assert window.total == 1_000_000
    assert window.pager.asked == 1


def test_a_timeline_shorter_than_a_page_has_one_page():
    window = opened(7)
    window.open_oldest()
    assert indexes(window) == list(range(7))
    assert (window.first, window.at_newest, window.at_oldest) == (0, True, True)


def test_opening_at_a_post_loads_it_and_what_is_around_it():
    window = opened(1000)
    window.open_at(cursor_of(post_at(500)), 500)
    assert indexes(window) == list(range(480, 520))
    assert window.first == 480


def test_opening_at_a_post_that_is_gone_begins_at_the_next_older_one():
    window = opened(1000)
    there = cursor_of(post_at(500))
    window.open_at(Cursor(there.created_at + 1000, 7), 500)
    assert index_of(window.posts[20]) == 500


def test_opening_beyond_the_oldest_post_shows_the_oldest():
    window = opened(100)
    window.open_at(Cursor(5, 1), 99)
    assert indexes(window)[-1] == 99


def test_a_wrong_guess_of_the_place_is_put_right_at_the_newest_end():
    window = opened(100)
    window.open_at(cursor_of(post_at(50)), 70)
    while window.grow_newer():
        pass
    assert (window.first, indexes(window)[0]) == (0, 0)


def test_a_wrong_guess_of_the_place_is_put_right_at_the_oldest_end():
    window = opened(100)
    window.open_at(cursor_of(post_at(90)), 20)
    assert window.at_oldest
    assert window.first + len(window.posts) == 100


def test_an_index_far_away_is_found_by_its_share_of_the_time():
    window = opened(1_000_000)
    window.open_near(400_000)
    assert abs(index_of(window.posts[20]) - 400_000) <= 1


def test_the_index_zero_is_the_newest_post():
    window = opened(500)
    window.open_near(250)
    window.open_near(0)
    assert (window.first, window.at_newest) == (0, True)


def test_rows_far_behind_are_let_go_and_come_back():
    window = opened(2000)
    while len(window.posts) < KEPT_ROWS + 60:
        window.grow_older()
    dropped = window.trim(len(window.posts) - 10, len(window.posts))
    assert dropped > 0
    assert len(window.posts) <= KEPT_ROWS
    assert (window.first, window.at_newest) == (dropped, False)
    assert window.grow_newer() == 20
    assert window.first == dropped - 20


def test_rows_far_ahead_are_let_go_and_come_back():
    window = opened(2000)
    window.open_near(1000)
    while len(window.posts) < KEPT_ROWS + 60:
        window.grow_newer()
    last = indexes(window)[-1]
    assert window.trim(0, 10) == 0
    assert len(window.posts) == KEPT_ROWS
    assert not window.at_oldest
    while indexes(window)[-1] < last:
        window.grow_older()
    assert indexes(window) == list(range(indexes(window)[0], indexes(window)[0] + len(window.posts)))


def test_memory_stays_bounded_however_far_one_scrolls():
    window = opened(100_000)
    at = 0
    for _ in range(400):
        window.grow_older()
        at = len(window.posts) - 15
        at -= window.trim(at, at + 12)
    assert len(window.posts) <= KEPT_ROWS + 20


def test_new_posts_are_counted_and_do_not_move_the_loaded_ones():
    window = opened(100)
    window.pager.first = -3
    assert window.count_newer() == 3
    assert indexes(window) == list(range(20))


def test_posts_that_came_into_an_empty_timeline_are_counted():
    window = opened(0)
    window.pager.count = 2
    assert window.count_newer() == 2


def test_a_changed_post_takes_the_place_of_the_old_one():
    window = opened(30)
    window.replace(post_at(4, likes=9))
    assert window.posts[4].likes == 9
    window.replace(post_at(500, likes=9))
    assert len(window.posts) == 20


def test_a_removed_post_is_no_longer_counted():
    window = opened(30)
    window.remove(post_at(4).id)
    assert window.position_of(post_at(4).id) is None
    assert indexes(window)[4] == 5
    window.grow_older()
    assert window.total == 29


@pytest.mark.parametrize("index", [0, 19])
def test_a_loaded_post_is_found_by_its_id(index: int):
    assert opened(100).position_of(post_at(index).id) == index

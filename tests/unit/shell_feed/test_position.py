from __future__ import annotations

from itertools import pairwise

import pytest

from stoa.shell.feed.bar import bar_of
from tests.unit.shell_feed.positions import GAP, VIEW, Measured, height_at, place, reading
from tests.unit.shell_feed.timelines import index_of


def test_reading_begins_below_the_upper_margin():
    position = reading(1000)
    assert place(position) == (0, GAP)
    assert position.at_top
    assert not position.at_bottom


def test_rows_follow_each_other_with_the_gap_between_them():
    rows = reading(1000).rows()
    assert rows[0].top == GAP
    for before, after in pairwise(rows):
        assert after.top == before.top + before.height + GAP
    assert rows[-1].top < VIEW <= rows[-1].top + rows[-1].height + GAP


def test_scrolling_down_and_up_again_comes_back_to_the_same_pixel():
    position = reading(5000)
    position.scroll(10_000)
    there = place(position)
    for step in (600, 600, 96, -700, -596):
        assert position.scroll(step) == step
    assert place(position) == there


def test_scrolling_moves_the_rows_by_just_these_pixels():
    position = reading(5000)
    position.scroll(2000)
    before = {row.post.id: row.top for row in position.rows()}
    assert position.scroll(123) == 123
    for row in position.rows():
        if row.post.id in before:
            assert row.top == before[row.post.id] - 123


def test_the_first_row_stops_at_the_upper_margin():
    position = reading(1000)
    position.scroll(50)
    assert position.scroll(-500) == -50
    assert place(position) == (0, GAP)


def test_the_last_row_stops_at_the_lower_margin():
    position = reading(60)
    gone = 0
    while (moved := position.scroll(600)) != 0:
        gone += moved
    last = position.rows()[-1]
    assert index_of(last.post) == 59
    assert last.top + last.height + GAP == VIEW
    assert gone == sum(height_at(index) + GAP for index in range(60)) + GAP - VIEW
    assert position.at_bottom


def test_few_posts_stay_at_the_top():
    position = reading(1)
    assert position.scroll(300) == 0
    assert place(position) == (0, GAP)
    assert position.at_top
    assert position.at_bottom


def test_an_empty_timeline_does_not_move():
    position = reading(0)
    assert position.scroll(100) == 0
    assert position.rows() == []
    assert position.cursor() is None
    assert bar_of(position).maximum == 0 or bar_of(position).value == 0


@pytest.mark.parametrize("count", [100_000, 1_000_000])
def test_only_rows_that_come_into_view_are_measured(count: int):
    measured = Measured()
    position = reading(count, measured)
    for _ in range(10):
        position.scroll(600)
    assert len(measured.indexes) == len(set(measured.indexes))
    assert max(measured.indexes) < 40


def test_stocking_up_loads_ahead_and_keeps_what_is_read_in_place():
    position = reading(5000)
    position.scroll(8000)
    position.window.open_at(position.cursor(), 100)
    position.show(20, -33)
    there = place(position)
    assert position.stock()
    assert place(position) == there


def test_stocking_up_keeps_memory_bounded():
    position = reading(100_000)
    for _ in range(500):
        position.scroll(600)
        position.stock()
    assert len(position.window.posts) < 300


def test_a_row_that_grew_above_the_view_does_not_move_what_is_read():
    position = reading(5000)
    position.scroll(3000)
    there = place(position)
    position.heights.put(position.window.posts[0].id, 4000)
    position.settle()
    assert place(position) == there


def test_a_deleted_row_in_view_gives_its_place_to_the_next():
    position = reading(1000)
    position.scroll(3000)
    rows = position.rows()
    position.window.remove(rows[1].post.id)
    position.settle()
    after = position.rows()
    assert after[0] == rows[0]
    assert after[1].post.id == rows[2].post.id
    assert after[1].top == rows[1].top


def test_the_next_row_is_reached_beyond_the_loaded_ones():
    position = reading(25)
    assert position.reach(19) == 19
    assert position.reach(20) == 20
    assert position.reach(25) is None
    assert position.reach(-1) is None


def test_the_row_before_the_first_loaded_one_is_reached():
    position = reading(5000)
    position.window.open_near(2500)
    position.show(3, 0)
    there = place(position)
    reached = position.reach(-1)
    assert reached == 19
    assert place(position) == there


def test_revealing_a_row_below_brings_its_end_into_view():
    position = reading(1000)
    row = position.rows()[-1]
    position.scroll(position.reveal(row.index))
    shown = next(found for found in position.rows() if found.post.id == row.post.id)
    assert shown.top + shown.height + GAP == VIEW


def test_revealing_a_row_above_brings_its_beginning_into_view():
    position = reading(1000)
    position.scroll(5000)
    index = position.anchor - 2
    wanted = position.window.posts[index].id
    position.scroll(position.reveal(index))
    assert position.rows()[0].post.id == wanted or position.rows()[1].post.id == wanted
    assert next(row.top for row in position.rows() if row.post.id == wanted) == GAP


def test_revealing_a_row_higher_than_the_view_begins_at_its_top():
    position = reading(50, lambda post: 2000)
    position.scroll(position.reveal(1))
    assert next(row.top for row in position.rows() if row.index == 1) == GAP


def test_a_row_in_view_needs_no_move():
    position = reading(1000)
    assert position.reveal(0) == 0

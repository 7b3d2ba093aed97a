from __future__ import annotations

import pytest

from stoa.shell.feed.bar import BAR_MAX, bar_of, seek
from stoa.shell.feed.heights import FIRST_GUESS, KEPT_HEIGHTS, Heights
from stoa.shell.feed.reading_place import place_of, return_to_place
from stoa.shell.feed.window import cursor_of
from tests.unit.shell_feed.positions import place, reading
from tests.unit.shell_feed.timelines import post_at


def test_the_bar_runs_from_its_beginning_to_its_end():
    position = reading(3000)
    assert bar_of(position).value == 0
    position.window.open_oldest()
    position.show(len(position.window.posts) - 1, 0)
    bar = bar_of(position)
    assert bar.value == bar.maximum > 0


def test_the_bar_follows_the_rows():
    position = reading(3000)
    values = []
    for _ in range(20):
        position.scroll(600)
        values.append(bar_of(position).value)
    assert values == sorted(values)
    assert len(set(values)) == 20


def test_the_bar_of_a_very_long_timeline_fits_into_its_integers():
    position = reading(50_000_000)
    assert bar_of(position).maximum <= BAR_MAX


@pytest.mark.parametrize("share", [0.1, 0.5, 0.93])
def test_dragging_the_bar_goes_to_that_share_of_the_timeline(share: float):
    position = reading(100_000)
    seek(position, round(bar_of(position).maximum * share))
    assert abs(place(position)[0] / 100_000 - share) < 0.02


def test_dragging_the_bar_to_its_ends_goes_to_the_ends():
    position = reading(100_000)
    seek(position, bar_of(position).maximum)
    assert position.at_bottom
    seek(position, 0)
    assert position.at_top


def test_dragging_the_bar_a_little_stays_within_the_loaded_rows():
    position = reading(1000)
    position.window.pager.asked = 0
    seek(position, 900)
    assert position.window.pager.asked <= 1
    assert 0 < place(position)[0] < 10


def test_a_place_that_was_kept_is_found_again():
    position = reading(10_000)
    position.scroll(123_456)
    there, kept = place(position), place_of(position)
    again = reading(10_000)
    assert return_to_place(again, kept)
    assert place(again) == there


def test_the_top_is_kept_as_no_place_so_that_new_posts_are_seen():
    assert place_of(reading(100)) == {}
    assert place_of(None) == {}


def test_a_place_whose_post_was_deleted_is_the_next_older_post():
    position = reading(1000)
    position.return_to(cursor_of(post_at(300))._replace(created_at=post_at(300).created_at + 5), 300, -10)
    assert place(position) == (300, -10)


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"created_at": 1},
        {"created_at": "x", "id": 1, "index": 2, "offset": 3},
        {"created_at": True, "id": 1, "index": 2, "offset": 3},
        {"created_at": 2**70, "id": 1, "index": 2, "offset": 3},
        {"created_at": None, "id": None, "index": None, "offset": None},
    ],
)
def test_a_damaged_place_leaves_reading_where_it_is(place: dict[str, object]):
    position = reading(100)
    assert not return_to_place(position, place)
    assert position.at_top


def test_a_place_in_an_empty_timeline_is_nowhere():
    kept = {"created_at": 1, "id": 1, "index": 0, "offset": 0}
    assert not return_to_place(reading(0), kept)
    assert not return_to_place(None, kept)


def test_heights_are_remembered_and_their_mean_with_them():
    heights = Heights()
    assert heights.mean == FIRST_GUESS
    heights.put(1, 100)
    heights.put(2, 300)
    heights.put(2, 200)
    assert (heights.get(2), heights.mean, len(heights)) == (200, 150, 2)
    heights.forget(1)
    assert (heights.get(1), heights.mean) == (None, 200)
    heights.clear()
    assert len(heights) == 0


def test_the_oldest_heights_are_forgotten_first():
    heights = Heights()
    for post_id in range(KEPT_HEIGHTS + 10):
        heights.put(post_id, 50)
    assert len(heights) == KEPT_HEIGHTS
    assert heights.get(9) is None
    assert heights.get(10) == 50
    assert heights.mean == 50

"""When a page that ends again and again has to wait, and for how long."""

from __future__ import annotations

import pytest

from stoa.engine.ending import LONGEST_WAIT_SECONDS, LOOP_SECONDS, Endings


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def end(endings: Endings, times: int) -> None:
    for _ in range(times):
        endings.note()


def test_two_ends_make_nobody_wait(clock: Clock) -> None:
    endings = Endings(clock)
    end(endings, 2)
    assert (endings.wait_seconds, endings.is_loop) == (0.0, False)


def test_the_third_end_within_a_minute_waits_and_the_wait_passes(clock: Clock) -> None:
    endings = Endings(clock)
    end(endings, 3)
    assert (endings.wait_seconds, endings.pause_seconds, endings.is_loop) == (15.0, 15.0, True)
    clock.seconds += 10
    assert (endings.wait_seconds, endings.pause_seconds) == (5.0, 15.0)
    clock.seconds += 10
    assert (endings.wait_seconds, endings.is_loop) == (0.0, True)


def test_three_ends_in_more_than_a_minute_are_no_loop(clock: Clock) -> None:
    endings = Endings(clock)
    for _ in range(6):
        endings.note()
        clock.seconds += LOOP_SECONDS / 2 + 1
    assert not endings.is_loop


def test_each_further_end_waits_twice_as_long_up_to_a_limit(clock: Clock) -> None:
    endings = Endings(clock)
    end(endings, 2)
    waits = []
    for _ in range(7):
        endings.note()
        waits.append(endings.wait_seconds)
        clock.seconds += endings.wait_seconds + 5
    assert waits == [15.0, 30.0, 60.0, 120.0, 240.0, LONGEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS]


def test_a_page_that_held_out_begins_anew(clock: Clock) -> None:
    endings = Endings(clock)
    end(endings, 3)
    clock.seconds += 600
    endings.note()
    assert (endings.wait_seconds, endings.is_loop) == (0.0, False)

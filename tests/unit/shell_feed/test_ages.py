from __future__ import annotations

import pytest

from stoa.shell.feed.ages import Age, Unit, age, remaining

S, M, H, D = 1000, 60_000, 3_600_000, 86_400_000
NOW = 1_700_000_000_000


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (0, (Unit.NOW, 0)), (59 * S, (Unit.NOW, 0)), (M, (Unit.MINUTES, 1)), (12 * M + 59 * S, (Unit.MINUTES, 12)),
        (H, (Unit.HOURS, 1)), (D - 1, (Unit.HOURS, 23)), (D, (Unit.DAYS, 1)), (7 * D - 1, (Unit.DAYS, 6)),
        (7 * D, (Unit.DATE, 0)),
    ],
)  # fmt: skip
def test_an_age_is_said_in_the_unit_a_person_would_name(passed: int, said: tuple[Unit, int]):
    assert age(NOW - passed, NOW) == Age(*said)


def test_what_lies_ahead_of_a_clock_set_back_counts_as_now():
    assert age(NOW + D, NOW).unit is Unit.NOW


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (0, (Unit.NOW, 0)), (-D, (Unit.NOW, 0)), (1, (Unit.MINUTES, 1)), (40 * M, (Unit.MINUTES, 40)),
        (H, (Unit.HOURS, 1)), (D, (Unit.HOURS, 24)), (2 * D, (Unit.DAYS, 2)), (3 * D + 13 * H, (Unit.DAYS, 4)),
    ],
)  # fmt: skip
def test_time_left_is_rounded_but_never_to_none(left: int, said: tuple[Unit, int]):
    assert remaining(NOW + left, NOW) == Age(*said)

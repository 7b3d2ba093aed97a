"""Which rooms give up their renderer, under a clock of the test's own."""

from __future__ import annotations

import pytest

from stoa.engine.sleep_rules import (
    DISCARD_AFTER_MS,
    LOOKS_MAX_BYTES,
    Resting,
    Wakeful,
    beyond_looks,
    quiet_ms,
    to_discard,
)

NOW = 50_000_000


def room(key: str, ago: int | None = 60_000, *, frozen: bool = True, wakeful: Wakeful | None = None) -> Resting:
    since = None if ago is None else NOW - ago
    return Resting(key, since, frozen, frozenset() if wakeful is None else frozenset({wakeful}))


def test_a_room_goes_after_ten_minutes_and_not_before() -> None:
    assert to_discard([room("early", DISCARD_AFTER_MS - 1)], NOW, None, pressed=False) == []
    assert to_discard([room("due", DISCARD_AFTER_MS)], NOW, None, pressed=False) == ["due"]


def test_all_that_are_due_go_at_once_the_longest_hidden_first() -> None:
    rooms = [room("b", DISCARD_AFTER_MS + 5), room("a", DISCARD_AFTER_MS + 9), room("c", 1000)]
    assert to_discard(rooms, NOW, None, pressed=False) == ["a", "b"]


@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize("wakeful", list(Wakeful))
def test_what_is_exempt_stays_however_long_and_however_short_memory_is(wakeful: Wakeful, *, pressed: bool) -> None:
    rooms = [room("kept", 10 * DISCARD_AFTER_MS, wakeful=wakeful)]
    assert to_discard(rooms, NOW, 0, pressed=pressed) == []


def test_a_room_that_is_seen_or_not_frozen_yet_stays() -> None:
    rooms = [room("seen", None), room("running", DISCARD_AFTER_MS, frozen=False)]
    assert to_discard(rooms, NOW, 0, pressed=True) == []


def test_while_memory_is_short_the_least_recently_used_goes_at_each_look() -> None:
    rooms = [room("newer", 6000), room("older", 9000), room("front", None)]
    assert to_discard(rooms, NOW, None, pressed=True) == ["older"]


def test_beyond_the_limit_the_least_recently_used_go() -> None:
    rooms = [room("front", None), *(room(f"r{ago}", ago * 1000) for ago in (6, 7, 8, 9))]
    assert to_discard(rooms, NOW, 3, pressed=False) == ["r9", "r8"]
    assert to_discard(rooms, NOW, 5, pressed=False) == []


def test_exempt_rooms_count_towards_the_limit() -> None:
    rooms = [room("front", None), room("music", 9000, wakeful=Wakeful.AUDIBLE), room("other", 6000)]
    assert to_discard(rooms, NOW, 2, pressed=False) == ["other"]


def test_without_a_limit_nothing_goes_early() -> None:
    assert to_discard([room(str(ago), ago * 1000) for ago in range(6, 500)], NOW, None, pressed=False) == []


def test_the_sleeper_used_last_stays_ready_where_one_may() -> None:
    rooms = [room("front", None), *(room(f"r{ago}", ago * 1000) for ago in (6, 7, 8, 9))]
    assert to_discard(rooms, NOW, 2, pressed=False, keeps_one=True) == ["r9", "r8"]
    assert to_discard([room("due", DISCARD_AFTER_MS)], NOW, None, pressed=False, keeps_one=True) == []
    assert to_discard(rooms, NOW, 5, pressed=False, keeps_one=True) == []


def test_while_memory_is_short_none_stays_ready() -> None:
    assert to_discard([room("last", 6000)], NOW, None, pressed=True, keeps_one=True) == ["last"]


def test_what_is_exempt_is_not_the_one_that_stays_ready() -> None:
    rooms = [room("music", 6000, wakeful=Wakeful.AUDIBLE), room("a", 7000), room("b", 8000), room("front", None)]
    assert to_discard(rooms, NOW, 2, pressed=False, keeps_one=True) == ["b"]


def test_nothing_is_to_be_decided_until_the_first_has_been_hidden_for_ten_minutes() -> None:
    hidden_since = [None, NOW - 1000, NOW - 60_000]
    left = quiet_ms(hidden_since, NOW, None)
    assert left == DISCARD_AFTER_MS - 60_000
    assert quiet_ms(hidden_since, NOW + left - 1, None) == 1
    assert quiet_ms(hidden_since, NOW + left, None) == quiet_ms(hidden_since, NOW + left + 5000, None) == 0


def test_it_may_be_to_decide_at_any_moment_while_there_are_too_many() -> None:
    assert quiet_ms([None, NOW, NOW], NOW, 2) == 0
    assert quiet_ms([None, NOW], NOW, 2) == DISCARD_AFTER_MS


def test_where_none_is_hidden_nothing_will_ever_be_to_decide() -> None:
    assert quiet_ms([None, None, None], NOW, 2) is None
    assert quiet_ms([], NOW, None) is None


@pytest.mark.parametrize("awake_max", [None, 2, 5])
def test_as_long_as_there_is_nothing_to_decide_nothing_goes(awake_max: int | None) -> None:
    rooms = [room("front", None), *(room(f"r{ago}", ago * 97_000) for ago in range(4))]
    hidden_since = [one.hidden_since for one in rooms]
    for now in range(NOW, NOW + 2 * DISCARD_AFTER_MS, 50_000):
        goes = bool(to_discard(rooms, now, awake_max, pressed=False))
        assert not (goes and quiet_ms(hidden_since, now, awake_max))


def test_looks_go_beyond_what_all_may_take_the_one_used_last_stays_longest() -> None:
    half = LOOKS_MAX_BYTES // 2
    assert beyond_looks([("a", half), ("b", half)]) == []
    assert beyond_looks([("a", half), ("b", half + 1), ("c", half), ("d", 1)]) == ["b", "d"]

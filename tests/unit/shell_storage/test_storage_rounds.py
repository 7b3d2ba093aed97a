"""Which folders are sized at a look."""

from __future__ import annotations

from stoa.shell.storage_rounds import ALL_AT_EVERY, StorageRounds

BUSY, IDLE = "busy", "idle"


def looked(rounds: StorageRounds, looks: int, **work: object) -> list[list[str]]:
    """What is due at so many looks while nobody works."""
    return [rounds.due(work) for _ in range(looks)]


def test_a_room_is_sized_when_it_comes_and_once_more() -> None:
    rounds = StorageRounds()
    assert looked(rounds, 4, idle=1) == [[IDLE], [IDLE], [], []]
    assert looked(rounds, 3, idle=1, busy=1) == [[BUSY], [BUSY], []]


def test_what_worked_since_the_last_look_is_sized_and_once_more() -> None:
    rounds = StorageRounds()
    looked(rounds, 3, idle=1, busy=1)
    assert looked(rounds, 3, idle=1, busy=2) == [[BUSY], [BUSY], []]
    assert [rounds.due({IDLE: 1, BUSY: mark}) for mark in (3, 4, 4, 4)] == [[BUSY], [BUSY], [BUSY], []]


def test_all_are_sized_now_and_then_whatever_they_did() -> None:
    rounds = StorageRounds()
    due = looked(rounds, 2 * ALL_AT_EVERY + 1, idle=1, busy=1)
    assert [look for look, keys in enumerate(due) if keys] == [0, 1, ALL_AT_EVERY, 2 * ALL_AT_EVERY]
    assert due[ALL_AT_EVERY] == [IDLE, BUSY]


def test_what_nobody_can_tell_of_is_sized_at_every_look() -> None:
    assert looked(StorageRounds(), 4, idle=None, busy=None) == [[IDLE, BUSY]] * 4


def test_a_room_that_was_closed_and_opened_anew_is_sized() -> None:
    rounds = StorageRounds()
    looked(rounds, 3, idle=1)
    assert looked(rounds, 2) == [[], []]
    assert looked(rounds, 1, idle=1) == [[IDLE]]

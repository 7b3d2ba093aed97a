"""Rooms come and go, and nothing of them stays: the short form of ``packaging/dev.py soak``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.soak.soaking import MEMORY_SLACK_MIB, SLACK, WARM_UP_ROUNDS, Soak, Standing, leaks

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e

# About two minutes on two processors, with the rest before and after; counted, because a busy machine makes fewer
# rounds of the same minutes.
ROUNDS = 40


@pytest.mark.timeout(600)
def test_rooms_that_were_opened_crashed_reloaded_torn_off_and_closed_leave_nothing(tmp_path: Path) -> None:
    soak = Soak(tmp_path / "data", seed=1)
    try:
        for _ in range(WARM_UP_ROUNDS):
            soak.round()
        before = soak.rest()
        for _ in range(ROUNDS):
            soak.round()
        after = soak.rest(before)
        sys.stdout.write(f"{before}\n{after}\n")
        assert leaks(before, after, ROUNDS) == []
        assert soak.close() == []
    finally:
        soak.kill()


def standing(**more: float) -> Standing:
    counts = {"handles": 80, "threads": 40, "processes": 3, "Room": 0}
    return Standing({name: int(more.get(name, count)) for name, count in counts.items()}, more.get("memory", 150.0))


def test_what_leaks_in_every_round_is_found() -> None:
    assert leaks(standing(), standing(Room=1), ROUNDS) == ["Room: 0 before, 1 after"]
    assert leaks(standing(), standing(processes=4), ROUNDS) == ["processes: 3 before, 4 after"]
    assert leaks(standing(), standing(handles=80 + ROUNDS, threads=40 + ROUNDS), ROUNDS) == [
        f"handles: 80 before, {80 + ROUNDS} after",
        f"threads: 40 before, {40 + ROUNDS} after",
    ]
    assert len(leaks(standing(), standing(memory=150.0 + ROUNDS), ROUNDS)) == 1


def test_what_breathes_is_no_leak() -> None:
    assert leaks(standing(), standing(handles=80 + SLACK["handles"], memory=150 + MEMORY_SLACK_MIB), ROUNDS) == []
    assert leaks(standing(), standing(handles=60, threads=30), ROUNDS) == []

"""Whatever ends, whenever it ends: what was confirmed is there, and nothing is there by half."""

from __future__ import annotations

import os
import random
import secrets
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import apsw
import pytest

from tests.faults.rounds import Rounds, schedule

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e

# Two variables for whoever looks for a failure: the seed that was printed, and how many rounds to run.
SEED = int(os.environ.get("STOA_FAULTS_SEED") or secrets.randbelow(1_000_000))
COUNT = int(os.environ.get("STOA_FAULTS_ROUNDS") or 200)
KINDS = ("post", "vote", "grant", "install", "draft", "stored", "own")


@pytest.mark.timeout(1200)
def test_nothing_confirmed_is_lost_and_nothing_half_done_is_seen(tmp_path: Path) -> None:
    sys.stdout.write(f"seed {SEED}\n")
    rounds = Rounds(tmp_path, SEED)
    try:
        for number, fault in enumerate(schedule(COUNT, SEED), start=1):
            found = rounds.run(fault)
            assert found == [], f"round {number} with STOA_FAULTS_SEED={SEED}: {fault}"
        assert rounds.close() == []
    finally:
        rounds.kill()
    # It would prove nothing if nothing had been written.
    assert [kind for kind in KINDS if rounds.ledger.counts[kind] < COUNT // 4] == [], rounds.ledger.counts
    with closing(apsw.Connection(str(tmp_path / "data" / "stoa.db"))) as database:
        database.execute("INSERT INTO post_search (post_search) VALUES ('integrity-check')")
    sys.stdout.write(f"confirmed in {COUNT} rounds: {dict(rounds.ledger.counts)}\n")


def test_a_schedule_is_the_same_for_the_same_seed() -> None:
    seed = random.randrange(1000)
    assert schedule(200, seed) == schedule(200, seed)
    assert schedule(200, seed) != schedule(200, seed + 1)


def test_a_schedule_has_every_fault_and_as_many_falls_of_the_program_as_it_says() -> None:
    whats = [fault.what for fault in schedule(200, 1)]
    assert set(whats) == {"front renderer", "hidden renderer", "program", "network service", "GPU service"}
    assert sum(not what.endswith("renderer") for what in whats) == 25

"""Soaks the program: ``python3 packaging/dev.py soak --minutes N`` or ``--rounds N``; exit code 1 when it leaks."""

# ruff: noqa: E402  this checkout must be on the path before the project can be imported

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

from tests.soak.soaking import WARM_UP_ROUNDS, Soak, Standing, leaks

_NIGHTLY_MINUTES = 10.0


def main() -> int:
    """Warm up, measure, soak, measure, judge."""
    parser = argparse.ArgumentParser(prog="python3 packaging/dev.py soak", description=__doc__)
    much = parser.add_mutually_exclusive_group()
    much.add_argument("--minutes", type=float, default=_NIGHTLY_MINUTES, help="how long (10 unless told otherwise)")
    much.add_argument("--rounds", type=int, help="how many rounds instead")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000), help="for the same rounds again")
    chosen = parser.parse_args()
    _say(f"seed {chosen.seed}")
    with tempfile.TemporaryDirectory(prefix="stoa-soak-") as folder:
        soak = Soak(Path(folder) / "data", chosen.seed)
        try:
            return _soak(soak, chosen.minutes, chosen.rounds)
        finally:
            soak.kill()


def _soak(soak: Soak, minutes: float, rounds: int | None) -> int:
    for _ in range(WARM_UP_ROUNDS):
        soak.round()
    before = soak.rest()
    end, done = time.monotonic() + 60 * minutes, 0
    while done < rounds if rounds is not None else time.monotonic() < end:
        soak.round()
        done += 1
    after = soak.rest(before)
    _print(before, after, done)
    found = [*leaks(before, after, done), *(f"in the log: {line}" for line in soak.close())]
    for line in found:
        _say(f"LEAK {line}")
    _say("leaks" if found else "nothing leaks")
    return 1 if found else 0


def _print(before: Standing, after: Standing, rounds: int) -> None:
    """The figures at rest, at start and end, as a table."""
    _say(f"{f'at rest, {rounds} rounds':24}{'start':>12}{'end':>12}")
    _say(f"{'memory written, MiB':24}{before.memory_mib:12.1f}{after.memory_mib:12.1f}")
    for name, count in before.counts.items():
        _say(f"{name:24}{count:12}{after.counts[name]:12}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

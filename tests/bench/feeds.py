"""The feed with many posts: its first frame, its steps, the start of the whole program, and search as one types."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from stoa.database import open_database
from stoa.services.feed.store import FeedStore
from stoa.services.identity.store import AccountStore
from tests.bench import starts
from tests.support.driver import ROOT, environment
from tests.support.many_posts import NEWEST, add_many_posts

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 600


def fill(data: Path, count: int) -> None:
    """Give the account of a data folder a timeline of so many posts."""
    database = open_database(data / "stoa.db").database
    try:
        person = AccountStore(database).current()
        assert person is not None
        add_many_posts(database, count, person.id)
    finally:
        database.close()


def measure_frames(folder: Path, count: int) -> dict[str, Any]:
    """First frame and steps of the pane alone, in a process of its own."""
    command = [sys.executable, "-m", "tests.support.feed_frames", str(count), str(folder / "frames.db")]
    environ = {**environment("xcb"), "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"}
    finished = subprocess.run(
        command, env=environ, cwd=ROOT, capture_output=True, text=True, check=True, timeout=_SECONDS
    )
    return dict(json.loads(finished.stdout.splitlines()[-1]))


def measure_start(data: Path, runs: int) -> dict[str, float]:
    """Milliseconds from the command to the feed on the screen."""
    starts.start(data)
    return starts.spread([starts.start(data)["feed"] for _ in range(runs)])


def measure_search(data: Path) -> dict[str, Any]:
    """Milliseconds of each search while rare and common words are typed letter by letter."""
    database = open_database(data / "stoa.db").database
    try:
        person = AccountStore(database).current()
        assert person is not None
        feed = FeedStore(database, lambda: NEWEST)
        words = sorted({word for post in feed.page(person.id, "for_you") for word in post.text.split()}, key=len)  # type: ignore[arg-type]
        typed = ["the", "and new", *words[-10:], "no such word anywhere"]
        times = []
        for text in typed:
            for end in range(1, len(text) + 1):
                begun = time.perf_counter()
                feed.search(person.id, text[:end])
                times.append((time.perf_counter() - begun) * 1000)
    finally:
        database.close()
    times.sort()
    return {
        "searches": len(times),
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(times[int(len(times) * 0.95)], 2),
        "worst_ms": round(times[-1], 2),
    }

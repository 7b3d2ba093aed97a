"""The feed with many posts: its first frame, its steps, the start of the whole program, and search as one types."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from stoa.database import open_database
from stoa.services.feed.store import FeedStore
from stoa.services.identity.store import AccountStore
from tests.bench import starts
from tests.bench.figures import Figure, Goal
from tests.support.driver import ROOT, environment
from tests.support.many_posts import NEWEST

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.plan import Plan

_SECONDS = 1800


def measure_frames(plan: Plan) -> list[Figure]:
    """First frame and steps of the pane, in a process of its own for each number of posts."""
    figures = []
    for count in plan.posts:
        place = _place(plan, count)
        _run_frames(*place)
        first = Figure(f"feed, {count:,} posts: first frame", "ms", goals=(Goal(400),))
        step = Figure(f"feed, {count:,} posts: a step of 600 px", "ms", goals=(Goal(8), Goal(16, at="p95")))
        busy = Figure(f"feed, {count:,} posts: a step, processor time", "ms")
        for _ in range(min(plan.runs, 3)):
            told = _run_frames(*place)
            first.values.append(told["first_frame_ms"])
            step.values += told["steps_ms"]
            busy.values += told["steps_cpu_ms"]
        figures += [first, step, busy]
    return figures


def measure_start(plan: Plan) -> list[Figure]:
    """From the command to the feed on the screen, with the most posts."""
    figure = Figure(f"cold start → feed with {plan.posts[-1]:,} posts", "ms", goals=(Goal(400),))
    data = _filled(plan)
    starts.start_feed(data)
    figure.values = [starts.start_feed(data) for _ in range(plan.runs)]
    return [figure]


def measure_search(plan: Plan) -> list[Figure]:
    """Each search while rare and common words are typed letter by letter."""
    figure = Figure(f"search as you type in {plan.posts[-1]:,} posts", "ms", goals=(Goal(20, at="p99"),))
    database = open_database(_filled(plan) / "stoa.db").database
    try:
        person = AccountStore(database).current()
        assert person is not None
        feed = FeedStore(database, lambda: NEWEST)
        words = sorted({word for post in feed.page(person.id, "for_you") for word in post.text.split()}, key=len)  # type: ignore[arg-type]
        for text in ("the", "and new", *words[-10:], "no such word anywhere"):
            for end in range(1, len(text) + 1):
                begun = time.perf_counter()
                feed.search(person.id, text[:end])
                figure.values.append((time.perf_counter() - begun) * 1000)
    finally:
        database.close()
    return [figure]


def _filled(plan: Plan) -> Path:
    """A data folder whose account has a timeline of the most posts."""
    data = plan.data("large", 1)
    _run_frames(*_place(plan, plan.posts[-1]))
    return data


def _place(plan: Plan, count: int) -> tuple[Path, int, str]:
    """The database for a number of posts, that number, and whose timeline it is; the most are those of a start."""
    if count != plan.posts[-1]:
        return plan.folder / f"frames-{count}.db", count, "viewer"
    file = plan.data("large", 1) / "stoa.db"
    database = open_database(file).database
    try:
        person = AccountStore(database).current()
        assert person is not None
        return file, count, person.id
    finally:
        database.close()


def _run_frames(file: Path, count: int, person: str) -> dict[str, Any]:
    """Scroll through the timeline in a process of its own; the first one fills the database."""
    command = [sys.executable, "-m", "tests.support.feed_frames", str(count), str(file), person]
    environ = {**environment("xcb"), "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"}
    finished = subprocess.run(
        command, env=environ, cwd=ROOT, capture_output=True, text=True, check=True, timeout=_SECONDS
    )
    return dict(json.loads(finished.stdout.splitlines()[-1]))

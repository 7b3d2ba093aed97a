"""Cold starts: from the command to the feed with its content on the screen, and to the first mini-app's page."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.bench import pages
from tests.bench.figures import Figure, Goal
from tests.support.driver import ROOT, environment, is_root

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.plan import Plan

_SECONDS = 120
# Where the page never comes; a start ends by itself once it has told its time.
_QUIT_SECONDS = "60"


def begin(data: Path) -> None:
    """Start once and close, so that the account and the starter content are there."""
    _run(data, "run", "--quit-after", "2")


def start_feed(data: Path) -> float:
    """Milliseconds from an ordinary start to the feed."""
    begun = time.time() * 1000
    return _run(data, "run", "--quit-after", _QUIT_SECONDS)["feed"] - begun


def start_page(data: Path) -> tuple[float, float]:
    """Milliseconds from a start that opens page 1 to that page, and to its next paint after its first call's answer."""
    begun = time.time() * 1000
    told = _run(data, "open", f"stoa://{pages.app_id(1)}/", "--quit-after", _QUIT_SECONDS)
    return told["page"] - begun, told["answered"] - begun


def measure(plan: Plan) -> list[Figure]:
    """Starts of the program and of the peer in turn; the first of each fills the caches and is not counted."""
    data = plan.data("small", plan.most)
    feed = Figure("cold start → feed with content", "ms", goals=(Goal(0.6, "peer"), Goal(300)))
    page = Figure("cold start → mini-app on screen", "ms", goals=(Goal(1.0, "peer"),))
    answered = Figure("cold start → mini-app painted after the answer to its first call", "ms")
    for run in range(-1, plan.runs):
        on_feed, (on_page, on_answer) = start_feed(data), start_page(data)
        window = _start_peer(plan)
        if run >= 0:
            feed.values.append(on_feed)
            page.values.append(on_page)
            answered.values.append(on_answer)
            feed.peer += window
            page.peer += window
    return [feed, page, answered]


def _start_peer(plan: Plan) -> list[float]:
    """The peer's window with a page; it has no feed, so both figures are held against it."""
    if plan.peer is None:
        return []
    with plan.peer.start() as chromium:
        return [chromium.open(1)]


def _run(data: Path, *arguments: str) -> dict[str, float]:
    sandbox = ["--no-sandbox"] if is_root() else []
    script = str(ROOT / "tests" / "bench" / "painted.py")
    finished = subprocess.run(
        [sys.executable, script, *arguments, "--data-dir", str(data), "--size", "1360x860", *sandbox],
        env=environment("xcb"), capture_output=True, text=True, check=True, timeout=_SECONDS,
    )  # fmt: skip
    told: dict[str, float] = {}
    for line in finished.stdout.splitlines():
        if line.startswith("{"):
            told.update(json.loads(line))
    return told

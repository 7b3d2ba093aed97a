"""Measures the program and prints one JSON document: ``python3 packaging/dev.py bench [-- --quick --json FILE]``.

The figures are those that design and README name: starts, rooms, bridge, memory, rest, feed and search. Run it on a
machine that does nothing else.
"""

# ruff: noqa: E402  this checkout must be on the path before the project can be imported

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]
os.environ.pop("QTWEBENGINE_DISABLE_SANDBOX", None)  # the program is told by its own flag

from playwright.sync_api import sync_playwright

from tests.bench import feeds, pages, rooms, starts
from tests.bench.machine import machine

_RUNS, _QUICK_RUNS = 7, 2
_POSTS = 100_000
_ROOMS, _QUICK_ROOMS = (0, 1, 5, 10), (0, 1, 3)


def measure(runs: int, posts: int, counts: tuple[int, ...]) -> dict[str, Any]:
    """Everything, each part on a data folder of its own."""
    figures: dict[str, Any] = {"machine": machine()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "small" / "data", folder / "large" / "data"
        for data in (small, large):
            data.mkdir(parents=True)
            starts.begin(data)
            pages.install(data, max(counts))
        for what, part in (
            ("cold_start", lambda: starts.measure(small, runs)),
            ("second_miniapp", lambda: rooms.measure_opening(small, runs)),
            ("rooms", lambda: rooms.measure_memory(small, counts)),
            ("bridge", lambda: _bridge(small, runs)),
            ("feed", lambda: feeds.measure_frames(folder, posts)),
        ):
            _say(what)
            figures[what] = part()
        _say("feed with many posts")
        feeds.fill(large, posts)
        figures["feed"]["program_start_ms"] = feeds.measure_start(large, runs)
        figures["search"] = {"posts": posts, **feeds.measure_search(large)}
    return figures


def _bridge(data: Path, runs: int) -> dict[str, Any]:
    with sync_playwright() as playwright:
        return rooms.measure_bridge(data, playwright, runs)


def _say(part: str) -> None:
    sys.stderr.write(f"bench: {part}\n")


def main() -> int:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs and rooms, for a look")
    parser.add_argument("--posts", type=int, default=_POSTS, help="posts in the feed")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the document there too")
    asked = parser.parse_args()
    runs, counts = (_QUICK_RUNS, _QUICK_ROOMS) if asked.quick else (_RUNS, _ROOMS)
    document = json.dumps(measure(runs, asked.posts, counts), indent=2)
    sys.stdout.write(document + "\n")
    if asked.json is not None:
        asked.json.write_text(document + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Cold starts: from the command to the feed with its content on the screen, and to the first mini-app's page."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from tests.bench import pages
from tests.support.driver import ROOT, environment, is_root

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 60


def begin(data: Path) -> None:
    """Start once and close, so that the account and the starter content are there."""
    _run(data, "run", "--quit-after", "2")


def start(data: Path) -> dict[str, float]:
    """One start that opens page 1; milliseconds to the feed and to the page."""
    begun = time.time() * 1000
    told = _run(data, "open", f"stoa://{pages.app_id(1)}/", "--quit-after", "4")
    return {what: at - begun for what, at in told.items()}


def measure(data: Path, runs: int) -> dict[str, Any]:
    """Medians of cold starts; the first, which fills the caches of the disk, is not counted."""
    start(data)
    figures = [start(data) for _ in range(runs)]
    return {
        "runs": runs,
        "feed_ms": spread([figure["feed"] for figure in figures]),
        "first_miniapp_ms": spread([figure["page"] for figure in figures]),
    }


def spread(values: list[float]) -> dict[str, float]:
    """Median, least and most."""
    return {
        "median": round(statistics.median(values), 2),
        "min": round(min(values), 2),
        "max": round(max(values), 2),
    }


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

"""What the window's own thread does while a page sends in masses: the longest stretch between two turns of its loop.

``python tests/bench/flood.py`` prints one JSON document. A room of its own, without the window around it, sends a
hundred thousand calls, lines of its console, and lines past the bound in the page. Told are milliseconds of processor
time, which others at work on the machine do not change, and beside them those of the clock.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

from tests.bench.figures import Figure, Goal  # noqa: E402  found only now

if TYPE_CHECKING:
    from stoa.engine.room import Room
    from tests.bench.plan import Plan
    from tests.engine.workshop import Workshop

_COUNT = 100_000
_PATIENCE_MS = 240_000
_RUNS_MAX = 2
_SECONDS = 600
_AFTERWARDS = "await new Promise((next) => setTimeout(next, 1500));"
FLOODS = {
    "calls": f"await Promise.allSettled(Array.from({{length: {_COUNT}}}, () => stoa.storage.get({{key: 'k'}})));",
    "console": f"for (let line = 0; line < {_COUNT}; line++) console.log(`line ${{line}}`);",
    "console_past_the_bound": f"const log = console.log; for (let line = 0; line < {_COUNT // 4}; line++) log('line');",
    "titles": f"for (let title = 0; title < {_COUNT}; title++) document.title = `title ${{title}}`;",
}


class Stretches:
    """Takes the time between two turns of the event loop, for as long as it runs."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._processor: list[float] = []
        self._clock: list[float] = []
        self._last = (time.thread_time(), time.monotonic())
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_turned)
        self._timer.start(1)

    def end(self) -> dict[str, Any]:
        """What was found."""
        self._timer.stop()
        return {
            "turns": len(self._processor),
            "worst_processor_ms": round(max(self._processor) * 1000, 2),
            "over_8_processor_ms": sum(taken > 0.008 for taken in self._processor),
            "processor_ms_in_all": round(sum(self._processor) * 1000),
            "worst_clock_ms": round(max(self._clock) * 1000, 1),
        }

    def _on_turned(self) -> None:
        now = (time.thread_time(), time.monotonic())
        self._processor.append(now[0] - self._last[0])
        self._clock.append(now[1] - self._last[1])
        self._last = now


def measure(plan: Plan) -> list[Figure]:
    """The longest stretch of each flood, run by run. Each run is a process of its own: it takes an engine."""
    figures = {
        name: Figure(f"longest stretch of the window's thread in a flood: {name}", "ms", goals=(Goal(8, at="max"),))
        for name in FLOODS
    }
    for _ in range(min(plan.runs, _RUNS_MAX)):
        command = [sys.executable, str(Path(__file__))]
        finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=_SECONDS)
        told = json.loads(finished.stdout[finished.stdout.index("{") :])
        for name, figure in figures.items():
            figure.values.append(told[name]["worst_processor_ms"])
    return list(figures.values())


def _run() -> dict[str, Any]:
    """Each flood, in a room of its own."""
    from tests.engine.workshop import Workshop  # isort: skip  first: it prepares the engine's environment

    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    told: dict[str, Any] = {"messages": _COUNT}
    # The engine may still write into the folders of its profiles while they are removed.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        workshop = Workshop(Path(folder))
        # As the program does when its loop begins: what has been made until then is not looked through again.
        gc.freeze()
        for name, script in FLOODS.items():
            told[name] = _flood(workshop, workshop.open(), script)
        workshop.close()
    application.processEvents()
    return told


def _flood(workshop: Workshop, room: Room, script: str) -> dict[str, Any]:
    received = len(workshop.backing.received)
    stretches = Stretches()
    workshop.run(room, script + _AFTERWARDS, _PATIENCE_MS)
    return {
        **stretches.end(),
        "calls_that_reached_the_host": len(workshop.backing.received) - received,
        "lines_shown": len(workshop.said(room).console),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run(), indent=2) + "\n")

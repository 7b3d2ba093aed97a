"""The sink, the control beside it, one workshop for all roads, and the table at the end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.engine.workshop import Workshop
from tests.hostile.roads import ROADS, Road
from tests.hostile.sink import Mouth, Sink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
LEDGER = pytest.StashKey["Ledger"]()
CONTROL_SECONDS = 150


@dataclass
class Line:
    """What became of one road."""

    road: Road
    mouths: dict[str, Mouth] = field(default_factory=dict)
    blocked_by: dict[str, str] = field(default_factory=dict)
    control: Mouth | None = None


@dataclass
class Ledger:
    """All roads of this session, by name."""

    lines: dict[str, Line] = field(default_factory=dict)

    def line(self, road: Road) -> Line:
        """The line of a road, made when it is first asked for."""
        return self.lines.setdefault(road.name, Line(road))


class Control:
    """The bare engine at work in a process of its own, from the first hostile test on."""

    def __init__(self, ledger: Ledger, sink: Sink) -> None:
        for road in ROADS:
            ledger.line(road).control = sink.mouth()
        ports = {name: [line.control.tcp, line.control.udp] for name, line in ledger.lines.items() if line.control}
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "app")))}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.bare_host"], cwd=ROOT, env=environment, stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=None if "STOA_ROADS_TALK" in os.environ else subprocess.DEVNULL,
        )  # fmt: skip
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(ports).encode())
        self._process.stdin.close()

    def finish(self) -> int:
        """Wait for its end; the exit code."""
        return self._process.wait(CONTROL_SECONDS)

    def close(self) -> None:
        """End it, whatever it does."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


@pytest.fixture(scope="session")
def sink() -> Iterator[Sink]:
    sink = Sink()
    yield sink
    sink.close()


@pytest.fixture(scope="session")
def ledger(request: pytest.FixtureRequest) -> Ledger:
    return request.config.stash.setdefault(LEDGER, Ledger())


@pytest.fixture(scope="session")
def control(ledger: Ledger, sink: Sink) -> Iterator[Control]:
    control = Control(ledger, sink)
    yield control
    control.close()


@pytest.fixture(scope="module")
def rooms(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    workshop = Workshop(tmp_path_factory.mktemp("rooms"))
    yield workshop
    workshop.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what became of each road, before pytest's own last line."""
    ledger = config.stash.get(LEDGER, None)
    if ledger is None or not any(line.mouths for line in ledger.lines.values()):
        return
    terminalreporter.section("roads out of a room")
    row = "{:<24} {:<40} {:<20} {:<24} {:<20} {}".format
    walls = ("all walls", "no policy header", "proxy alone")
    terminalreporter.write_line(row("road", "tried", *(f"by {name}" for name in walls), "control"))
    for line in ledger.lines.values():
        blocked = [
            "REACHED THE SINK" if name in line.mouths and line.mouths[name].heard else line.blocked_by.get(name, "")
            for name in walls
        ]
        control = "reached" if line.control and line.control.heard else f"not reached: {line.road.unreached or '?'}"
        terminalreporter.write_line(row(line.road.name, line.road.tries[:40], *blocked, control))
    reached = sum(bool(line.control and line.control.heard) for line in ledger.lines.values())
    terminalreporter.write_line(f"{len(ledger.lines)} roads tried; the control went through on {reached}.")

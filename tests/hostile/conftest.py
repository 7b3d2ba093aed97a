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
ROUNDS = 4


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
        self._ledger = ledger
        self._process = self._start(list(ledger.lines.values()))

    def silent(self) -> list[Line]:
        """The roads that should have led to the sink, and did not yet."""
        lines = self._ledger.lines.values()
        return [line for line in lines if line.control and not line.control.heard and not line.road.unreached]

    def finish(self) -> None:
        """Wait for its end; on a busy machine a page may have had too little time, and gets it once or twice more."""
        for _ in range(ROUNDS):
            assert self._process.wait(CONTROL_SECONDS) == 0
            if not self.silent():
                return
            self._process = self._start(self.silent())

    def close(self) -> None:
        """End it, whatever it does."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    @staticmethod
    def _start(lines: list[Line]) -> subprocess.Popen[bytes]:
        ports = {line.road.name: [line.control.tcp, line.control.udp] for line in lines if line.control}
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "app")))}
        talk = None if "STOA_ROADS_TALK" in os.environ else subprocess.DEVNULL
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.bare_host"],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=talk,
        )  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(json.dumps(ports).encode())
        process.stdin.close()
        return process


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

"""The sink, the lone walls beside it, one workshop for all roads, and the table at the end."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.engine.workshop import Workshop
from tests.hostile.held import HELD
from tests.hostile.lone_runs import CONTROL, FAR, LoneRuns, Run
from tests.hostile.outcomes import Outcomes
from tests.hostile.roads import MULTICAST_GROUP, ROADS, Road
from tests.hostile.sink import Mouth, Sink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

# The virtual display is a script of packaging, which stands in a folder and not in a package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

LEDGER = pytest.StashKey["Ledger"]()
OUTCOMES = pytest.StashKey[Outcomes]()
IN_ROOMS = ("all walls", "no policy header")


@dataclass
class Ledger:
    """What became of the roads in real rooms, by name and walls, and the runs with a lone wall."""

    mouths: dict[tuple[str, str], Mouth] = field(default_factory=dict)
    blocked_by: dict[tuple[str, str], str] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)

    def in_room(self, road: Road, walls: str) -> str:
        """What stopped a road in a real room."""
        mouth = self.mouths.get((road.name, walls))
        if mouth is not None and mouth.heard:
            return "GOT THROUGH"
        return self.blocked_by.get((road.name, walls), "")

    def alone(self, road: Road) -> str:
        """The walls that stopped a road by themselves."""
        far = FAR if road.group == MULTICAST_GROUP else ""
        runs = (self.runs.get(far + wall) for wall in HELD.get(road.name, "").split())
        return " ".join(
            f"{'NOT ' if road.name in run.reached else ''}{run.wall}" for run in runs if run and run.is_possible
        )

    def control(self, road: Road) -> str:
        """Whether an engine without walls let a road through."""
        run = self.runs.get(FAR + CONTROL if road.group == MULTICAST_GROUP else CONTROL)
        if run is None:
            return ""
        return "reached" if road.name in run.reached else f"not reached: {road.unreached or '?'}"


@pytest.fixture(scope="session")
def sink() -> Iterator[Sink]:
    sink = Sink()
    yield sink
    sink.close()


@pytest.fixture(scope="session")
def ledger(request: pytest.FixtureRequest) -> Ledger:
    return request.config.stash.setdefault(LEDGER, Ledger())


@pytest.fixture(scope="session")
def lone_runs(sink: Sink, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoneRuns]:
    runs = LoneRuns(sink, tmp_path_factory.mktemp("lone"))
    yield runs
    runs.close()


@pytest.fixture(scope="module")
def rooms(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    workshop = Workshop(tmp_path_factory.mktemp("rooms"))
    yield workshop
    workshop.close()


def pytest_configure(config: pytest.Config) -> None:
    """Listen to all tests of the run: hooks of a conftest hear those of its own folder only."""
    config.stash[OUTCOMES] = Outcomes()
    config.pluginmanager.register(config.stash[OUTCOMES], "stoa-attacks")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what became of each road and attack, before pytest's own last line."""
    ledger = config.stash.get(LEDGER, None)
    if ledger is not None and (ledger.mouths or ledger.runs):
        _print_roads(terminalreporter, ledger)
    if rows := config.stash[OUTCOMES].rows():
        terminalreporter.section("attacks that are no roads")
        row = "{:<24} {:<70} {:<48} {:<12} {}".format
        terminalreporter.write_line(row("attack", "tried", "blocked by", "so it was", "control"))
        for attack, proof, control in rows:
            line = row(attack.name, attack.tries[:70], attack.closed_by[:48], proof, control)
            terminalreporter.write_line(line.rstrip())
        held = sum(proof == "held off" for _, proof, _ in rows)
        terminalreporter.write_line(f"{len(rows)} attacks tried; {held} held off.")


def _print_roads(terminalreporter: pytest.TerminalReporter, ledger: Ledger) -> None:
    terminalreporter.section("roads out of a room")
    row = "{:<24} {:<38} {:<28} {:<22} {:<44} {}".format
    terminalreporter.write_line(row("road", "tried", *(f"by {walls}" for walls in IN_ROOMS), "alone by", "control"))
    for road in ROADS:
        rooms = (ledger.in_room(road, walls) for walls in IN_ROOMS)
        terminalreporter.write_line(
            row(road.name, road.tries[:38], *rooms, ledger.alone(road), ledger.control(road)).rstrip()
        )
    reached = sum(ledger.control(road) == "reached" for road in ROADS)
    terminalreporter.write_line(f"{len(ROADS)} roads tried; the control went through on {reached}.")

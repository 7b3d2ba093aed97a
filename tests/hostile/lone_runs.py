"""The control and the lone walls: each an engine in a process of its own, one after the other, beside the rooms."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile.held import HELD
from tests.hostile.net_log import names_looked_up
from tests.hostile.roads import NAMES_END, ROADS, Road
from tests.hostile.walls import WALLS

if TYPE_CHECKING:
    from tests.hostile.sink import Mouth, Sink

ROOT = Path(__file__).resolve().parents[2]
CONTROL = ""
_SECONDS = 240
_ROUNDS = 4


@dataclass
class Run:
    """One engine with one wall, or none: the roads it walks, and what came of them."""

    wall: str
    roads: tuple[Road, ...]
    mouths: dict[str, Mouth] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)
    exit_codes: list[int] = field(default_factory=list)

    @property
    def reached(self) -> dict[str, list[str]]:
        """What the sink or the process heard, by road."""
        return {name: mouth.heard for name, mouth in self.mouths.items() if mouth.heard}

    def unsettled(self) -> list[Road]:
        """The roads that are to be walked once more: on a busy machine a page may have had too little time."""
        if self.wall == CONTROL:
            return [road for road in self.roads if road.name not in self.reached and not road.unreached]
        return [road for road in self.roads if road.name not in self.tried]


class LoneRuns:
    """Walks control and lone walls in a thread; ``run`` waits for one of them."""

    def __init__(self, sink: Sink, folder: Path) -> None:
        self._sink = sink
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._runs = {CONTROL: Run(CONTROL, ROADS)}
        for wall in WALLS:
            self._runs[wall] = Run(wall, tuple(road for road in ROADS if wall in HELD.get(road.name, "").split()))
        self._done = {wall: threading.Event() for wall in self._runs}
        self._thread = threading.Thread(target=self._walk_all, daemon=True)
        self._thread.start()

    def run(self, wall: str) -> Run:
        """A run that has ended."""
        assert self._done[wall].wait(_SECONDS * _ROUNDS)
        return self._runs[wall]

    def close(self) -> None:
        """End it, whatever it does."""
        self._ended = True
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
        self._thread.join(30)

    def _walk_all(self) -> None:
        for wall, run in self._runs.items():
            for road in run.roads:
                run.mouths[road.name] = self._sink.mouth()
            for _ in range(_ROUNDS):
                if self._ended or not (roads := run.unsettled()):
                    break
                self._walk(run, roads)
            self._done[wall].set()

    def _walk(self, run: Run, roads: list[Road]) -> None:
        ports = {road.name: [run.mouths[road.name].tcp, run.mouths[road.name].udp] for road in roads}
        talk = None if "STOA_ROADS_TALK" in os.environ else subprocess.DEVNULL
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.bare_host"], cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "app")))},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=talk,
        )  # fmt: skip
        log = self._folder / f"{run.wall}.json"
        given = json.dumps({"wall": run.wall, "ports": ports, "log": str(log)}).encode()
        try:
            said, _ = self._process.communicate(given, _SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            said, _ = self._process.communicate()
        run.exit_codes.append(self._process.returncode)
        for name in names_looked_up(log):
            road = name.removesuffix(NAMES_END)
            if name != road and road in run.mouths:
                run.mouths[road].heard.append("name looked up")
        for line in said.decode().splitlines():
            name, _, what = line.partition(" ")
            if what == "tried":
                run.tried.add(name)
            elif name in run.mouths:
                run.mouths[name].heard.append(what)

"""The control and the lone walls: each an engine in a process of its own, one after the other, beside the rooms."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile import far_network
from tests.hostile.held import HELD
from tests.hostile.name_server import NameServer, PlainNameServer, may_stand_in
from tests.hostile.net_log import names_looked_up
from tests.hostile.roads import MULTICAST_GROUP, NAMES_END, ROADS, TO_SINK, Road
from tests.hostile.walls import DATAGRAMS, LOCAL, WALLS
from tests.support.outside import OUTSIDE

if TYPE_CHECKING:
    from tests.hostile.sink import Mouth, Sink

ROOT = Path(__file__).resolve().parents[2]
CONTROL = ""
# An engine without walls that asks the system's name server, for the wall that keeps the engine from it.
SYSTEM = "the system's name server"
# In front of a wall, or of none, that is tried in a network where nothing is near.
FAR = "far from here: "
# A name that a page made the engine look up: by the engine's own log, and by what came to the name server.
LOGGED, ASKED = "name looked up", "name asked for"
# Those that are said to close one of the far roads, and none.
FAR_WALLS = (CONTROL, "switches", "datagrams", "rules")
_AT_SYSTEM = frozenset({SYSTEM, "resolver"})
_SECONDS = 240
_ROUNDS = 4


@dataclass
class Run:
    """One engine with one wall, or none: the roads it walks, and what came of them.

    ``is_possible`` is untrue where a run needs what only root may: a name server in the system's place, a network of
    its own (``is_far``).
    """

    wall: str
    roads: tuple[Road, ...]
    mouths: dict[str, Mouth] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)
    exit_codes: list[int] = field(default_factory=list)
    is_possible: bool = True
    is_far: bool = False

    @property
    def reached(self) -> dict[str, list[str]]:
        """What the sink or the process heard, by road."""
        return {name: mouth.heard for name, mouth in self.mouths.items() if mouth.heard}

    def unsettled(self) -> list[Road]:
        """The roads that are to be walked once more: on a busy machine a page may have had too little time."""
        if self.wall in {CONTROL, SYSTEM}:
            return [road for road in self.roads if road.name not in self.reached and not road.unreached]
        return [road for road in self.roads if road.name not in self.tried]


class LoneRuns:
    """Walks control and lone walls in a thread; ``run`` waits for one of them."""

    def __init__(self, sink: Sink, folder: Path) -> None:
        self._sink = sink
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._runs = {CONTROL: Run(CONTROL, TO_SINK), SYSTEM: Run(SYSTEM, _held_by("resolver"))}
        for wall in WALLS:
            self._runs[wall] = Run(wall, _held_by(wall))
        for wall in FAR_WALLS:
            self._runs[FAR + wall] = Run(wall, _far_roads(wall), is_far=True)
        self._runs[LOCAL] = Run(LOCAL, tuple(road for road in ROADS if road.name in DATAGRAMS))
        if not may_stand_in(folder):
            self._runs[SYSTEM].is_possible = self._runs["resolver"].is_possible = False
        if not far_network.is_possible():
            for run in self._runs.values():
                run.is_possible = run.is_possible and not run.is_far
        self._done = {wall: threading.Event() for wall in self._runs}
        self._over = threading.Event()
        # The control is to have no wall, that of this process neither.
        OUTSIDE.run(self._walk_all)

    def run(self, wall: str) -> Run:
        """A run that has ended."""
        assert self._done[wall].wait(_SECONDS * _ROUNDS)
        return self._runs[wall]

    def close(self) -> None:
        """End it, whatever it does."""
        self._ended = True
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
        self._over.wait(30)

    def _walk_all(self) -> None:
        try:
            self._walk_each()
        finally:
            self._over.set()

    def _walk_each(self) -> None:
        for wall, run in self._runs.items():
            for road in run.roads:
                run.mouths[road.name] = self._sink.mouth()
            for _ in range(_ROUNDS if run.is_possible else 0):
                if self._ended or not (roads := run.unsettled()):
                    break
                self._walk(run, roads)
            self._done[wall].set()

    def _walk(self, run: Run, roads: list[Road]) -> None:
        folder = self._folder / f"{'far-' if run.is_far else ''}{run.wall or 'control'}"
        folder.mkdir(exist_ok=True)
        ports = {road.name: [run.mouths[road.name].tcp, run.mouths[road.name].udp] for road in roads}
        given: dict[str, object] = {"wall": run.wall, "ports": ports, "log": str(folder / "net.json")}
        if run.is_far:
            given |= {"names": "", "switches": [], "away": far_network.FAR_AWAY}
            self._take_down(run, self._start(run, far_network.command(), given))
            return
        command = [sys.executable, "-m", "tests.hostile.bare_host"]
        server: NameServer | PlainNameServer
        if run.wall in _AT_SYSTEM:
            server = plain = PlainNameServer(folder)
            command = plain.before(command)
            given |= {"wall": CONTROL if run.wall == SYSTEM else run.wall, "names": "", "switches": []}
        else:
            server = names = NameServer(folder)
            place = names.place_behind_rules if run.wall == "rules" else names.place
            given |= {"names": place, "switches": names.switches}
        with contextlib.closing(server):
            self._take_down(run, self._start(run, command, given))
        self._take_names_down(run, ASKED, server.asked)
        if run.wall not in _AT_SYSTEM:
            # There the engine sets out to look names up, and gets no further.
            self._take_names_down(run, LOGGED, names_looked_up(folder / "net.json"))

    def _start(self, run: Run, command: list[str], given: dict[str, object]) -> bytes:
        """Let an engine walk; what it said."""
        talk = None if "STOA_ROADS_TALK" in os.environ else subprocess.DEVNULL
        self._process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "app")))},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=talk,
        )  # fmt: skip
        try:
            said, _ = self._process.communicate(json.dumps(given).encode(), _SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            said, _ = self._process.communicate()
        run.exit_codes.append(self._process.returncode)
        return said

    @staticmethod
    def _take_down(run: Run, said: bytes) -> None:
        """Note what the process said of its roads."""
        for line in said.decode().splitlines():
            name, _, what = line.partition(" ")
            if what == "tried":
                run.tried.add(name)
            elif name in run.mouths:
                run.mouths[name].heard.append(what)

    @staticmethod
    def _take_names_down(run: Run, word: str, names: set[str]) -> None:
        for name in names:
            road = name.removesuffix(NAMES_END)
            if name != road and road in run.mouths:
                run.mouths[road].heard.append(word)


def _held_by(wall: str) -> tuple[Road, ...]:
    return tuple(road for road in TO_SINK if wall in HELD.get(road.name, "").split())


def is_far(road: Road) -> bool:
    """Whether a road is tried in a network where nothing is near: there alone, or there too."""
    return road.group == MULTICAST_GROUP or road.name in DATAGRAMS


def _far_roads(wall: str) -> tuple[Road, ...]:
    return tuple(road for road in ROADS if is_far(road) and (wall == CONTROL or wall in HELD[road.name].split()))

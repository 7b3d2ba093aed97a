"""One round: a process is ended at a random moment, and what was confirmed until then is looked for."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.faults import clerks
from tests.faults.ledger import Ledger, audit, audit_at_rest
from tests.support.driver import Stoa
from tests.support.processes import end_thread, threads

if TYPE_CHECKING:
    from pathlib import Path

# What falls, how often in eight rounds, and by which signals.
_RENDERERS = ("front renderer",) * 5 + ("hidden renderer",) * 2
_PROGRAMS = ("program", "network service", "GPU service")
_SIGNALS = {
    "front renderer": (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT),
    "hidden renderer": (signal.SIGKILL, signal.SIGSEGV),
    "program": (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGTRAP),
    "network service": (signal.SIGSEGV, signal.SIGTRAP, signal.SIGABRT),
    "GPU service": (signal.SIGSEGV, signal.SIGTRAP, signal.SIGABRT),
}
# The services are threads of the program: their names begin so.
_THREADS = {"network service": "NetworkService", "GPU service": "Chrome_InProcGp"}
_MOST_SECONDS = 0.2


@dataclass(frozen=True)
class Fault:
    """What falls, by which signal, how long after the round began."""

    what: str
    signal: signal.Signals
    after: float


def schedule(count: int, seed: int) -> list[Fault]:
    """So many faults; the same for the same seed. One in eight takes the whole program down."""
    chance = random.Random(seed)
    faults = []
    for number in range(count):
        what = _PROGRAMS[number // 8 % 3] if number % 8 == 7 else chance.choice(_RENDERERS)
        faults.append(Fault(what, chance.choice(_SIGNALS[what]), chance.uniform(0, _MOST_SECONDS)))
    return faults


class Rounds:
    """The program with two clerks at work and a scribe inside, through all of its falls."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._data = folder / "data"
        self._notes = folder / "ledger"
        self._seed = seed
        self._folders = [clerks.write_clerk(folder / "apps", name) for name in clerks.NAMES]
        self._packages = [str(package) for package in clerks.pack_guests(folder / "packages")]
        self.ledger = Ledger(self._notes)
        self._stoa = Stoa(self._data, command=("open", str(self._folders[0])))
        self._stoa.do("drop", path=str(self._folders[1]))
        self._begin()

    def run(self, fault: Fault) -> list[str]:
        """Let it happen; what is lost or half done then."""
        self._at_work()
        time.sleep(fault.after)
        if fault.what.endswith("renderer"):
            self._end_renderer(fault)
            return audit(self._data, self.ledger)
        found = self._end_program(fault)
        self._rise()
        return found

    def close(self) -> list[str]:
        """Close the window as a person does; what is lost or half done then."""
        self._at_work()
        assert self._stoa.close() == 0
        return audit_at_rest(self._data, self.ledger)

    def kill(self) -> None:
        """End what still runs."""
        if self._stoa.process.poll() is None:
            self._stoa.kill()

    def _rooms(self) -> dict[str, dict[str, Any]]:
        return dict(self._stoa.do("call", function="tests.faults.scribe:rooms"))

    def _begin(self) -> None:
        self._stoa.do(
            "call", function="tests.faults.scribe:begin", ledger=str(self._notes), packages=self._packages,
            seed=self._seed + self._notes.stat().st_size if self._notes.exists() else self._seed,
        )  # fmt: skip

    def _front(self) -> str:
        return next(app for app, room in self._rooms().items() if room["front"])

    def _at_work(self) -> None:
        """Wait until the page in front has had something confirmed since it was loaded."""
        self._stoa.until(
            lambda: any(room["front"] and _is_at_work(room) for room in self._rooms().values()), "a clerk at work"
        )

    def _end_renderer(self, fault: Fault) -> None:
        rooms = self._rooms()
        front = self._front()
        app = front if fault.what == "front renderer" else next(app for app in rooms if app != front)
        if rooms[app]["pid"]:
            # What sleeps long enough has none.
            os.kill(rooms[app]["pid"], fault.signal)
            self._stoa.until(lambda: self._rooms()[app]["state"] == "crashed", f"the crash of {app}")
        if app != front:
            self._stoa.press(_name(app), kind="Tab")
        self._stoa.press("Reload", kind="Button")
        self._stoa.until(lambda: _is_at_work(self._rooms()[app]), f"{app} at work again")

    def _end_program(self, fault: Fault) -> list[str]:
        self._last_front = self._front()
        pid = self._stoa.process.pid
        if fault.what == "program":
            os.kill(pid, fault.signal)
        else:
            name = _THREADS[fault.what]
            end_thread(pid, next(thread for thread, its in threads(pid).items() if its.startswith(name)), fault.signal)
        code = self._stoa.wait_ended()
        found = [] if code == -fault.signal else [f"the program ended by {code}, not by {fault.signal}"]
        return found + audit_at_rest(self._data, self.ledger)

    def _rise(self) -> None:
        """Start anew; what was in front is named and left closed, and opened in spite of the warning."""
        name = _name(self._last_front)
        self._stoa = stoa = Stoa(self._data)
        stoa.wait_for(f"Stoa closed unexpectedly while {name} was open. {name} was left closed.", kind="Strip")
        assert self._rooms() == {}
        self._begin()
        stoa.press(f"Open {name}", kind="Button")
        stoa.press(f"Open {name}", inside=f"Open {name} again?")
        self._at_work()
        other = next(other for other in clerks.NAMES if other != name)
        stoa.press(f"{other}, sleeping", kind="Tab")


def _is_at_work(room: dict[str, Any]) -> bool:
    title = room["title"]
    return room["state"] == "running" and title.startswith("{") and "own" in json.loads(title)


def _name(app_id: str) -> str:
    return app_id.rpartition(".")[2].capitalize()

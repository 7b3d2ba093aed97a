"""The soak: rooms are opened, hidden, woken, crashed, reloaded, torn off and closed, over and over; what grows?"""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.driver import Stoa
from tests.support.processes import handles, threads, tree, written_mib

if TYPE_CHECKING:
    from pathlib import Path

APPS = {
    "Recipes": "org.stoa.recipes",
    "Cards": "org.stoa.cards",
    "Wiki": "org.stoa.wiki",
}
# The engine fills its caches, Python its own: after so many rounds everything has been used once or more.
WARM_UP_ROUNDS = 6
# Worker threads of the engine go by themselves half a minute after their last work.
_REST_SECONDS = 45.0
_LOOK_EVERY = 1.0
_STEADY_LOOKS = 8
_LOOKS_MIN = 5
# What the engine says of the pictures of a page whose renderer has just been ended.
_AFTER_A_CRASH = "shared_image_manager.cc"
_INSIDE = "tests.soak.inside:"
# What may be more at the end; anything else may not. Pools of worker threads, and the handles between processes that go
# with them, breathe by a few; what leaks in every round is far beyond that after twenty of them.
SLACK = {"handles": 6, "threads": 4, "Qt objects": 8, "objects of Stoa": 15}
# Memory that is given back to nobody, but used again; and what the system tells with less than a page's accuracy.
MEMORY_SLACK_MIB = 12.0
MEMORY_SLACK_MIB_A_ROUND = 0.05


@dataclass(frozen=True)
class Standing:
    """What the program holds at rest: by name, memory in MiB apart."""

    counts: dict[str, int]
    memory_mib: float

    def is_within(self, other: Standing) -> bool:
        """Whether nothing counted is more than in another standing, slack apart."""
        return not _grown(other, self)


def _grown(before: Standing, after: Standing) -> list[str]:
    return [
        f"{name}: {before.counts[name]} before, {count} after"
        for name, count in after.counts.items()
        if count > before.counts[name] + SLACK.get(name, 0)
    ]


def leaks(before: Standing, after: Standing, rounds: int) -> list[str]:
    """What has leaked, in words."""
    most = before.memory_mib + MEMORY_SLACK_MIB + MEMORY_SLACK_MIB_A_ROUND * rounds
    grown = _grown(before, after)
    if after.memory_mib > most:
        grown.append(f"memory: {before.memory_mib:.1f} MiB before, {after.memory_mib:.1f} after, at most {most:.1f}")
    return grown


class Soak:
    """The program and what is done with it."""

    def __init__(self, data: Path, seed: int) -> None:
        self._chance = random.Random(seed)
        self._stoa = Stoa(data, "--theme", "light")
        self._stoa.until(lambda: bool(self._call("is_running")), "the running program")
        self._call("hasten")

    def close(self) -> list[str]:
        """Close the window; the lines in its log that nobody expects."""
        assert self._stoa.close() == 0
        return [line for line in self._stoa.unexpected_log() if _AFTER_A_CRASH not in line]

    def kill(self) -> None:
        """End what still runs."""
        if self._stoa.process.poll() is None:
            self._stoa.kill()

    def round(self) -> None:
        """Open two apps; let one fall asleep, wake it, crash it, load both again, tear one off; close both."""
        first, second = self._chance.sample(list(APPS), 2)
        for name in (first, second):
            self._open(name)
        self._until(first, "asleep")
        self._stoa.press(f"{first}, sleeping", kind="Tab")
        self._until(first, "running")
        os.kill(int(self._call("renderer_of", app_id=APPS[first])), signal.SIGKILL)
        self._until(first, "crashed")
        self._stoa.press("Reload", kind="Button")
        self._ready(first)
        self._stoa.press(f"{second}…", kind="Tab")
        self._until(second, "running")
        self._stoa.do("key", keys="Ctrl+R")
        self._ready(second)
        self._call("tear", app_id=APPS[second])
        self._call("put_back", app_id=APPS[second])
        for name in (second, first):
            self._stoa.press(f"Close {name}")
            self._until(name, "")
        self._stoa.press("Apps", kind="RailItem")

    def rest(self, like: Standing | None = None) -> Standing:
        """What the program holds once it has come to rest: when no less comes any more, or no more than in ``like``."""
        end = time.monotonic() + _REST_SECONDS
        lowest, steady, looks = self._standing(), 0, 0
        # A few looks in any case: what rooms leave in memory is given back two seconds after the last one was closed.
        while time.monotonic() < end and (
            looks < _LOOKS_MIN or (steady < _STEADY_LOOKS and not (like and lowest.is_within(like)))
        ):
            time.sleep(_LOOK_EVERY)
            looks += 1
            before, now = lowest, self._standing()
            counts = {name: min(count, lowest.counts[name]) for name, count in now.counts.items()}
            lowest = Standing(counts, min(now.memory_mib, lowest.memory_mib))
            steady = 0 if like or lowest.counts != before.counts else steady + 1
        return lowest

    def _standing(self) -> Standing:
        inside: dict[str, int] = dict(self._call("alive"))  # type: ignore[call-overload]
        pid = self._stoa.process.pid
        processes = tree(pid)
        outside = {
            "handles": handles(pid),
            "threads": sum(len(threads(process)) for process in processes),
            "processes": len(processes),
        }
        return Standing(outside | inside, written_mib(pid))

    def _open(self, name: str) -> None:
        self._stoa.press("Apps", kind="RailItem")
        self._stoa.press(name, kind="AppTile")
        self._ready(name)

    def _ready(self, name: str) -> None:
        app = APPS[name]
        self._stoa.until(
            lambda: self._call("is_ready", app_id=app) and self._call("state_of", app_id=app) == "running",
            f"{name} ready",
        )

    def _until(self, name: str, state: str) -> None:
        self._stoa.until(lambda: self._call("state_of", app_id=APPS[name]) == state, f"{name} {state or 'closed'}")

    def _call(self, function: str, **values: object) -> object:
        return self._stoa.do("call", function=_INSIDE + function, **values)

"""Memory by the number of open rooms, awake and asleep, and processor time at rest; beside the peer's windows.

The program is started as a person starts it, and used from outside: see ``tests.bench.ordinary``. Rest is what a person
has who leaves their rooms open and reads: not the minute after the last one was opened.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.bench import bare, pages
from tests.bench.figures import Figure, Goal
from tests.bench.ordinary import Ordinary
from tests.bench.rooms import AT_HAND, stay_awake
from tests.support.processes import memory_mib, renderers, worked_seconds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.bench.plan import Plan

# All but the front room are frozen after this, and nothing is drawn any more.
_SETTLE_SECONDS = 7
# Rest begins later. As a room falls asleep the engine collects its garbage, and its network lets go by and by what it
# no longer needs: that has a figure of its own. What comes every thirty seconds or every minute (ages in the feed, the
# size of what rooms keep, a question whether a page answers) comes as often as it should in what is measured; in half a
# minute some of it came once or not at all. The time itself is exact, see ``worked_seconds``.
_REST_AFTER_SECONDS = 90
_REST_SECONDS = 60
_REST_ROOMS = 10


def measure(plan: Plan) -> list[Figure]:
    """What all processes hold (see ``memory_mib``): what is shared counts once. One start each; a state, not a race."""
    by_rooms = {count: Figure(f"memory with {_rooms(count)} open", "MiB", goals=(Goal(0.75, "peer"),))
                for count in plan.rooms}  # fmt: skip
    further = Figure("memory of each further room", "MiB", goals=(Goal(16),))
    calming, rest = _left_alone(min(_REST_ROOMS, plan.most))
    data = plan.data("memory", plan.most)
    stay_awake(data, 0)
    with Ordinary(data) as stoa:
        opened = 0
        for count, figure in by_rooms.items():
            _open_all(stoa, range(opened + 1, count + 1))
            opened = count
            figure.values.append(memory_mib(stoa.pid))
            if count == min(_REST_ROOMS, plan.most):
                calming.values.append(_busy_percent(stoa.pid, _REST_AFTER_SECONDS - _SETTLE_SECONDS))
                rest.values.append(_busy_percent(stoa.pid, _REST_SECONDS))
    _measure_peer(plan, by_rooms, calming, rest)
    least, most = plan.rooms[0], plan.rooms[-1]
    span = most - least
    further.values.append((by_rooms[most].values[0] - by_rooms[least].values[0]) / span)
    if plan.peer is not None:
        further.peer.append((by_rooms[most].peer[0] - by_rooms[least].peer[0]) / span)
    return [*by_rooms.values(), *_measure_engine(plan), further, calming, rest, *_measure_sleep(plan)]


def _measure_engine(plan: Plan) -> list[Figure]:
    """What the engine takes for the same pages with no program around it: what is left for the program is the rest."""
    figures = []
    for count in plan.rooms:
        figures.append(Figure(f"the engine alone with {_pages(count)}, no program around it", "MiB"))
        with bare.started(count, _SETTLE_SECONDS) as pid:
            figures[-1].values.append(memory_mib(pid))
    return figures


def _measure_sleep(plan: Plan) -> list[Figure]:
    """The most rooms with all but five (three in a quick run) asleep, and what each discarded one keeps.

    One sleeping room stays at hand with its renderer, so it counts as one that is awake. What the others keep is the
    growth from as many rooms as have a renderer at the end; the heavy pages are opened in between, so that those with
    a renderer are small pages both times.
    """
    awake = 5 if plan.most > 10 else 3
    asleep = plan.most - awake
    goals = (Goal(400),) if plan.most == 25 else ()
    whole = Figure(f"memory with {plan.most} rooms open, {asleep} of them asleep", "MiB", goals=goals)
    kept = Figure("a sleeping room keeps", "MiB", goals=(Goal(2),))
    # Not the other one: its rooms come back at a start.
    data = plan.data("asleep", plan.most)
    stay_awake(data, awake)
    with Ordinary(data) as stoa:
        numbers = range(1, plan.most + 1)
        light = [number for number in numbers if not pages.is_heavy(number)]
        heavy = [number for number in numbers if pages.is_heavy(number)]
        alive = awake + AT_HAND
        _open_all(stoa, light[:alive])
        before = memory_mib(stoa.pid)
        _open_all(stoa, heavy + light[alive:])
        stoa.until(lambda: len(renderers(stoa.pid)) <= alive, "the rooms to sleep")
        time.sleep(_SETTLE_SECONDS)
        whole.values.append(memory_mib(stoa.pid))
        kept.values.append((whole.values[0] - before) / (plan.most - alive))
    return [whole, kept]


def _measure_peer(plan: Plan, by_rooms: dict[int, Figure], calming: Figure, rest: Figure) -> None:
    if plan.peer is None:
        return
    with plan.peer.start() as chromium:
        opened = 0
        for count, figure in by_rooms.items():
            for number in range(opened + 1, count + 1):
                chromium.open(number)
            opened = count
            time.sleep(_SETTLE_SECONDS)
            figure.peer.append(memory_mib(chromium.pid))
            if count == min(_REST_ROOMS, plan.most):
                calming.peer.append(_busy_percent(chromium.pid, _REST_AFTER_SECONDS - _SETTLE_SECONDS))
                rest.peer.append(_busy_percent(chromium.pid, _REST_SECONDS))


def _open_all(stoa: Ordinary, numbers: Iterable[int]) -> None:
    for number in numbers:
        stoa.open(number)
    time.sleep(_SETTLE_SECONDS)


def _left_alone(count: int) -> tuple[Figure, Figure]:
    """How busy a program is that is left alone with rooms: as long as it comes to rest, and at rest."""
    unit, until = "% of a core", f"{_SETTLE_SECONDS} to {_REST_AFTER_SECONDS} s after the last opened"
    calming = Figure(f"processor with {count} rooms, {until}", unit)
    return calming, Figure(f"processor at rest with {count} rooms, from then on", unit, goals=(Goal(0.2),))


def _busy_percent(pid: int, seconds: float) -> float:
    """The share of a core that a program takes while it is left alone for so long."""
    before = worked_seconds(pid)
    time.sleep(seconds)
    worked = sum(now - before.get(process, 0.0) for process, now in worked_seconds(pid).items())
    return 100 * worked / seconds


def _rooms(count: int) -> str:
    return "1 room" if count == 1 else f"{count} rooms"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"

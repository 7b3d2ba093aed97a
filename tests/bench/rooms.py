"""Rooms: how fast the next one opens and a sleeping one comes back, side by side with the peer's windows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from stoa.database import open_database
from stoa.services.settings.store import SettingsStore
from tests.bench import pages
from tests.bench.figures import Figure, Goal
from tests.bench.painted import MARK
from tests.support.driver import Stoa, environment
from tests.support.processes import renderers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.plan import Plan

# Rooms behind the front are frozen after five seconds, and looked at every five from then on.
FROZEN_SECONDS = 7
_DISCARDED_SECONDS = 40.0
# Three of four rooms keep a renderer while sleeping ones are woken.
_AWAKE = 3
_SPARE_SECONDS = 1.2
# The second mini-app: page, and whether the pointer rested on its tile first. Every fourth page is a heavy one.
_COLD, _WARM, _HEAVY_COLD, _HEAVY_WARM = (2, False), (3, True), (4, False), (8, True)


def started(data: Path) -> Stoa:
    """The program on a screen of its own."""
    return Stoa(data, "--size", "1360x860", environ=environment("xcb"))


def stay_awake(data: Path, number: int) -> None:
    """Choose how many rooms keep a renderer (0: all), as Settings does."""
    database = open_database(data / "stoa.db").database
    try:
        SettingsStore(database).set("rooms_awake", number)
    finally:
        database.close()


def open_page(stoa: Stoa, number: int, *, hovered: bool = False) -> float:
    """Press a page's tile in the launcher; milliseconds until it is painted."""
    stoa.press("Apps", kind="RailItem")
    where = {"name": f"{pages.name(number)}…", "kind": "AppTile"}
    if hovered:
        stoa.insist("hover", **where)
        time.sleep(_SPARE_SECONDS)
    pressed = float(stoa.insist("press", **where))
    stoa.wait_for(f"Close {pages.name(number)}")
    return painted_after(stoa, pressed) - pressed


def choose_tab(stoa: Stoa, number: int, *, hovered: bool = False) -> float:
    """Press the tab of a sleeping page; milliseconds until it is painted."""
    stoa.wait_for(f"{pages.name(number)}, sleeping", kind="Tab")
    if hovered:
        stoa.insist("hover", name=f"{pages.name(number)}, sleeping", kind="Tab")
        time.sleep(_SPARE_SECONDS)
        pressed = float(stoa.insist("press", name=pages.name(number), kind="Tab"))
        return painted_after(stoa, pressed) - pressed
    pressed = float(stoa.insist("press", name=f"{pages.name(number)}, sleeping", kind="Tab"))
    return painted_after(stoa, pressed) - pressed


def painted_after(stoa: Stoa, pressed: float) -> float:
    """The time of the first paint after a press, as the page in front told it."""
    return float(stoa.until(lambda: _told(stoa, pressed), "the paint of a page"))


def _told(stoa: Stoa, pressed: float) -> float | None:
    label = stoa.shows(f"{MARK}…", kind="Label")
    at = 0.0 if label is None else float(label["name"].removeprefix(MARK))
    return at if at > pressed else None


def close_page(stoa: Stoa, number: int) -> None:
    """Close a page, so that it does not come back at the next start."""
    stoa.press(f"Close {pages.name(number)}")
    stoa.wait_gone(f"Close {pages.name(number)}")


def measure_opening(plan: Plan) -> list[Figure]:
    """From the press to the paint of a second mini-app: small and heavy, cold and made ready ahead."""
    figures = {
        _COLD: Figure("second mini-app, cold", "ms", goals=(Goal(0.4, "peer"),)),
        _WARM: Figure("second mini-app, made ready by hovering", "ms", goals=(Goal(0.15, "peer"),)),
        _HEAVY_COLD: Figure("second mini-app, heavy page, cold", "ms"),
        _HEAVY_WARM: Figure("second mini-app, heavy page, made ready", "ms", goals=(Goal(0.3, "peer"),)),
    }
    data = plan.data("opening", 8)
    for run in range(-1, plan.runs):
        own, peer = _open_own(data, list(figures)), _open_peer(plan)
        for kind, figure in figures.items() if run >= 0 else ():
            figure.values.append(own[kind])
            figure.peer += peer[pages.is_heavy(kind[0])]
    return list(figures.values())


def _open_own(data: Path, kinds: list[tuple[int, bool]]) -> dict[tuple[int, bool], float]:
    """One start: page 1 stays open, the others come and go."""
    taken = {}
    with started(data) as stoa:
        open_page(stoa, 1)
        for number, hovered in kinds:
            time.sleep(1)
            taken[number, hovered] = open_page(stoa, number, hovered=hovered)
            close_page(stoa, number)
        close_page(stoa, 1)
    return taken


def _open_peer(plan: Plan) -> dict[bool, list[float]]:
    """One start of the peer: its second window with a small page, and its third with a heavy one."""
    if plan.peer is None:
        return {False: [], True: []}
    with plan.peer.start() as chromium:
        chromium.open(1)
        time.sleep(1)
        small = chromium.open(2)
        time.sleep(1)
        return {False: [small], True: [chromium.open(4)]}


def measure_resuming(plan: Plan) -> list[Figure]:
    """A frozen room and a discarded one, each chosen by its tab, and cold opens in the same start."""
    frozen = Figure("frozen room, chosen → painted", "ms")
    discarded = Figure("discarded room, chosen → painted", "ms")
    roused = Figure("discarded room, the pointer on its tab first", "ms")
    cold = Figure("a cold open in the same start", "ms")
    roused_share = Figure("the same: share of a cold open", "of it", goals=(Goal(0.5),))
    share = Figure("discarded room: share of a cold open", "of it", goals=(Goal(0.5),))
    data = plan.data("resuming", 5)
    stay_awake(data, _AWAKE)
    with started(data) as stoa:
        for number in (1, 2, 3):
            open_page(stoa, number)
        for _ in range(plan.runs + 1):
            cold.values.append(open_page(stoa, 5))
            close_page(stoa, 5)
        open_page(stoa, 4)
        order = [1, 2, 3, 4]
        for _ in range(plan.runs + 1):
            _wait_for_sleep(stoa, order)
            first, _, third, _ = order
            discarded.values.append(choose_tab(stoa, first))
            frozen.values.append(choose_tab(stoa, third))
            order = [number for number in order if number not in {first, third}] + [first, third]
            _wait_for_sleep(stoa, order)
            first = order.pop(0)
            roused.values.append(choose_tab(stoa, first, hovered=True))
            order.append(first)
        for number in order:
            close_page(stoa, number)
    for figure in (frozen, discarded, roused, cold):
        # The first of each is not counted.
        del figure.values[0]
    share.values = [woken / opened for woken, opened in zip(discarded.values, cold.values, strict=True)]
    roused_share.values = [woken / opened for woken, opened in zip(roused.values, cold.values, strict=True)]
    return [frozen, cold, discarded, share, roused, roused_share]


def _wait_for_sleep(stoa: Stoa, order: list[int]) -> None:
    """Wait until the room hidden for longest has no renderer and the other hidden ones are frozen."""
    for number in order[:-1]:
        stoa.wait_for(f"{pages.name(number)}, sleeping", kind="Tab")
    pid = stoa.process.pid
    stoa.until(lambda: len(renderers(pid)) <= _AWAKE, "the end of a renderer", _DISCARDED_SECONDS)

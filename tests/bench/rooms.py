"""Rooms: how fast the next one opens and a sleeping one comes back, side by side with the peer's windows."""

from __future__ import annotations

import statistics
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from stoa.database import open_database
from stoa.engine.chromium import has_gpu
from stoa.services.settings.store import SettingsStore
from tests.bench import pages
from tests.bench.figures import Figure, Goal
from tests.support.driver import Stoa, environment
from tests.support.processes import renderers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.plan import Plan

# Rooms behind the front are frozen after five seconds, and looked at every five from then on.
FROZEN_SECONDS = 7
_DISCARDED_SECONDS = 40.0
# So many rooms keep a renderer while sleeping ones are woken, and one more stays at hand.
_AWAKE = 3
AT_HAND = 1
_SPARE_SECONDS = 0.8
_SETTLE_SECONDS = 0.4
# Sleeping rooms that are woken while the others fall asleep again: pages that are not heavy, and one for cold opens.
_SLEEPERS, _COLD_PAGE = (1, 2, 3, 5, 6, 7, 9, 10, 11, 13), 14
_WOKEN_AT_ONCE = 2
# From Ctrl to Tab, as people press the two.
_CONTROL_SECONDS = 0.12
# Rounds of the second mini-app in one start, and as many starts of the peer after them.
_ROUNDS = 4
# By page, and whether it was hovered.
_Figures = dict[tuple[int, bool], Figure]
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
    return press_tile(stoa, number, hovered=hovered)[0]


def press_tile(stoa: Stoa, number: int, *, hovered: bool = False) -> tuple[float, float]:
    """Press a page's tile; milliseconds until it is painted, and until it is again after its first call's answer."""
    stoa.press("Apps", kind="RailItem")
    where = {"name": f"{pages.name(number)}…", "kind": "AppTile"}
    if hovered:
        stoa.insist("hover", **where)
        time.sleep(_SPARE_SECONDS)
    pressed = float(stoa.insist("press", **where))
    painted, answered = _told_after(stoa, pressed)
    return painted - pressed, answered - pressed


def choose_tab(stoa: Stoa, number: int, *, hovered: bool = False) -> float:
    """Press the tab of a sleeping page; milliseconds until it is painted."""
    stoa.wait_for(f"{pages.name(number)}, sleeping", kind="Tab")
    if hovered:
        stoa.insist("hover", name=f"{pages.name(number)}, sleeping", kind="Tab")
        time.sleep(_SPARE_SECONDS)
        pressed = float(stoa.insist("press", name=pages.name(number), kind="Tab"))
        return painted_after(stoa, pressed) - pressed
    return press_sleeping(stoa, number)[1]


def press_sleeping(stoa: Stoa, number: int) -> tuple[float, float]:
    """Press the tab of a sleeping page; milliseconds until its last look was in the window, if it was, and its page."""
    pressed = float(stoa.insist("press", name=f"{pages.name(number)}, sleeping", kind="Tab"))
    painted = painted_after(stoa, pressed)
    return float(stoa.do("call", function="tests.bench.painted:look_in_window")) - pressed, painted - pressed


def step_tab(stoa: Stoa) -> float:
    """Step to the next tab by keyboard; milliseconds from Tab until its page is painted."""
    stoa.insist("key_down", key="Control")
    time.sleep(_CONTROL_SECONDS)
    pressed = float(stoa.do("key_down", key="Tab", held="ControlModifier"))
    stoa.do("key_up", key="Tab")
    stoa.do("key_up", key="Control")
    return painted_after(stoa, pressed) - pressed


def painted_after(stoa: Stoa, pressed: float) -> float:
    """The time of the first paint after a press, as the page in front told it."""
    return _told_after(stoa, pressed)[0]


def _told_after(stoa: Stoa, pressed: float) -> tuple[float, float]:
    def told() -> tuple[float, float] | None:
        # Not the hand's look at the whole window, which keeps the window's thread from its work for some milliseconds.
        painted, answered = stoa.do("call", function="tests.bench.painted:told_in_front")
        return (painted, answered) if painted > pressed else None

    times: tuple[float, float] = stoa.until(told, "the paint of a page")
    return times


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
    answered = {
        _COLD: Figure("second mini-app, cold: painted after the answer to its first call", "ms"),
        _WARM: Figure("second mini-app, made ready: painted after the answer to its first call", "ms"),
    }
    data = plan.data("opening", 8)
    for _ in range(-(-(plan.runs + 1) // _ROUNDS)):
        _open_own(data, figures, answered)
        for _ in range(_ROUNDS):
            peer = _open_peer(plan)
            for (number, _hovered), figure in figures.items():
                figure.peer += peer[pages.is_heavy(number)]
    for figure in (*figures.values(), *answered.values()):
        # The first of each is not counted.
        del figure.values[0], figure.peer[:1]
    return [*figures.values(), *answered.values()]


def _open_own(data: Path, figures: _Figures, answered: _Figures) -> None:
    """One start: page 1 stays open, the others come and go, some rounds of them."""
    with started(data) as stoa:
        open_page(stoa, 1)
        for _ in range(_ROUNDS):
            for (number, hovered), figure in figures.items():
                time.sleep(_SETTLE_SECONDS)
                painted, after_answer = press_tile(stoa, number, hovered=hovered)
                figure.values.append(painted)
                if (number, hovered) in answered:
                    answered[number, hovered].values.append(after_answer)
                close_page(stoa, number)
        close_page(stoa, 1)


def _open_peer(plan: Plan) -> dict[bool, list[float]]:
    """One start of the peer: its second window with a small page, and its third with a heavy one."""
    if plan.peer is None:
        return {False: [], True: []}
    with plan.peer.start() as chromium:
        chromium.open(1)
        time.sleep(_SETTLE_SECONDS)
        small = chromium.open(2)
        time.sleep(_SETTLE_SECONDS)
        return {False: [small], True: [chromium.open(4)]}


def measure_resuming(plan: Plan) -> list[Figure]:
    """Frozen, discarded and roused rooms chosen by their tabs, and as many cold opens in the same start.

    Of the rooms beyond the number that stays awake the one used last is at hand, the others are discarded: both
    kinds are measured, those whose tab the pointer rests on first, and those that are stepped to by keyboard.
    """
    names = {
        "cold": "a cold open in the same start",
        "frozen": "frozen room, chosen → painted",
        "at hand": "sleeping room used last, chosen → painted",
        "look": "discarded room, chosen → its last look on the screen",
        "discarded": "discarded room, chosen → painted",
        "roused": "discarded room, the pointer on its tab first",
        "stepped": f"discarded room, Ctrl+Tab with Ctrl down {_CONTROL_SECONDS * 1000:.0f} ms before Tab",
    }
    figures = {kind: Figure(what, "ms") for kind, what in names.items()}
    if has_gpu():
        # There no picture is taken as a page is left.
        del figures["look"]
    data = plan.data("resuming", _COLD_PAGE)
    stay_awake(data, _AWAKE)
    with started(data) as stoa:
        stoa.do("call", function="tests.bench.painted:watch_looks")
        open_page(stoa, _SLEEPERS[0])
        for _ in range(plan.runs + 1):
            figures["cold"].values.append(open_page(stoa, _COLD_PAGE))
            close_page(stoa, _COLD_PAGE)
        for number in _SLEEPERS[1:]:
            open_page(stoa, number)
        order = list(_SLEEPERS)
        for _ in range(-(-plan.runs // _WOKEN_AT_ONCE) + 1):
            order = _wake_some(stoa, order, figures)
        for number in order:
            close_page(stoa, number)
    for kind, figure in figures.items():
        # What came first is not counted.
        del figure.values[: _WOKEN_AT_ONCE if kind in {"look", "discarded", "roused", "stepped"} else 1]
    shares = ("at hand", "roused", "stepped", "look", "discarded")
    return [*figures.values(), *(_share(figures[kind], figures["cold"]) for kind in shares if kind in figures)]


def _share(figure: Figure, cold: Figure) -> Figure:
    """A figure in medians of a cold open."""
    middle = statistics.median(cold.values)
    values = [value / middle for value in figure.values]
    return Figure(f"{figure.what}: share of a cold open", "of it", values, goals=(Goal(0.5),))


def _wake_some(stoa: Stoa, order: list[int], figures: dict[str, Figure]) -> list[int]:
    """One round: each kind once or twice. ``order`` are the rooms, the longest hidden first; the new one is given."""
    _wait_for_sleep(stoa, order)
    *discarded, at_hand, frozen, _, _ = order
    figures["frozen"].values.append(choose_tab(stoa, frozen))
    figures["at hand"].values.append(choose_tab(stoa, at_hand))
    chosen = [frozen, at_hand]
    for number, beside in _neighbours(discarded):
        stoa.wait_for(f"{pages.name(number)}, sleeping", kind="Tab")
        look, painted = press_sleeping(stoa, number)
        figures["discarded"].values.append(painted)
        if "look" in figures:
            assert look > 0, "a discarded room that was left whole came back without its last look"
            figures["look"].values.append(look)
        time.sleep(_SPARE_SECONDS)
        figures["stepped"].values.append(step_tab(stoa))
        chosen += [number, beside]
    for number in discarded:
        if number not in chosen:
            figures["roused"].values.append(choose_tab(stoa, number, hovered=True))
            chosen.append(number)
    return [number for number in order if number not in chosen] + chosen


def _neighbours(numbers: list[int]) -> list[tuple[int, int]]:
    """Of some rooms, so many pairs as are woken at once whose tabs are side by side, each room in one pair at most."""
    found: list[tuple[int, int]] = []
    for pair in pairwise(_SLEEPERS):
        if set(pair) <= set(numbers).difference(*found) and len(found) < _WOKEN_AT_ONCE:
            found.append(pair)
    return found


def _wait_for_sleep(stoa: Stoa, order: list[int]) -> None:
    """Wait until the rooms hidden for longest have no renderer and the other hidden ones are frozen."""
    for number in order[:-1]:
        stoa.wait_for(f"{pages.name(number)}, sleeping", kind="Tab")
    pid = stoa.process.pid
    stoa.until(lambda: len(renderers(pid)) <= _AWAKE + AT_HAND, "the end of a renderer", _DISCARDED_SECONDS)

"""Rooms: how fast the next one opens, what they take, and how fast they and the host speak."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Any

from tests.bench import pages
from tests.bench.painted import MARK
from tests.bench.starts import spread
from tests.support.driver import Stoa, environment
from tests.support.processes import busy_seconds, memory_mib, tree

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Playwright

# Rooms behind the front sleep after five seconds.
_SETTLE_SECONDS = 9
_REST_SECONDS = 10
# The relay lets 400 calls through at once and 200 a second.
_CALLS = 350
_REFILL_SECONDS = 2.5
_PAYLOADS = {"100_b": 100, "10_kb": 10_000}


def open_page(stoa: Stoa, number: int, *, hovered: bool = False) -> float:
    """Press a page's tile in the launcher; milliseconds until it is painted."""
    stoa.press("Apps", kind="RailItem")
    where = {"name": pages.name(number), "kind": "AppTile"}
    if hovered:
        stoa.insist("hover", **where)
        time.sleep(1.2)
    pressed = float(stoa.insist("press", **where))
    stoa.wait_for(f"Close {pages.name(number)}")
    title = stoa.until(lambda: painted_title(stoa), f"the paint of page {number}")
    return title - pressed


def painted_title(stoa: Stoa) -> float | None:
    """The time that the page in front told as its title."""
    told = stoa.shows(f"{MARK}…", kind="Label")
    return float(told["name"].removeprefix(MARK)) if told else None


def measure_opening(data: Path, runs: int) -> dict[str, Any]:
    """Milliseconds from press to paint of the second mini-app, cold and with its room made ready by hovering."""
    cold, hovered = [], []
    for _ in range(runs):
        for figures, ready in ((cold, False), (hovered, True)):
            with Stoa(data, "--size", "1360x860", environ=environment("xcb")) as stoa:
                open_page(stoa, 1)
                time.sleep(1)
                figures.append(open_page(stoa, 2, hovered=ready))
                # What is open now is not to come back at the next start.
                for number in (2, 1):
                    stoa.press(f"Close {pages.name(number)}")
                    stoa.wait_gone(f"Close {pages.name(number)}")
    return {"runs": runs, "cold_ms": spread(cold), "hovered_ms": spread(hovered)}


def measure_memory(data: Path, counts: tuple[int, ...]) -> dict[str, Any]:
    """Memory with so many rooms, all but the front one asleep, and processor time at rest with the most of them."""
    memory: dict[str, float] = {}
    with Stoa(data, "--size", "1360x860", environ=environment("xcb")) as stoa:
        opened = 0
        for count in counts:
            while opened < count:
                opened += 1
                open_page(stoa, opened)
            time.sleep(_SETTLE_SECONDS)
            memory[str(count)] = round(memory_mib(stoa.process.pid), 1)
        before = busy_seconds(stoa.process.pid)
        time.sleep(_REST_SECONDS)
        busy = busy_seconds(stoa.process.pid) - before
        processes = len(tree(stoa.process.pid))
        for number in range(opened, 0, -1):
            stoa.press(f"Close {pages.name(number)}")
    return {
        "pss_mib_by_rooms": memory,
        "processes": processes,
        "cpu_percent_at_rest": round(100 * busy / _REST_SECONDS, 2),
        "cpu_rooms": counts[-1],
        "cpu_seconds_watched": _REST_SECONDS,
    }


def measure_bridge(data: Path, playwright: Playwright, runs: int) -> dict[str, Any]:
    """Serial round trips of ``storage.get`` by the size of the value, within what a room may call at once."""
    figures: dict[str, Any] = {"method": "storage.get", "calls_a_run": _CALLS, "runs": runs}
    with Stoa(data, "--size", "1360x860", environ=environment("xcb"), playwright=playwright) as stoa:
        open_page(stoa, 1)
        page = stoa.page(pages.app_id(1))
        for name, size in _PAYLOADS.items():
            page.evaluate("([key, size]) => stoa.storage.set({ key, value: 'x'.repeat(size) })", [name, size])
            figures[name] = _round_trips(page, name, runs)
        stoa.press(f"Close {pages.name(1)}")
    return figures


def _round_trips(page: Page, key: str, runs: int) -> dict[str, float]:
    rates, all_times = [], []
    for _ in range(runs):
        time.sleep(_REFILL_SECONDS)
        times = page.evaluate("([key, count]) => callSerially(key, count)", [key, _CALLS])
        rates.append(1000 * len(times) / sum(times))
        all_times += times
    all_times.sort()
    return {
        "calls_a_second": round(statistics.median(rates)),
        "median_ms": round(statistics.median(all_times), 3),
        "p99_ms": round(all_times[int(len(all_times) * 0.99)], 3),
    }

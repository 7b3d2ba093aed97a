"""The bridge: serial round trips of ``storage.get``, beside a WebSocket of the peer to a server on loopback.

The bridge's calls pass gate, permission check, database and journal. The server's answer is one ``json.loads`` and one
``json.dumps``.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench import pages
from tests.bench.figures import Figure, Goal
from tests.bench.rooms import close_page, open_page
from tests.support.driver import Stoa, environment

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.bench.plan import Plan

# The relay lets 400 calls through at once and 200 a second: it is full again before each run.
_CALLS = 200
_REFILL_SECONDS = 1.0
_SIZES = {"100 B": 100, "10 KB": 10_000}
_PATIENCE_SECONDS = 60.0


def measure(plan: Plan) -> list[Figure]:
    """Calls a second of each run, and how long a call takes."""
    rates = {
        "100 B": Figure("bridge, 100 B: calls a second, in turn", "1/s", goals=(Goal(1.0, "peer", least=True),)),
        "10 KB": Figure("bridge, 10 KB: calls a second, in turn", "1/s", goals=(Goal(0.8, "peer", least=True),)),
    }  # fmt: skip
    times = {
        "100 B": Figure("bridge, 100 B: a call", "ms", goals=(Goal(2, at="p99"),)),
        "10 KB": Figure("bridge, 10 KB: a call", "ms"),
    }
    data = plan.data("bridge", 1)
    with sync_playwright() as playwright, Stoa(
        data, "--size", "1360x860", environ=environment("xcb"), playwright=playwright
    ) as stoa:  # fmt: skip
        open_page(stoa, 1)
        page = stoa.page(pages.app_id(1))
        for run in range(-1, plan.runs):
            for name, size in _SIZES.items():
                own, peer = _own(page, name, size), _of_peer(plan, size)
                if run >= 0:
                    rates[name].values.append(1000 * len(own) / sum(own))
                    times[name].values += own
                    rates[name].peer += [1000 * len(peer) / sum(peer)] if peer else []
                    times[name].peer += peer
        close_page(stoa, 1)
    return [*rates.values(), *times.values()]


def _own(page: Page, key: str, size: int) -> list[float]:
    page.evaluate("([key, size]) => stoa.storage.set({ key, value: 'x'.repeat(size) })", [key, size])
    time.sleep(_REFILL_SECONDS)
    return list(page.evaluate("([key, count]) => callSerially(key, count)", [key, _CALLS]))


def _of_peer(plan: Plan, size: int) -> list[float]:
    if plan.peer is None:
        return []
    server = plan.peer.server
    server.calls.clear()
    with plan.peer.start() as chromium:
        chromium.open(1, f"?calls={size}x{_CALLS}")
        end = time.monotonic() + _PATIENCE_SECONDS
        while not server.calls:
            if time.monotonic() > end:
                raise TimeoutError("The peer's calls did not come back.")
            time.sleep(0.02)
    return server.calls[0]

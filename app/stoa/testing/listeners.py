"""Counts the listeners of a page while somebody walks through it: those that stay after each walk are a leak.

A listener that is added at each visit of a page and never taken away costs memory, and answers once more each time.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

    from stoa.testing.miniapp import MiniApp

# What a page sets up once it does in the first walks; then it has to stay as it is.
_FIRST_WALKS = 2
_WALKS = 5
_LINKS_MAX = 3
# A page draws itself anew in less; in milliseconds.
_SETTLE_MS = 120
# A number that is the same for so many looks, each when the page has nothing left to do, is one that stays.
_CALM_LOOKS = 3
_IDLE = "() => new Promise((done) => requestIdleCallback(() => done(null)))"
# Links to other pages of the mini-app. One within the page would change nothing, one to elsewhere would leave it.
_LINKS = """
(most) => [...new Set([...document.querySelectorAll('a[href]:not([download]):not([target])')]
  .filter((a) => a.origin === location.origin && a.pathname + a.search !== location.pathname + location.search
    && a.checkVisibility())
  .map((a) => a.getAttribute('href')))].slice(0, most)
"""
_FOLLOW = '(href) => document.querySelector(`a[href="${CSS.escape(href)}"]`)?.click()'
_SUM = "function () { let sum = 0; for (const group of this.values()) sum += group.size; return sum; }"


def growth(miniapp: MiniApp) -> list[int]:
    """How many listeners there are after each of five walks, after two first ones: the same number, if none leaks.

    A walk follows up to three links and comes back from each, and changes the theme twice.
    """
    page = miniapp.page
    session = page.context.new_cdp_session(page)
    try:
        links = page.evaluate(_LINKS, _LINKS_MAX)
        counts: list[int] = []
        for _ in range(_FIRST_WALKS + _WALKS):
            _walk(miniapp, page, links)
            counts.append(_settled(page, session, counts[-1] if counts else 0))
        return counts[_FIRST_WALKS:]
    finally:
        session.detach()


def leaks(counts: list[int]) -> bool:
    """Whether each walk left more than the one before, and about as many each time.

    A page that only shows more than it did, as a draft of the last walk, grows by leaps.
    """
    steps = [after - before for before, after in pairwise(counts)]
    return min(steps) > 0 and max(steps) <= 2 * min(steps)


def _walk(miniapp: MiniApp, page: Page, links: list[str]) -> None:
    for link in links:
        here = page.url
        with suppress(PlaywrightError):  # a link may load another document, and end the script that follows it
            page.evaluate(_FOLLOW, link)
        page.wait_for_timeout(_SETTLE_MS)
        if page.url != here:
            page.go_back(wait_until="commit")
            page.wait_for_timeout(_SETTLE_MS)
    profile = miniapp.profile
    for theme in ("dark", "light", profile.theme):
        miniapp.apply(profile.model_copy(update={"theme": theme}))
    miniapp.apply(profile)
    page.wait_for_timeout(_SETTLE_MS)


def _settled(page: Page, session: CDPSession, before: int) -> int:
    """The number once it is no more than ``before``, or falls no further.

    On a busy machine a page goes on with what a walk began, and holds elements meanwhile that are gone from it.
    """
    count, looks = _count(session), 0
    while count > before and looks < _CALM_LOOKS:
        page.evaluate(_IDLE)
        page.wait_for_timeout(_SETTLE_MS)
        now = _count(session)
        looks = 0 if now < count else looks + 1
        count = min(count, now)
    return count


def _count(session: CDPSession) -> int:
    """Those of the page's elements, windows and so on, and those of ``stoa.on``, without what is garbage by now."""
    for _ in range(2):  # what a finalizer lets go is garbage of the next one
        session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return int(metrics["JSEventListeners"]) + _count_of_sdk(session)


def _count_of_sdk(session: CDPSession) -> int:
    """The listeners that the SDK keeps in a map of its own, which only a debugger sees; 0 where there is no SDK."""
    scopes = _inside(session, session.send("Runtime.evaluate", {"expression": "globalThis.stoa?.on"})["result"])
    for scope in _properties(session, scopes.get("objectId"), "result"):
        for variable in _properties(session, scope.get("value", {}).get("objectId"), "result"):
            if variable["name"] == "listeners":
                asked = {"objectId": variable["value"]["objectId"], "functionDeclaration": _SUM, "returnByValue": True}
                return int(session.send("Runtime.callFunctionOn", asked)["result"]["value"])
    return 0


def _inside(session: CDPSession, function: dict[str, Any]) -> dict[str, Any]:
    """The scopes that a function was made in."""
    parts = _properties(session, function.get("objectId"), "internalProperties")
    return next((dict(part["value"]) for part in parts if part["name"] == "[[Scopes]]"), {})


def _properties(session: CDPSession, of: str | None, kind: str) -> list[dict[str, Any]]:
    if of is None:
        return []
    return list(session.send("Runtime.getProperties", {"objectId": of, "ownProperties": True}).get(kind, []))

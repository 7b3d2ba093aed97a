"""What a start for a mini-app waits for before it builds the rest of the window. Its limits are no part of it here."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from stoa.engine.spec import RoomState
from stoa.wiring import first_page
from stoa.wiring.first_page import FirstPage


class Page(QObject):
    """As much of a room as a start waits for."""

    did_change_state = Signal(object)
    did_get_ready = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state, self.is_ready, self.has_asked = RoomState.LOADING, False, False

    def turn(self, state: RoomState) -> None:
        self.state = state
        self.did_change_state.emit(state)

    def get_ready(self) -> None:
        self.is_ready = True
        self.did_get_ready.emit()


@pytest.fixture(autouse=True)
def limits(monkeypatch):
    """Nothing is over by itself but the time to paint."""
    for name in ("PAGE_SECONDS", "_READY_SECONDS"):
        monkeypatch.setattr(first_page, name, 1000.0)
    monkeypatch.setattr(first_page, "_PAINT_SECONDS", 0.0)


def waited(*acts):
    """Waits for a page to which these things happen; how many of them had happened when the waiting was over."""

    async def wait():
        page, first = Page(), FirstPage(SimpleNamespace())
        waiting = asyncio.ensure_future(first.settles(SimpleNamespace(room=page), lambda: page.has_asked))
        for number, act in enumerate(acts):
            for _ in range(3):
                await asyncio.sleep(0)
            if waiting.done():
                return number
            act(page, first)
        await waiting
        return len(acts)

    return asyncio.run(wait())


def load(page, _first):
    page.turn(RoomState.RUNNING)


def ask(page, _first):
    page.has_asked = True


def get_ready(page, _first):
    page.get_ready()


def close(page, _first):
    page.turn(RoomState.CLOSED)


def hurry(_page, first):
    first.hurry()


def hang(page, _first):
    page.turn(RoomState.HUNG)


@pytest.mark.parametrize(
    "acts",
    [(load,), (get_ready,), (ask, load, get_ready), (ask, get_ready), (ask, load, close), (ask, load, hurry), (hurry,)],
    ids=lambda acts: "-".join(act.__name__ for act in acts),
)
def test_a_page_is_waited_for_until_it_has_loaded_and_if_it_asked_until_it_is_ready(acts):
    assert waited(*acts) == len(acts)
    assert waited(*acts, hang) == len(acts), "and no longer"


def test_one_that_hangs_is_waited_for_as_one_that_loads_no_more():
    assert waited(hang, ask) == 1


@pytest.mark.parametrize("limit", ["PAGE_SECONDS", "_READY_SECONDS"])
def test_what_takes_too_long_is_waited_for_no_more(monkeypatch, limit):
    monkeypatch.setattr(first_page, limit, 0.0)
    assert waited(*([ask, load] if limit == "_READY_SECONDS" else [])) == (2 if limit == "_READY_SECONDS" else 0)


def test_a_page_that_is_waited_for_as_the_window_is_closed_is_waited_for_no_more():
    async def close_window():
        page, first = Page(), FirstPage(SimpleNamespace())
        waiting = asyncio.ensure_future(first.settles(SimpleNamespace(room=page), lambda: False))
        await asyncio.sleep(0)
        waiting.cancel()
        # All rooms are closed next.
        page.turn(RoomState.CLOSED)
        await asyncio.gather(waiting, return_exceptions=True)
        return waiting.cancelled()

    assert asyncio.run(close_window())


def test_a_page_that_is_ready_before_anybody_can_answer_is_shown():
    page, shown = Page(), []
    page.mark_ready = page.get_ready
    face = SimpleNamespace(room=page)
    first = FirstPage(SimpleNamespace(face_of=lambda _caller: face, covers=SimpleNamespace(show_ready=shown.append)))
    first.on_call(None, "storage.get")
    assert (page.is_ready, shown) == (False, [])
    first.on_call(None, "host.ready")
    assert (page.is_ready, shown) == (True, [face])

"""Real rooms seen in two windows at once: moved over and back without a break."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from stoa.engine.deck import RoomDeck
from stoa.engine.room import RoomState

COUNTING = "window.frames = 0; (function next() { frames++; requestAnimationFrame(next); })();"


@pytest.fixture
def second():
    deck = RoomDeck()
    deck.resize(360, 300)
    deck.show()
    yield deck
    deck.close()
    deck.deleteLater()
    QApplication.processEvents()


def draws(rooms, room):
    """Whether the page is being drawn: an engine draws only what is seen."""
    before = rooms.run(room, "return frames")
    rooms.until(lambda: rooms.run(room, "return frames") > before)
    return rooms.run(room, "return document.visibilityState") == "visible"


def test_a_room_moves_to_another_window_and_back_and_its_page_goes_on(rooms, second):
    one, other = rooms.open(), rooms.open()
    heard = []
    for name in ("did_show", "did_hide"):
        getattr(rooms.pool, name).connect(lambda room, name=name: heard.append((name, room.caller.room_id)))
    for room in (one, other):
        rooms.run(room, COUNTING)
    pid = one.page.renderProcessPid()
    rooms.pool.show(one, second)
    assert (rooms.pool.front, one.view.window()) == (other, second)
    assert heard == [("did_show", one.caller.room_id)], "it lay behind the front, and is seen now"
    assert draws(rooms, one)
    assert draws(rooms, other)
    rooms.until(lambda: rooms.run(one, "return innerWidth") == 360)
    rooms.run(one, "window.pressed = 0; addEventListener('click', () => pressed++)")
    rooms.click(one)
    rooms.until(lambda: rooms.run(one, "return pressed") == 1)
    rooms.pool.show(one, rooms.deck)
    assert (rooms.pool.front, one.view.window()) == (one, rooms.deck)
    assert heard[1:] == [("did_hide", other.caller.room_id)]
    assert draws(rooms, one)
    assert rooms.run(one, "return pressed") == 1
    assert one.page.renderProcessPid() == pid


def test_rooms_in_both_windows_stay_awake_and_watched(rooms, second, monkeypatch):
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 50)
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_NOTICE_MS", 50)
    monkeypatch.setattr("stoa.engine.watchdog.BEAT_MS", 200)
    torn = rooms.open()
    rooms.pool.show(torn, second)
    behind, front = rooms.open(), rooms.open()
    rooms.until(lambda: behind.state is RoomState.ASLEEP)
    assert (torn.state, front.state) == (RoomState.RUNNING, RoomState.RUNNING)
    torn.page.runJavaScript("for (;;);")
    rooms.until(lambda: torn.state is RoomState.HUNG)
    assert front.state is RoomState.RUNNING
    torn.reload()
    rooms.until(lambda: torn.state is RoomState.RUNNING)


def test_a_room_that_is_closed_in_the_other_window_leaves_nothing_there(rooms, second):
    torn, front = rooms.open(), rooms.open()
    rooms.pool.show(torn, second)
    rooms.pool.close(torn)
    rooms.until(lambda: torn.state is RoomState.CLOSED)
    again = rooms.open(torn.spec.app)
    assert again.view.window() is rooms.deck
    assert rooms.pool.front is again
    rooms.pool.show(front)
    assert rooms.pool.front is front

"""Whose turn it is when several rooms without a renderer are wanted, and what they come back with."""

from __future__ import annotations

import pytest
from PySide6.QtWebEngineCore import QWebEnginePage

from stoa.engine.room import RoomState
from tests.engine.forms import FILL, FORM, INNER, LATE


@pytest.fixture
def asleep(rooms, monkeypatch):
    """Two discarded rooms with something typed into them: one that takes as long to load as the test wishes."""
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 50)
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_NOTICE_MS", 50)
    monkeypatch.setattr("stoa.engine.pool.WAKE_PATIENCE_MS", 600_000)
    made = []
    for _ in range(2):
        made.append(rooms.open(rooms.make_app({"index.html": FORM, "inner.html": INNER, "late.js": LATE})))
        rooms.run(made[-1], FILL)
    rooms.open()
    rooms.until(lambda: [room.state for room in made] == [RoomState.ASLEEP] * 2)
    for room in made:
        room.discard()
    # The engine begins its own restoration before it is told to reload: each answer is held.
    made[0].standby.aim("/")
    made[0].standby.wants = lambda url: url.path() == "/"
    return made


def let_come(room):
    """Let the page of a room come that was held up."""
    room.standby.wants = lambda _url: False
    room.standby.let_go()


def wait_back(rooms, room):
    """Wait until a room is there with what was typed into it."""
    rooms.until(lambda: room.state is RoomState.RUNNING)
    rooms.until_shown(room, "document.getElementById('name').value", "Ada")


def test_the_second_of_two_that_are_shown_loads_nothing_before_its_turn(rooms, asleep):
    slow, other = asleep
    rooms.pool.show(slow)
    rooms.pool.show(other)
    rooms.until(lambda: slow.page.renderProcessPid() > 0)
    assert (slow.state, other.state) == (RoomState.LOADING, RoomState.DISCARDED)
    assert other.page.lifecycleState() is QWebEnginePage.LifecycleState.Discarded
    assert (other.page.renderProcessPid(), other.view.isVisible()) == (0, False)
    let_come(slow)
    wait_back(rooms, other)
    assert other.view.isVisible()


def test_one_that_wakes_ahead_of_its_press_keeps_nobody_waiting_who_is_shown(rooms, asleep):
    slow, other = asleep
    rooms.pool.rouse(slow)
    assert slow.state is RoomState.LOADING
    rooms.pool.show(other)
    assert other.state is RoomState.LOADING
    wait_back(rooms, other)
    assert slow.state is RoomState.LOADING
    let_come(slow)
    rooms.until(lambda: slow.state is RoomState.ASLEEP)
    rooms.pool.show(slow)
    wait_back(rooms, slow)


def test_one_at_a_time_wakes_ahead_of_its_press(rooms, asleep):
    slow, other = asleep
    rooms.pool.rouse(slow)
    rooms.pool.rouse(other)
    assert (slow.state, other.state) == (RoomState.LOADING, RoomState.DISCARDED)
    let_come(slow)
    rooms.until(lambda: slow.state is not RoomState.LOADING)
    rooms.until(lambda: rooms.pool.rouse(other) or other.state is not RoomState.DISCARDED)
    rooms.pool.show(other)
    wait_back(rooms, other)


def test_one_that_was_shown_after_all_has_its_turn_as_any_other(rooms, asleep):
    slow, other = asleep
    rooms.pool.rouse(slow)
    rooms.pool.show(slow)
    rooms.pool.show(other)
    assert (slow.state, other.state) == (RoomState.LOADING, RoomState.DISCARDED)
    let_come(slow)
    wait_back(rooms, other)

"""Rooms that give their renderer up, and what comes back with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtWebEngineCore import QWebEnginePage

from stoa.engine.room import RoomState
from stoa.engine.sleep import RoomSleep
from stoa.engine.sleep_rules import DISCARD_AFTER_MS, Wakeful
from tests.engine.forms import FILL, FORM, INNER, LATE, READ


class Clock:
    def __init__(self):
        self.now = 1_000_000

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def wakeful():
    return {}


@pytest.fixture
def sleep(rooms, clock, wakeful, monkeypatch):
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 50)
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_NOTICE_MS", 50)
    made = RoomSleep(rooms.pool, clock, lambda room: wakeful.get(room, frozenset()), lambda: False)
    made._timer.blockSignals(True)  # each look is the test's
    made.keeps_one = False
    return made


def discard(rooms, room, sleep, clock):
    rooms.until(lambda: room.state is RoomState.ASLEEP)
    clock.now += DISCARD_AFTER_MS
    sleep.look()
    assert room.state is RoomState.DISCARDED


def wake(rooms, room):
    before = room.channel._document
    rooms.pool.show(room)
    rooms.until(lambda: room.state is RoomState.RUNNING and room.channel._document != before)


def has_ended(pid):
    """Whether a process is gone, or waits only for its parent to take note."""
    try:
        return "zombie" in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True


def form_app(rooms, late=LATE):
    return rooms.make_app({"index.html": FORM, "inner.html": INNER, "late.js": late})


def kept_by_the_engine(room):
    """What the engine keeps of the pages of a room by itself, for restoring them."""
    kept = QByteArray()
    QDataStream(kept, QIODevice.OpenModeFlag.WriteOnly) << room.page.history()
    return bytes(kept.data())


TYPED = ("Ada", "123456", "4111", "Eve", "0815")


@pytest.fixture
def filled(rooms, sleep, clock):
    """A discarded room whose form was filled in, of which the host gives nothing back; the engine keeps all of it."""
    room = rooms.open(form_app(rooms))
    rooms.run(room, FILL)
    rooms.until(lambda: all(text.encode("utf-16-le") in kept_by_the_engine(room) for text in TYPED))
    rooms.open()
    discard(rooms, room, sleep, clock)
    room.keepsake.forget()
    return room


def fields(rooms, room):
    """What stands in the fields that the engine has kept, once it has had time to fill them in."""
    return rooms.run(
        room,
        """await new Promise((next) => setTimeout(next, 300));
        const at = (id, where) => where.getElementById(id).value;
        return [...["name", "code", "card"].map((id) => at(id, document)),
                ...["inside", "pin"].map((id) => at(id, frames[0].document))];""",
    )


WAKING = {
    "the pool": lambda room, pool: pool.show(room),
    "its view": lambda room, pool: room.view.show(),
    "the engine": lambda room, pool: room.page.setLifecycleState(QWebEnginePage.LifecycleState.Active),
    "reload": lambda room, pool: room.reload(),
}


@pytest.mark.parametrize("waking", WAKING)
def test_the_engine_fills_in_nothing_of_a_discarded_page(rooms, filled, waking):
    WAKING[waking](filled, rooms.pool)
    before = filled.channel._document
    rooms.until(lambda: filled.channel._document != before and not filled.page.isLoading())
    assert fields(rooms, filled) == [""] * 5


def test_restored_by_the_engine_a_page_has_codes_and_card_numbers_again(rooms, filled):
    # The control: what the engine does with a discarded page by itself.
    filled.page.lifecycleStateChanged.disconnect(filled.page._on_lifecycle_state_changed)
    wake(rooms, filled)
    rooms.until(lambda: fields(rooms, filled) == list(TYPED))


def test_a_discarded_room_comes_back_at_its_place_with_what_was_typed(rooms, sleep, clock):
    room = rooms.open(form_app(rooms), "/deep/er?x=1#part")
    rooms.run(room, FILL + "history.replaceState({ depth: 2, way: ['a', null] }, '');")
    pid = room.page.renderProcessPid()
    rooms.open()
    discard(rooms, room, sleep, clock)
    rooms.until(lambda: has_ended(pid))
    assert room.page.renderProcessPid() == 0
    assert (room.path, room.is_ready) == ("/deep/er?x=1#part", False)
    wake(rooms, room)
    rooms.until(lambda: rooms.run(room, READ)["y"] == 900)
    found = rooms.run(room, READ)
    heard = found.pop("heard")
    assert found == {
        "name": "Ada", "plain": "x", "note": "two\nlines", "made": "late too", "tick": True, "second": True,
        "pick": "b", "secrets": ["", "", ""], "inner": 120, "y": 900, "path": "/deep/er?x=1#part",
        "state": {"depth": 2, "way": ["a", None]},
    }  # fmt: skip
    assert {"name", "note", "made"} <= set(heard)
    assert rooms.run(room, "return (await stoa.storage.get({key: 'k'})).value") is None
    rooms.run(room, "history.replaceState(null, '')")
    rooms.reload(room)
    assert rooms.run(room, READ)["state"] is None


STATES = {
    "a date": "{ at: new Date(0) }",
    "a map": "new Map([['a', 1]])",
    "a number that JSON does not know": "[NaN]",
    "itself": "(() => { const made = {}; made.made = made; return made; })()",
    "too much": "'x'.repeat(70000)",
}


@pytest.mark.parametrize("state", STATES)
def test_a_state_that_would_come_back_as_another_is_not_kept(rooms, sleep, clock, state):
    room = rooms.open(form_app(rooms))
    rooms.run(room, f"history.replaceState({STATES[state]}, '')")
    rooms.open()
    discard(rooms, room, sleep, clock)
    wake(rooms, room)
    assert rooms.run(room, READ)["state"] is None


def test_no_secret_is_kept_in_the_host(rooms, sleep):
    room = rooms.open(form_app(rooms))
    rooms.run(room, FILL)
    rooms.open()
    rooms.until(lambda: room.state is RoomState.ASLEEP)
    kept = room.keepsake._kept
    assert "Ada" in kept
    assert [secret for secret in ("open sesame", "123456", "4111") if secret in kept] == []


def test_what_is_kept_is_bounded(rooms, sleep):
    room = rooms.open(form_app(rooms))
    rooms.run(room, "document.forms[0].style.display = 'none'; for (let n = 0; n < 200; n++) {"
                    " const f = document.createElement('input'); f.value = 'y'.repeat(3000);"
                    " document.forms[0].append(f); }")  # fmt: skip
    rooms.open()
    rooms.until(lambda: room.state is RoomState.ASLEEP)
    assert 200_000 < room.keepsake.size <= 300_000


def test_a_discarded_room_opened_at_another_page_gets_nothing_of_the_old_one(rooms, sleep, clock):
    room = rooms.open(form_app(rooms), "/one")
    rooms.run(room, FILL)
    rooms.open()
    discard(rooms, room, sleep, clock)
    room.open("/two", "link")
    wake(rooms, room)
    rooms.run(room, "await new Promise((next) => setTimeout(next, 500))")
    found = rooms.run(room, READ)
    assert (found["path"], found["name"], found["y"]) == ("/two", "", 0)


def test_the_first_touch_of_a_person_ends_the_giving_back(rooms, sleep, clock):
    late = LATE.replace("150", "700")
    room = rooms.open(form_app(rooms, late))
    rooms.run(room, FILL.replace("400", "900"))
    rooms.open()
    discard(rooms, room, sleep, clock)
    wake(rooms, room)
    rooms.until(lambda: rooms.run(room, READ)["name"] == "Ada")
    rooms.run(room, "dispatchEvent(new Event('wheel')); await new Promise((next) => setTimeout(next, 1200))")
    assert rooms.run(room, READ)["made"] == ""


@pytest.mark.parametrize("reason", list(Wakeful))
def test_a_room_with_a_reason_to_be_awake_keeps_its_renderer(rooms, sleep, clock, wakeful, reason):
    room, other = rooms.open(), None
    wakeful[room] = frozenset({reason})
    other = rooms.open()
    rooms.open()
    rooms.until(lambda: other.state is RoomState.ASLEEP)
    clock.now += DISCARD_AFTER_MS
    sleep.look()
    assert other.state is RoomState.DISCARDED
    assert room.state is (RoomState.ASLEEP if reason is Wakeful.UNSAVED else RoomState.RUNNING)


def test_the_limit_and_short_memory_discard_the_longest_hidden(rooms, sleep, clock):
    opened = []
    for _ in range(4):
        opened.append(rooms.open())
        clock.now += 1000
    rooms.until(lambda: [room.state for room in opened[:3]] == [RoomState.ASLEEP] * 3)
    sleep.awake_max = 3
    sleep.look()
    assert [room.state for room in opened[:2]] == [RoomState.DISCARDED, RoomState.ASLEEP]
    sleep._is_pressed = lambda: True
    assert not sleep.may_prepare()
    sleep.look()
    assert [room.state for room in opened] == [
        RoomState.DISCARDED, RoomState.DISCARDED, RoomState.ASLEEP, RoomState.RUNNING,
    ]  # fmt: skip


def test_nothing_is_watched_once_all_sleep(rooms, sleep, clock):
    room = rooms.open()
    rooms.pool.hide_front()
    assert sleep.is_watching
    discard(rooms, room, sleep, clock)
    assert not sleep.is_watching
    rooms.pool.close(room)
    rooms.until(lambda: room.state is RoomState.CLOSED)


def test_of_the_rooms_that_are_due_the_one_used_last_keeps_its_renderer_ready(rooms, sleep, clock, monkeypatch):
    sleep.keeps_one = True
    monkeypatch.setattr("stoa.engine.memory.saves_power", lambda: False)
    older = rooms.open()
    clock.now += 1000
    newer = rooms.open()
    rooms.open()
    rooms.until(lambda: [older.state, newer.state] == [RoomState.ASLEEP] * 2)
    clock.now += DISCARD_AFTER_MS
    sleep.look()
    assert [older.state, newer.state] == [RoomState.DISCARDED, RoomState.ASLEEP]
    sleep.look()
    assert newer.state is RoomState.ASLEEP
    rooms.pool.prepare(rooms.spec(rooms.make_app()), "/")
    sleep.look()
    assert newer.state is RoomState.DISCARDED


@pytest.mark.parametrize("reason", ["memory is short", "power is saved"])
def test_no_sleeping_room_stays_ready_while_memory_is_short_or_power_is_saved(rooms, sleep, clock, monkeypatch, reason):
    sleep.keeps_one = True
    monkeypatch.setattr("stoa.engine.memory.saves_power", lambda: reason == "power is saved")
    sleep._is_pressed = lambda: reason == "memory is short"
    room = rooms.open()
    rooms.open()
    discard(rooms, room, sleep, clock)

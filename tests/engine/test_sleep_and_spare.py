"""Rooms that sleep behind the front, and whose a room is that was made ready."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage

from stoa.engine import last_look, stillness
from stoa.engine.chromium import has_gpu
from stoa.engine.room import RoomState
from tests.support.processes import shared_mib

APP = {
    "index.html": '<title>App</title><script src="/_stoa/stoa.js"></script><script src="/app.js"></script>',
    "app.js": "localStorage.setItem('ran', (Number(localStorage.getItem('ran')) || 0) + 1);",
}


@pytest.fixture
def light_sleep(monkeypatch):
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 50)
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_NOTICE_MS", 50)
    monkeypatch.setattr("stoa.engine.watchdog.BEAT_MS", 200)


@pytest.fixture
def sleep(light_sleep, monkeypatch):
    """Not before the view has gone, as in earnest."""
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 400)


@pytest.fixture
def told(rooms):
    heard = []
    for name in ("did_show", "did_hide", "will_suspend", "did_close"):
        getattr(rooms.pool, name).connect(lambda room, name=name: heard.append((name, room.caller.room_id)))
    return heard


def test_a_room_behind_the_front_falls_asleep_and_wakes_with_its_page(rooms, light_sleep, told):
    one = rooms.open()
    rooms.run(one, "window.ticks = 0; setInterval(() => ticks++, 10)")
    other = rooms.open()
    rooms.until(lambda: one.state is RoomState.ASLEEP)
    rooms.run(other, "await new Promise((next) => setTimeout(next, 700))")
    assert one.state is RoomState.ASLEEP
    rooms.pool.show(one)
    assert one.state is RoomState.RUNNING
    ticks = rooms.run(one, "return ticks")
    rooms.until(lambda: rooms.run(one, "return ticks") > ticks)
    first, second = one.caller.room_id, other.caller.room_id
    order = [("did_show", first), ("did_hide", first), ("did_show", second), ("will_suspend", first)]
    assert told[: len(order)] == order
    assert told[-2:] == [("did_hide", second), ("did_show", first)] or ("will_suspend", second) in told


GREEN = QColor("#0a0")
FRAME = "new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))"
# Longer than the view, and green at its lower end on a white ground. One colour alone takes no memory to draw.
GREEN_PAGE = (
    "document.body.append(Object.assign(document.createElement('div'), { style: 'height: 5000px' }));"
    "document.body.append(Object.assign(document.createElement('div'), "
    "{ style: 'position: fixed; inset: 0; background: linear-gradient(#000, #0a0 50%)' }));"
)


def low_pixel(room):
    """The colour at the lower end of a room's page as the window would paint it now."""
    return room.view.grab().toImage().pixelColor(room.view.width() // 2, room.view.height() - 9)


def is_green(room):
    """Whether the page is seen, or its packed picture, in which a colour may be a little different."""
    return all(abs(one - other) <= 4 for one, other in zip(low_pixel(room).getRgb(), GREEN.getRgb(), strict=True))


@pytest.mark.skipif(has_gpu(), reason="there the picture is a texture")
def test_a_sleeping_room_gives_its_picture_up_and_has_it_as_it_returns_and_the_page_notices_nothing(rooms, sleep):
    one = rooms.open()
    rooms.run(
        one,
        f"{GREEN_PAGE} window.heard = []; scrollTo(0, 300);"
        "for (const name of ['resize', 'scroll']) addEventListener(name, () => heard.push(name));"
        f"new ResizeObserver(() => heard.push('observed')).observe(document.documentElement); await {FRAME};"
        "heard.length = 0;"
        # Nothing new is drawn for a while as it comes back.
        "document.onvisibilitychange = () => { for (const end = Date.now() + 300; Date.now() < end; ); }",
    )
    size = rooms.run(one, "return [innerWidth, innerHeight, scrollY]")
    rooms.until(lambda: is_green(one))
    rooms.open()
    rooms.until(lambda: one.state is RoomState.ASLEEP and one.view.isHidden())
    rooms.until(lambda: not is_green(one))
    rooms.until(lambda: 0 < one.view.look.size < one.view.width() * one.view.height())
    rooms.pool.show(one)
    assert is_green(one)
    assert rooms.run(one, f"await {FRAME}; return [innerWidth, innerHeight, scrollY]") == size
    assert rooms.run(one, "return heard") == []
    rooms.until(lambda: low_pixel(one) == GREEN)
    assert one.view.findChildren(last_look._Cover) == []


@pytest.mark.skipif(has_gpu() or sys.platform != "linux", reason="told by the kernel where nothing else draws")
def test_what_the_engine_has_drawn_of_a_sleeping_page_is_forgotten(rooms, sleep, monkeypatch):
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 1000)
    one = rooms.open()
    rooms.run(one, f"{GREEN_PAGE} await {FRAME}")
    rooms.until(lambda: is_green(one))
    other = rooms.open()
    rooms.run(other, f"{GREEN_PAGE} await {FRAME}")
    rooms.until(lambda: is_green(other))
    assert one.state is RoomState.RUNNING
    both, of_one = shared_mib(os.getpid()), one.view.width() * one.view.height() * 4 / 2**20
    rooms.until(lambda: one.state is RoomState.ASLEEP)
    rooms.until(lambda: shared_mib(os.getpid()) < both - of_one / 2)
    assert one.page.lifecycleState() is QWebEnginePage.LifecycleState.Frozen


@pytest.mark.skipif(has_gpu(), reason="there the picture is a texture")
def test_a_room_that_stays_awake_behind_the_front_keeps_a_small_look_only(rooms, sleep, monkeypatch):
    monkeypatch.setattr(rooms.pool, "stays_awake", lambda _room: True)
    one = rooms.open()
    rooms.run(one, f"{GREEN_PAGE} await {FRAME}")
    rooms.until(lambda: is_green(one))
    rooms.open()
    whole = one.view.width() * one.view.height()
    assert one.view.look.size >= whole
    rooms.until(lambda: 0 < one.view.look.size < whole)
    assert one.state is RoomState.RUNNING
    rooms.pool.show(one)
    assert one.view.look is None


@pytest.mark.skipif(has_gpu(), reason="there the picture is a texture")
def test_a_view_that_has_another_size_comes_back_without_its_last_look(rooms, sleep):
    one = rooms.open()
    rooms.run(one, f"{GREEN_PAGE} await {FRAME}")
    rooms.until(lambda: is_green(one))
    rooms.open()
    rooms.until(lambda: one.state is RoomState.ASLEEP and one.view.isHidden())
    rooms.deck.resize(rooms.deck.width() - 100, rooms.deck.height())
    one.view.resize(rooms.deck.size())
    rooms.pool.show(one)
    assert one.view.findChildren(last_look._Cover) == []
    rooms.until(lambda: low_pixel(one) == GREEN)


@pytest.mark.skipif(has_gpu(), reason="there the picture is a texture")
def test_a_last_look_goes_even_if_nothing_is_drawn(rooms, sleep, monkeypatch):
    monkeypatch.setattr(stillness.NextPicture, "eventFilter", lambda *_: False)
    one = rooms.open()
    rooms.run(one, f"{GREEN_PAGE} await {FRAME}")
    rooms.until(lambda: is_green(one))
    rooms.open()
    rooms.until(lambda: one.state is RoomState.ASLEEP and one.view.isHidden())
    rooms.pool.show(one)
    assert len(one.view.findChildren(last_look._Cover)) == 1
    rooms.until(lambda: one.view.findChildren(last_look._Cover) == [])


def test_a_sleeping_page_stands_still(rooms, light_sleep):
    one = rooms.open()
    rooms.run(one, "window.stamps = []; setInterval(() => stamps.push(Date.now()), 10)")
    other = rooms.open()
    rooms.until(lambda: one.state is RoomState.ASLEEP)
    slept = rooms.run(
        other, "const at = Date.now(); await new Promise((n) => setTimeout(n, 600)); return [at, Date.now()]"
    )
    rooms.pool.show(one)
    stamps = rooms.run(one, "return stamps")
    assert [stamp for stamp in stamps if slept[0] + 100 < stamp < slept[1]] == []


def test_an_event_for_a_sleeping_room_is_there_when_it_wakes(rooms, light_sleep):
    one = rooms.open()
    rooms.run(one, "window.heard = []; stoa.on('x.did', (p) => heard.push(p.n)); await stoa.host.ready()")
    rooms.open()
    rooms.until(lambda: one.state is RoomState.ASLEEP)
    one.tell('{"jsonrpc":"2.0","method":"x.did","params":{"n":1}}')
    rooms.pool.show(one)
    rooms.until(lambda: rooms.run(one, "return heard") == [1])


def test_a_room_that_is_shown_again_in_time_does_not_fall_asleep(rooms, monkeypatch):
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 300)
    one, other = rooms.open(), rooms.open()
    rooms.pool.show(one)
    rooms.until(lambda: other.state is RoomState.ASLEEP)
    assert one.state is RoomState.RUNNING


def test_a_room_hidden_while_it_loads_falls_asleep_once_it_has_loaded(rooms, light_sleep):
    one = rooms.open(wait=False)
    rooms.open()
    rooms.until(lambda: one.state is RoomState.ASLEEP)
    assert RoomState.HUNG not in rooms.said(one).states


def test_nothing_in_front_lets_the_last_one_sleep(rooms, light_sleep):
    one = rooms.open()
    rooms.pool.hide_front()
    rooms.until(lambda: one.state is RoomState.ASLEEP)
    assert rooms.pool.front is None
    rooms.pool.close(one)
    rooms.until(lambda: one.state is RoomState.CLOSED)


def test_the_spare_of_another_app_or_account_is_not_taken(rooms):
    app = rooms.make_app(APP)
    rooms.pool.prepare(rooms.spec(app, "ada"), "/")
    spare = rooms.pool._spare
    room = rooms.open(app, account="ben")
    assert room is not spare
    assert rooms.pool._spare is spare
    rooms.pool.prepare(rooms.spec(rooms.make_app()), "/")
    rooms.until(lambda: spare.state is RoomState.CLOSED)


def test_closing_all_ends_rooms_and_spare(rooms, told):
    room = rooms.open()
    rooms.pool.prepare(rooms.spec(rooms.make_app()), "/")
    spare = rooms.pool._spare
    rooms.pool.close_all()
    assert (room.state, spare.state) == (RoomState.CLOSED, RoomState.CLOSED)
    assert [name for name, _ in told if name == "did_close"] == ["did_close"]
    assert rooms.pool.rooms == {}


def test_twenty_rooms_come_and_go(rooms):
    app = rooms.make_app(APP)
    for turn in range(1, 21):
        room = rooms.open(app)
        assert rooms.run(room, "return localStorage.getItem('ran')") == str(turn)
        rooms.pool.close(room)

"""A renderer that dies or stops answering: its own room notices, says so, and comes back; the others go on."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from stoa.engine import watchdog
from stoa.engine.room import RoomState
from stoa.engine.stirring import Stirring

GET = "return (await stoa.storage.get({key: 'k'})).value"
on_linux = pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="processes are looked at on Linux only")
HANGING = {"hang.html": '<title>hangs</title><script src="/hang.js"></script>', "hang.js": "while (true);"}


def crash(rooms, room):
    os.kill(room.page.renderProcessPid(), signal.SIGKILL)
    rooms.until(lambda: room.state is RoomState.CRASHED)


@pytest.fixture
def quick_watchdog(monkeypatch):
    monkeypatch.setattr("stoa.engine.watchdog.BEAT_MS", 200)


def test_a_crash_is_told_and_takes_the_channel_away(rooms):
    room, other = rooms.open(), rooms.open()
    rooms.run(room, "await stoa.host.ready()")
    crash(rooms, room)
    assert room.page.webChannel() is None
    assert not room.is_ready
    assert rooms.run(other, GET) is None
    assert other.state is RoomState.RUNNING


def test_after_a_crash_the_room_and_its_bridge_come_back_where_they_were(rooms):
    room = rooms.open(path="/recipe/17#step")
    before = room.page.renderProcessPid()
    rooms.run(room, "localStorage.setItem('k', 'kept'); await stoa.storage.set({key: 'k', value: 1})")
    for _ in range(2):
        crash(rooms, room)
        rooms.reload(room)
        assert rooms.run(room, GET) == 1
    assert room.path == "/recipe/17#step"
    assert room.page.renderProcessPid() != before
    assert rooms.run(room, "return [location.pathname, typeof qt]") == ["/recipe/17", "undefined"]


def test_a_renderer_that_ends_a_moment_after_its_page_was_there_leaves_no_silent_bridge(rooms):
    for _ in range(8):
        room = rooms.open()
        for _ in range(2):
            crash(rooms, room)
            rooms.reload(room)
        assert rooms.run(room, GET) is None
        rooms.pool.close(room)


def test_a_document_that_came_without_the_hosts_scripts_is_loaded_again(rooms):
    room = rooms.open()
    lost = room.page.scripts().toList()
    room.page.scripts().clear()
    # What the engine does when it hands the scripts to a renderer that is gone: the page's own list stays as it was.
    room.page.loadFinished.connect(lambda: room.page.scripts().toList() or room.page.scripts().insert(lost))
    before, loads = room.channel._document, []
    room.page.loadStarted.connect(lambda: loads.append(room.state))
    room.reload()
    rooms.until(lambda: room.channel._document != before and room.state is RoomState.RUNNING)
    assert rooms.run(room, GET) is None
    assert loads == [RoomState.LOADING] * 2  # told to, and by itself
    assert rooms.said(room).states[-2:] == [RoomState.LOADING, RoomState.RUNNING], "no page without a bridge runs"


def test_a_crashed_room_can_be_opened_at_another_page(rooms):
    room = rooms.open()
    crash(rooms, room)
    room.open("/other", "link")
    rooms.until(lambda: room.state is RoomState.RUNNING)
    assert (room.path, rooms.run(room, GET)) == ("/other", None)


def test_calls_on_a_crashed_room_do_no_harm(rooms):
    room = rooms.open()
    crash(rooms, room)
    room.tell("{}")
    room.channel.tell("{}")
    room.mark_ready()
    rooms.pool.close(room)
    rooms.until(lambda: room.state is RoomState.CLOSED)


def test_a_page_cannot_crash_itself_by_address(rooms):
    room = rooms.open()
    for address in ("chrome://crash", "chrome://kill", "chrome://hang", "chrome://gpucrash"):
        rooms.run(room, f"location = '{address}'")
    assert room.state is RoomState.RUNNING
    assert rooms.run(room, GET) is None
    assert len(rooms.said(room).refusals) == 4


def test_a_hang_is_found_and_reload_ends_it(rooms, quick_watchdog):
    room, other = rooms.open(), rooms.open()
    before = room.page.renderProcessPid()
    room.page.runJavaScript("while (true);")
    room.watchdog.watch()
    rooms.until(lambda: room.state is RoomState.HUNG)
    assert rooms.run(other, GET) is None
    rooms.reload(room)
    assert RoomState.CRASHED not in rooms.said(room).states
    assert room.page.renderProcessPid() != before
    assert rooms.run(room, GET) is None


def test_a_hang_while_loading_is_found_and_another_page_can_be_opened(rooms, quick_watchdog):
    room = rooms.open(rooms.make_app(HANGING), "/hang.html", wait=False)
    rooms.until(lambda: room.state is RoomState.HUNG)
    room.open("/", "launcher")
    rooms.until(lambda: room.state is RoomState.RUNNING)
    assert rooms.run(room, GET) is None


def test_a_page_that_answers_late_has_recovered(rooms, quick_watchdog):
    room = rooms.open()
    room.page.runJavaScript("const end = Date.now() + 1500; while (Date.now() < end);")
    rooms.until(lambda: room.state is RoomState.HUNG)
    rooms.until(lambda: room.state is RoomState.RUNNING)


def test_a_hung_room_can_be_closed(rooms, quick_watchdog):
    room, other = rooms.open(), rooms.open()
    rooms.pool.show(room)
    room.page.runJavaScript("while (true);")
    rooms.until(lambda: room.state is RoomState.HUNG)
    rooms.pool.close(room)
    rooms.until(lambda: room.state is RoomState.CLOSED)
    assert rooms.run(other, GET) is None


def test_a_room_that_rests_is_not_taken_for_hung(rooms, quick_watchdog):
    room = rooms.open()
    beats = []
    room.watchdog.rest()
    room.watchdog.did_hang.connect(lambda: beats.append("hung"))
    room.watchdog.did_recover.connect(lambda: beats.append("recovered"))
    rooms.run(room, "await new Promise((next) => setTimeout(next, 800))")
    assert (beats, room.state) == ([], RoomState.RUNNING)


@pytest.fixture
def at_rest(rooms, quick_watchdog, monkeypatch):
    """A room in front whose page does nothing, and is asked again only when something happens."""
    monkeypatch.setattr(watchdog, "BEAT_AT_REST_MS", 10**8)
    room = rooms.open()
    rooms.pool.show(room)
    rooms.until(lambda: room.watchdog._is_easy)
    return room


def stand_still(room):
    """A hang that takes no processor time."""
    os.kill(room.page.renderProcessPid(), signal.SIGSTOP)


def stands_still(room):
    return Path(f"/proc/{room.page.renderProcessPid()}/stat").read_text().rpartition(")")[2].split()[0] == "T"


@on_linux
def test_a_page_that_hangs_after_a_rest_is_found(rooms, at_rest):
    at_rest.page.runJavaScript("setTimeout(() => { while (true); }, 50)")
    rooms.until(lambda: at_rest.state is RoomState.HUNG)


@on_linux
def test_a_page_that_worked_and_then_stands_still_is_found(rooms, at_rest):
    at_rest.warden.did_stir.connect(lambda: stand_still(at_rest))
    at_rest.page.runJavaScript("const end = Date.now() + 200; while (Date.now() < end);")
    rooms.until(lambda: at_rest.state is RoomState.HUNG)


@on_linux
@pytest.mark.parametrize("kind", [QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove])
def test_a_page_that_stands_still_is_found_when_the_person_presses(rooms, at_rest, kind):
    stand_still(at_rest)
    press = QMouseEvent(
        kind, QPointF(5, 5), QPointF(5, 5), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(at_rest.view.focusProxy(), press)
    if kind is QEvent.Type.MouseMove:
        # A pointer that only passes by asks for nothing.
        assert at_rest.watchdog._is_easy
        return
    rooms.until(lambda: at_rest.state is RoomState.HUNG)
    rooms.reload(at_rest)
    assert rooms.run(at_rest, GET) is None


@on_linux
def test_a_page_that_stands_still_is_found_though_nobody_does_anything(rooms, quick_watchdog, monkeypatch):
    monkeypatch.setattr(watchdog, "BEAT_AT_REST_MS", 1000)
    room = rooms.open()
    rooms.pool.show(room)
    rooms.until(lambda: room.watchdog._is_easy)
    stand_still(room)
    rooms.until(lambda: room.state is RoomState.HUNG)


@on_linux
def test_a_page_that_did_a_little_and_then_stands_still_is_found_at_the_next_look(rooms, at_rest):
    at_rest.page.runJavaScript("1", lambda _answer: stand_still(at_rest))
    rooms.until(lambda: stands_still(at_rest))
    assert at_rest.watchdog._is_easy
    at_rest.warden.look()
    rooms.until(lambda: at_rest.state is RoomState.HUNG)


@on_linux
def test_a_page_that_did_nothing_at_all_is_not_asked_at_a_look(rooms, at_rest):
    def is_left_alone_at_a_look():
        # Its first answers may still be on their way to an end, which is something.
        was_easy = at_rest.watchdog._is_easy
        at_rest.warden.look()
        return was_easy and at_rest.watchdog._is_easy

    rooms.until(is_left_alone_at_a_look)


def test_where_the_kernel_cannot_tell_of_work_a_page_at_rest_is_asked_as_often(rooms, quick_watchdog, monkeypatch):
    monkeypatch.setattr(Stirring, "watch", lambda self, pid: False)
    room = rooms.open()
    rooms.pool.show(room)
    for _ in range(4):
        beats = []
        room.watchdog._timer.timeout.connect(lambda beats=beats: beats.append("asked"))
        rooms.until(lambda beats=beats: beats and not room.watchdog._missed)
    assert not room.watchdog._is_easy
    assert room.watchdog._timer.interval() == watchdog.BEAT_MS


@on_linux
def test_a_renderer_is_bounded_from_its_start_and_after_a_crash(rooms):
    room = rooms.open()
    for _ in range(2):
        limits = Path(f"/proc/{room.page.renderProcessPid()}/limits").read_text().splitlines()
        assert next(line for line in limits if line.startswith("Max data size")).split()[3] == str(800 << 20)
        crash(rooms, room)
        rooms.reload(room)


def test_a_memory_hog_ends_itself_or_is_refused_and_nothing_else_notices(rooms):
    room, other = rooms.open(), rooms.open()
    room.page.runJavaScript(
        "window.hoard = []; try { for (;;) hoard.push(new Uint8Array(64 << 20).fill(1)); } catch (error) {}"
        " document.title = `refused after ${hoard.length}`;"
    )
    rooms.until(lambda: room.state is RoomState.CRASHED or room.page.title().startswith("refused after"), 60_000)
    assert rooms.run(other, GET) is None

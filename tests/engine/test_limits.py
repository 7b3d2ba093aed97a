"""What a room may take of the machine, and what becomes of one that takes more. Each hog is a real page."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from stoa.engine import ending, renderer, toil, warden
from stoa.engine.ending import Ending
from stoa.engine.room import RoomState
from stoa.engine.stirring import Stirring

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's limits are set on Linux only")
GET = "return (await stoa.storage.get({key: 'k'})).value"
WORKER = {"work.js": "postMessage(1)", "spin.js": "postMessage(1); for (;;);"}
HEAP = "window.hoard = []; for (;;) hoard.push({a: new Array(1000).fill(Math.random())})"
DOCUMENT = (
    "for (;;) { const text = document.createElement('p'); text.textContent = 'x'.repeat(1000) + Math.random();"
    " document.body.append(text) }"
)
WORKERS = "window.hoard = []; for (let i = 0; i < 300; i++) hoard.push(new Worker('/work.js'))"
WORKERS_IN_TIME = "window.hoard = []; setInterval(() => hoard.push(new Worker('/work.js')), 60)"
SOUNDS = (
    "window.hoard = []; setInterval(() => { if (navigator.userActivation.hasBeenActive)"
    " hoard.push(new AudioContext()) }, 60)"
)
FRAMES = (
    "for (let i = 0; i < 400; i++) { const f = document.createElement('iframe'); f.srcdoc = 'a';"
    " document.body.append(f) }"
)


def end(rooms, script):
    """Let a page do something until its renderer ends; why it did, as the room says."""
    room, other = rooms.open(rooms.make_app(WORKER)), rooms.open()
    rooms.pool.show(room)
    # Sounds start no thread before the person's first press.
    rooms.click(room)
    room.page.runJavaScript(script)
    rooms.until(lambda: room.state is RoomState.CRASHED, 90_000)
    # It may have fallen asleep meanwhile.
    rooms.pool.show(other)
    assert rooms.run(other, GET) is None
    rooms.pool.show(room)
    rooms.reload(room)
    assert rooms.run(room, GET) is None
    return room.warden.ending


@pytest.mark.parametrize("script", [HEAP, DOCUMENT])
def test_a_page_that_takes_too_much_memory_is_ended_for_it(rooms, script):
    assert end(rooms, script) is Ending.MEMORY


@pytest.mark.parametrize("script", [WORKERS, WORKERS_IN_TIME, SOUNDS, FRAMES])
def test_a_page_that_starts_too_much_is_ended_for_it(rooms, script):
    assert end(rooms, script) is Ending.THREADS


def test_what_a_page_makes_the_program_keep_counts_as_its_memory(rooms, monkeypatch):
    monkeypatch.setattr(warden, "HOST_GROWTH_MAX_BYTES", 96 << 20)
    blobs = (
        "window.hoard = []; const bytes = new Uint8Array(8 << 20).fill(1);"
        " setInterval(() => hoard.push(new Blob([bytes, String(hoard.length)])), 20)"
    )
    assert end(rooms, blobs) is Ending.MEMORY


@pytest.fixture
def unseen(monkeypatch):
    """A page at rest is not looked at again, unless its work is a reason to."""
    monkeypatch.setattr(warden, "LOOK_AT_REST_MS", 10**8)


def rest(rooms, room):
    rooms.until(lambda: room.warden._timer.interval() == warden.LOOK_AT_REST_MS)


@pytest.mark.usefixtures("unseen")
@pytest.mark.parametrize(
    ("script", "why"),
    [(HEAP, Ending.MEMORY), (DOCUMENT, Ending.MEMORY), (WORKERS_IN_TIME, Ending.THREADS), (FRAMES, Ending.THREADS)],
)
def test_a_page_that_takes_too_much_after_a_rest_is_ended_for_it(rooms, script, why):
    room = rooms.open(rooms.make_app(WORKER))
    rooms.pool.show(room)
    room.page.runJavaScript(f"addEventListener('storage', () => {{ {script} }}); 0")
    rest(rooms, room)
    room.page.runJavaScript("setTimeout(() => dispatchEvent(new Event('storage')), 50)")
    rooms.until(lambda: room.state is RoomState.CRASHED, 90_000)
    assert room.warden.ending is why


@pytest.mark.usefixtures("unseen")
def test_a_page_that_sleeps_is_watched_by_no_thread(rooms):
    room = rooms.open()
    rooms.pool.show(room)
    rest(rooms, room)
    assert _watching()
    rooms.pool.hide_front()
    rooms.until(lambda: room.state is RoomState.ASLEEP)
    rooms.until(lambda: not _watching())


def _watching():
    return [thread for thread in threading.enumerate() if thread.name == "stirring"]


def test_where_the_kernel_cannot_tell_a_page_at_rest_is_looked_at(rooms, monkeypatch):
    monkeypatch.setattr(Stirring, "watch", lambda self, pid: False)
    room = rooms.open()
    looks = [room.warden._load]

    def does_nothing():
        if room.warden._load is not looks[-1]:
            looks.append(room.warden._load)
        return len(looks) > 1 and looks[-1].ticks == looks[-2].ticks

    rooms.until(does_nothing)
    assert room.warden._timer.interval() == warden.LOOK_EVERY_MS


@pytest.mark.usefixtures("unseen")
def test_how_much_a_page_has_worked_tells_a_page_that_does_nothing(rooms):
    room = rooms.open()
    begun = room.warden.worked()
    rooms.run(room, "const end = performance.now() + 100; while (performance.now() < end);")
    worked = room.warden.worked()
    assert (worked[0], worked[1] > begun[1]) == (room.page.renderProcessPid(), True)
    marks = [worked]

    def does_nothing():
        marks.append(room.warden.worked())
        return marks[-1] == marks[-2] and room.warden.rest_ns() is not None

    rooms.until(does_nothing)
    assert marks[-1][0] == worked[0]
    rooms.open()
    rooms.until(lambda: room.state is RoomState.ASLEEP)
    assert (room.warden.worked(), room.page.renderProcessPid()) == ((0, 0), worked[0])


def test_as_many_workers_as_an_app_may_have_go_on(rooms):
    room = rooms.open(rooms.make_app(WORKER))
    script = """
    const workers = Array.from({length: 10}, () => new Worker('/work.js'));
    await Promise.all(workers.map((worker) => new Promise((done) => { worker.onmessage = done; })));
    return workers.length;
    """
    assert rooms.run(room, script) == 10
    room.warden.look()
    assert room.state is RoomState.RUNNING
    assert rooms.run(room, GET) is None


@pytest.mark.parametrize(("megabytes", "why"), [(384, Ending.MEMORY), (200, Ending.CRASHED)])
def test_scripts_that_filled_their_heap_within_what_was_reserved_are_named_for_it_too(rooms, megabytes, why):
    room = rooms.open()
    room.warden._load = renderer.Load(data=585 << 20, threads=8, ticks=90, touched=megabytes << 20)
    room.warden.note_end(signal.SIGTRAP.value)
    assert room.warden.ending is why


def test_every_thread_of_a_room_stays_behind_the_window_and_those_started_later_too(rooms):
    room = rooms.open(rooms.make_app(WORKER))
    rooms.run(room, "window.w = new Worker('/spin.js'); await new Promise((done) => { w.onmessage = done; })")
    pid = room.page.renderProcessPid()
    rooms.until(lambda: room.warden.look() is None and _least_nice(pid) >= renderer.NICE)


def test_a_frame_with_a_process_of_its_own_is_bounded_too(rooms):
    room = rooms.open()
    rooms.run(
        room,
        "const f = document.createElement('iframe'); f.sandbox = 'allow-scripts'; f.srcdoc = 'a';"
        " await new Promise((done) => { f.onload = done; document.body.append(f); })",
    )
    room.warden.confine()
    told = [_limit(pid) for pid in renderer._siblings(room.page.renderProcessPid())]
    # Rooms of other tests may be on their way out; they have nothing left to be bounded.
    bounded = [limit for limit in told if limit]
    assert len(bounded) >= 2
    assert set(bounded) == {str(renderer.DATA_MAX_BYTES)}


def _limit(pid):
    try:
        lines = Path(f"/proc/{pid}/limits").read_text("ascii").splitlines()
    except OSError:
        return ""
    return next(line for line in lines if "data size" in line).split()[3]


def crash(rooms, room):
    os.kill(room.page.renderProcessPid(), signal.SIGKILL)
    rooms.until(lambda: room.state is RoomState.CRASHED)


def test_a_page_that_ends_again_and_again_waits_before_it_is_loaded(rooms, monkeypatch):
    monkeypatch.setattr(ending, "FIRST_WAIT_SECONDS", 3600.0)
    room = rooms.open()
    for _ in range(ending.LOOP_ENDS - 1):
        crash(rooms, room)
        assert not room.warden.wait_seconds
        rooms.reload(room)
        assert rooms.run(room, GET) is None
    crash(rooms, room)
    assert (room.warden.is_loop, room.warden.ending) == (True, Ending.CRASHED)
    states = len(rooms.said(room).states)
    room.reload()
    room.open("/other", "link")
    assert (room.state, len(rooms.said(room).states)) == (RoomState.CRASHED, states)
    assert room.path == "/other"


def test_when_the_wait_is_over_the_room_says_so_and_loads(rooms, monkeypatch):
    monkeypatch.setattr(ending, "FIRST_WAIT_SECONDS", 0.5)
    room = rooms.open()
    for _ in range(ending.LOOP_ENDS - 1):
        crash(rooms, room)
        rooms.reload(room)
        assert rooms.run(room, GET) is None
    told = []
    room.did_change_state.connect(lambda state: told.append((state, room.warden.wait_seconds > 0)))
    crash(rooms, room)
    rooms.until(lambda: len(told) == 2)
    assert told == [(RoomState.CRASHED, True), (RoomState.CRASHED, False)]
    rooms.reload(room)
    assert rooms.run(room, GET) is None


def test_ending_a_page_that_hangs_counts_as_no_crash(rooms, monkeypatch):
    monkeypatch.setattr("stoa.engine.watchdog.BEAT_MS", 200)
    monkeypatch.setattr(ending, "LOOP_ENDS", 1)
    room = rooms.open()
    room.page.runJavaScript("for (;;);")
    rooms.until(lambda: room.state is RoomState.HUNG)
    rooms.reload(room)
    assert not room.warden.is_loop


def _least_nice(pid):
    return min(os.getpriority(os.PRIO_PROCESS, int(thread.name)) for thread in Path(f"/proc/{pid}/task").iterdir())


def test_a_worker_that_spins_is_told_of_once_though_its_page_answers(rooms, monkeypatch):
    # What share it gets is the machine's affair: it may have others to serve.
    monkeypatch.setattr(toil, "TOIL_SHARE", 0.02)
    told = []
    room = rooms.open(rooms.make_app(WORKER))
    room.warden.did_toil.connect(lambda: told.append(room.state))
    room.page.runJavaScript("window.busy = new Worker('/spin.js')")
    rooms.until(lambda: told)
    assert rooms.run(room, GET) is None
    assert told == [RoomState.RUNNING]
    rooms.reload(room)
    room.page.runJavaScript("window.busy = new Worker('/spin.js')")
    rooms.until(lambda: len(told) == 2)

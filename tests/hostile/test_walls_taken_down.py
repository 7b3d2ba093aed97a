"""Attacks on the bridge, the sheets, the files and the machine with their wall taken down: each gets through.

What the walls do about the same attacks is in the tests that ``attacks.py`` names.
"""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import QApplication

from stoa.bridge.limits import BURST
from stoa.contract.sizes import MESSAGE_MAX_CHARS
from stoa.engine import console, ending, relay, renderer, warden
from stoa.engine.page import RoomPage
from stoa.engine.room import Room, RoomState
from stoa.miniapp.app import MiniApp
from stoa.miniapp.files import Served
from stoa.ui.button import Button
from stoa.ui.sheet import Sheet
from stoa.ui.theme import Theme
from tests.engine.test_bridge import LISTENING
from tests.engine.test_limits import WORKER, crash
from tests.hostile.test_paths import READ, SECRET

pytestmark = pytest.mark.engine

GET = "return (await stoa.storage.get({key: 'k'})).value"
_FORGED = (
    "qt.webChannelTransport.send(JSON.stringify("
    "{type: 6, object: 'stoa', method: 'receive', args: ['forged', 'raw'], id: 9}))"
)


@pytest.fixture(autouse=True)
def nothing_received(rooms):
    rooms.backing.received.clear()
    yield
    rooms.backing.received.clear()


def test_a_page_that_sees_the_channel_speaks_to_the_host(rooms, monkeypatch):
    monkeypatch.setattr("stoa.engine.room._CHANNEL_WORLD", QWebEngineScript.ScriptWorldId.MainWorld.value)
    room = rooms.open(wait=False)

    def is_heard():
        room.page.runJavaScript(_FORGED)
        return "raw" in rooms.backing.received

    rooms.until(is_heard)
    rooms.pool.close(room)


def test_the_channel_of_a_room_that_left_home_still_listens(rooms, monkeypatch):
    monkeypatch.setattr(RoomPage, "is_home", lambda self: True)
    monkeypatch.setattr(Room, "_cut_off", lambda self: None)
    # One that was made ready has the wall still.
    rooms.pool.close_all()
    room = rooms.open()
    room.page.runJavaScript("location = 'about:blank'")
    rooms.until(lambda: room.page.url().toString() == "about:blank")
    assert room.page.webChannel() is not None
    rooms.backing.received.clear()
    room.channel.receive("forged", "raw")
    assert rooms.backing.received == ["raw"]
    rooms.pool.close(room)


@pytest.fixture
def boundless(rooms, monkeypatch):
    """The relay without its limits."""
    for name in ("PER_SECOND", "BURST", "IN_FLIGHT", "MESSAGE_MAX_CHARS"):
        monkeypatch.setattr(relay, name, 10**9)
    script = relay.relay_script()
    monkeypatch.setattr(rooms.backing, "relay", script)
    # A room that was made ready has the one with limits.
    rooms.pool.close_all()


@pytest.mark.usefixtures("boundless")
def test_a_flood_past_a_relay_without_limits_reaches_the_host(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    call = "JSON.stringify({jsonrpc: '2.0', id, method: 'host.x'})"
    rooms.run(room, f"for (let id = 0; id < {4 * BURST}; id++) send({call})")
    rooms.until(lambda: len(rooms.backing.received) == 4 * BURST)
    rooms.pool.close(room)


@pytest.mark.usefixtures("boundless")
def test_a_giant_past_a_relay_without_limits_reaches_the_host(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    rooms.run(room, f"send('x'.repeat({8 * MESSAGE_MAX_CHARS}))")
    rooms.until(lambda: [len(raw) for raw in rooms.backing.received] == [8 * MESSAGE_MAX_CHARS])
    rooms.pool.close(room)


def test_without_a_sheet_keys_go_to_the_page(rooms):
    room = rooms.open(rooms.make_app({"index.html": "<!doctype html><title>x</title><input id=i>"}))
    rooms.deck.activateWindow()
    room.view.setFocus()
    rooms.run(room, "window.keys = []; addEventListener('keydown', (e) => keys.push(e.key), true); i.focus()")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    rooms.until(lambda: rooms.run(room, "return keys") == ["a"])
    rooms.pool.close(room)


def test_a_button_that_is_not_guarded_takes_a_press_at_once(rooms):
    theme = Theme("light", motion=False)
    sheet = Sheet(theme, rooms.deck, "Question", refusal="refused")
    answers = []
    sheet.did_answer.connect(answers.append)
    allow = Button(theme, "Allow", None, "primary")
    allow.clicked.connect(lambda: sheet.answer("allowed"))
    sheet.footer.addWidget(allow)
    sheet.open()
    QTest.mouseClick(allow, Qt.MouseButton.LeftButton)
    assert answers == ["allowed"]


def test_a_host_that_joins_paths_gives_away_what_lies_beside_the_folder(rooms, monkeypatch):
    monkeypatch.setattr(MiniApp, "serve", lambda self, raw: Served(self.root / unquote(raw).lstrip("/"), "text/plain"))
    app = rooms.make_app()
    (app.root.parent / "secret.txt").write_text(SECRET)
    room = rooms.open(app, "/index.html", wait=False)
    rooms.until(lambda: room.state is RoomState.RUNNING)
    assert rooms.run(room, READ % ("/..%2fsecret.txt", "GET")) == SECRET
    rooms.pool.close(room)


def test_frames_and_workers_that_nobody_counts_go_on(rooms, monkeypatch):
    monkeypatch.setattr(warden, "OWN_THREADS_MAX", 10**6)
    monkeypatch.setattr(warden, "FRAMES_MAX", 10**6)
    monkeypatch.setattr(renderer, "confine", lambda pid: None)
    room = rooms.open(rooms.make_app(WORKER))
    script = """
    window.hoard = Array.from({length: 40}, () => new Worker('/work.js'));
    await Promise.all(hoard.map((worker) => new Promise((done) => { worker.onmessage = done; })));
    for (let i = 0; i < 250; i++) document.body.append(document.createElement('iframe'));
    return [hoard.length, frames.length];
    """
    assert rooms.run(room, script) == [40, 250]
    room.warden.look()
    assert room.state is RoomState.RUNNING
    rooms.pool.close(room)


# Reserved and never touched: it takes nothing of the machine.
_RESERVE = "return new ArrayBuffer(1 << 30).byteLength"


def test_a_renderer_without_a_bound_gets_the_memory_it_asks_for(rooms, monkeypatch):
    bound = rooms.open()
    refused = rooms.run(bound, f"try {{ {_RESERVE} }} catch (error) {{ return error.name }}")
    monkeypatch.setattr(renderer, "confine", lambda pid: None)
    rooms.pool.close_all()
    free = rooms.open()
    assert (refused, rooms.run(free, _RESERVE)) == ("RangeError", 1 << 30)
    rooms.pool.close(free)


def test_a_flood_of_lines_that_nobody_counts_is_no_end(rooms, monkeypatch):
    monkeypatch.setattr(console, "FLOOD_LINES", 10**9)
    room = rooms.open()
    # What the getter gave once is the console's own function, past the bound in the page.
    rooms.run(room, "const log = console.log; for (let line = 0; line < 60000; line++) log('line')", 90_000)
    assert room.state is RoomState.RUNNING
    assert rooms.run(room, GET) is None
    rooms.pool.close(room)


def test_a_page_that_ends_again_and_again_is_loaded_at_once_where_nobody_counts(rooms, monkeypatch):
    monkeypatch.setattr(ending, "LOOP_ENDS", 10**6)
    room = rooms.open()
    for _ in range(4):
        crash(rooms, room)
        assert not room.warden.wait_seconds
        rooms.reload(room)
    rooms.pool.close(room)

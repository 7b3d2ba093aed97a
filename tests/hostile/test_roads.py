"""Nothing leaves a room, on any road, with all walls and with the first one taken away; and the roads are real."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer

from stoa.engine import filter_proxy
from stoa.engine.room import RoomState
from tests.engine.workshop import NAMES
from tests.hostile.roads import ROADS

pytestmark = pytest.mark.engine

# "proxy alone": without header and interceptor, on the roads that workers, hints and WebRTC take.
WALLS = ("all walls", "no policy header", "proxy alone")
CASES = [
    pytest.param(road, walls, id=f"{road.name}-{walls}")
    for road in ROADS
    for walls in WALLS
    if walls != "proxy alone" or road.group in {"worker", "hint", "webrtc"}
]
TRIED_MS = 1500
# What was set off comes to the sink, if it comes, within milliseconds; stragglers are looked for at the end.
SETTLE_MS = 80


def pause(rooms, milliseconds):
    timer = QElapsedTimer()
    timer.start()
    rooms.until(lambda: timer.hasExpired(milliseconds))


@pytest.fixture(scope="module")
def knocks():
    """The ports of this machine that the engine asked the filter proxy for, with or without a token."""
    ports = []
    read_head = filter_proxy.read_head

    def listening(raw):
        head = read_head(raw)
        ports.append(head.port)
        return head

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filter_proxy, "read_head", listening)
        yield ports


def walk(rooms, road, ports):
    """Open the road's page, let it do its worst, press on it, and close it. What was seen, and by whom refused."""
    app = rooms.make_app(road.files(ports.tcp, ports.udp))
    room = rooms.open(app, wait=False)
    timer = QElapsedTimer()
    timer.start()
    rooms.until(lambda: room.page.title() == "tried" or room.state is RoomState.CRASHED or timer.hasExpired(TRIED_MS))
    rooms.click(room)
    pause(rooms, SETTLE_MS)
    said = rooms.said(room)
    rooms.pool.close(room)
    return who(said)


def who(said):
    """Which walls spoke up, by what they said; a wall that works in silence is the engine's own switches."""
    speakers = set()
    for line in said.console:
        if "Content Security Policy" in line.text:
            speakers.add("policy")
        elif "sandbox" in line.text and "can escape" not in line.text:
            speakers.add("sandbox")
    for refusal in said.refusals:
        if refusal.rule == "a room stays on its own pages":
            speakers.add("navigation")
        elif "policy" not in speakers and ("network list" in refusal.rule or "is not let out" in refusal.rule):
            speakers.add("interceptor")
        elif refusal.what in {"a download", "a new window"}:
            speakers.add("host")
    return speakers


@pytest.mark.parametrize(("road", "walls"), CASES)
@pytest.mark.usefixtures("control")
def test_nothing_gets_out(rooms, ledger, sink, knocks, monkeypatch, road, walls):
    if walls != "all walls":
        monkeypatch.setattr("stoa.engine.room.headers", lambda manifest, granted: {})
    if walls == "proxy alone":
        monkeypatch.setattr("stoa.engine.interceptor.Interceptor._is_allowed", lambda self, url: True)
    line = ledger.line(road)
    mouth = line.mouths[walls] = sink.mouth()
    speakers = walk(rooms, road, mouth)
    if mouth.tcp in knocks or mouth.udp in knocks:
        speakers.add("proxy")
    line.blocked_by[walls] = ", ".join(sorted(speakers)) or "switches, settings"
    assert mouth.heard == []
    assert NAMES.asked == [], "no name of theirs may even be looked up"


def test_nothing_arrives_later(rooms, ledger):
    pause(rooms, 2500)
    late = {name: mouth.heard for name, line in ledger.lines.items() for mouth in line.mouths.values() if mouth.heard}
    assert late == {}


def test_without_walls_the_roads_lead_to_the_sink(control):
    control.finish()
    assert [line.road.name for line in control.silent()] == []


@pytest.mark.parametrize("group", sorted({road.group for road in ROADS}))
def test_each_group_has_roads_that_the_control_went_through(control, ledger, group):
    control.finish()
    assert [name for name, line in ledger.lines.items() if line.road.group == group and line.control.heard]


def test_the_sink_hears_what_comes(sink):
    import socket

    mouth = sink.mouth()
    with socket.create_connection(("127.0.0.1", mouth.tcp)) as tcp:
        tcp.sendall(b"GET /x HTTP/1.1\r\n\r\n")
        assert tcp.recv(8).startswith(b"HTTP")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"hello", ("127.0.0.1", mouth.udp))
    assert mouth.heard[0] == "tcp connection"

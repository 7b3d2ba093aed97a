"""Nothing leaves a room, on any road, with all walls and with the first one taken away; and the roads are real."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from stoa.engine import filter_proxy
from stoa.engine.room import RoomState
from tests.engine.workshop import NAMES
from tests.hostile.conftest import IN_ROOMS
from tests.hostile.held import HELD
from tests.hostile.lone_runs import ASKED, CONTROL, FAR, FAR_WALLS, SYSTEM
from tests.hostile.roads import ROADS, TO_SINK, WON
from tests.hostile.roads_of_asking import OTHER_FILES
from tests.hostile.walls import LOCAL, WALLS

pytestmark = pytest.mark.engine

CASES = [pytest.param(road, walls, id=f"{road.name}-{walls}") for road in TO_SINK for walls in IN_ROOMS]
TRIED_MS = 1500
# What was set off comes to the sink, if it comes, within milliseconds; stragglers are looked for at the end.
SETTLE_MS = 80
NEEDS_ROOT = "only root may put a name server in the place of the system's, and make networks"


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


class Programs(QObject):
    """Stands for the system's other programs, which a link could start."""

    started: list[str] = []  # noqa: RUF012  one list for the whole run

    @Slot(QUrl)
    def open(self, url):
        self.started.append(url.toString())


@pytest.fixture(scope="module", autouse=True)
def programs(qapp):
    programs = Programs()
    for scheme in ("mailto", "ssh"):
        QDesktopServices.setUrlHandler(scheme, programs, "open")
    yield programs
    for scheme in ("mailto", "ssh"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture(scope="module")
def other(rooms):
    return rooms.make_app(OTHER_FILES)


def walk(rooms, road, ports, other):
    """Open the road's page, let it do its worst, press on it, and close it. What it said, and by whom refused."""
    app = rooms.make_app(road.files(ports.tcp, ports.udp, other.app_id))
    room = rooms.open(app, wait=False)
    timer = QElapsedTimer()
    timer.start()
    rooms.until(lambda: room.page.title() == "tried" or room.state is RoomState.CRASHED or timer.hasExpired(TRIED_MS))
    if room.page.is_audible():
        ports.heard.append("sound")
    rooms.click(room)
    pause(rooms, SETTLE_MS)
    said = rooms.said(room)
    rooms.pool.close(room)
    ports.heard.extend(line.text for line in said.console if line.text.startswith(WON))
    return who(said)


def who(said):
    """Which walls spoke up, by what they said; a wall that works in silence is the engine's own switches."""
    speakers = set()
    for line in said.console:
        if "Content Security Policy" in line.text or "ermissions policy" in line.text:
            speakers.add("policy")
        elif "sandbox" in line.text and "can escape" not in line.text:
            speakers.add("sandbox")
    for refusal in said.refusals:
        if refusal.rule == "a room stays on its own pages":
            speakers.add("navigation")
        elif "policy" not in speakers and ("network list" in refusal.rule or "is not let out" in refusal.rule):
            speakers.add("interceptor")
        elif not speakers & {"policy", "sandbox"}:
            speakers.add("host")
    return speakers


@pytest.fixture
def walls(request, monkeypatch):
    if request.param != "all walls":
        monkeypatch.setattr("stoa.engine.room.headers", lambda manifest, granted: {})
    return request.param


@pytest.mark.parametrize(("road", "walls"), CASES, indirect=["walls"])
@pytest.mark.usefixtures("lone_runs")
def test_nothing_gets_out(rooms, other, ledger, sink, knocks, road, walls):
    mouth = ledger.mouths[road.name, walls] = sink.mouth()
    speakers = walk(rooms, road, mouth, other)
    if mouth.tcp in knocks or mouth.udp in knocks:
        speakers.add("proxy")
    ledger.blocked_by[road.name, walls] = ", ".join(sorted(speakers)) or "engine, settings"
    assert mouth.heard == []
    assert Programs.started == []
    assert NAMES.asked == [], "no name of theirs may even be looked up"


def test_nothing_arrives_later(rooms, ledger):
    pause(rooms, 2500)
    assert {name: mouth.heard for name, mouth in ledger.mouths.items() if mouth.heard} == {}
    assert Programs.started == []


def ended(lone_runs, ledger, wall):
    """A lone run at its end, in the table too."""
    ledger.runs[wall] = lone_runs.run(wall)
    return ledger.runs[wall]


def test_without_walls_every_road_leads_where_it_should(lone_runs, ledger):
    run = ended(lone_runs, ledger, CONTROL)
    assert set(run.exit_codes) == {0}
    assert [road.name for road in run.unsettled()] == []


def test_the_name_server_hears_every_name_that_a_page_can_make_an_engine_look_up(lone_runs, ledger):
    run = ended(lone_runs, ledger, CONTROL)
    named = [road for road in ROADS if road.group == "name"]
    assert [road.name for road in named if ASKED not in run.reached.get(road.name, ())] == []


def test_the_systems_own_name_server_hears_them_too(lone_runs, ledger):
    run = ended(lone_runs, ledger, SYSTEM)
    if not run.is_possible:
        pytest.skip(NEEDS_ROOT)
    assert [road.name for road in run.roads if ASKED not in run.reached.get(road.name, ())] == []


@pytest.mark.parametrize("group", sorted({road.group for road in TO_SINK}))
def test_each_group_has_roads_that_the_control_went_through(lone_runs, ledger, group):
    run = ended(lone_runs, ledger, CONTROL)
    assert [road.name for road in ROADS if road.group == group and road.name in run.reached]


def test_far_from_here_the_control_reaches_servers_and_the_network_itself(lone_runs, ledger):
    run = ended(lone_runs, ledger, FAR + CONTROL)
    if not run.is_possible:
        pytest.skip(NEEDS_ROOT)
    assert set(run.exit_codes) == {0}
    assert [road.name for road in run.unsettled()] == []


@pytest.mark.parametrize("wall", [*WALLS, LOCAL, *(FAR + wall for wall in FAR_WALLS if wall)])
def test_a_wall_alone_closes_the_roads_it_is_said_to_close(lone_runs, ledger, wall):
    run = ended(lone_runs, ledger, wall)
    if not run.is_possible:
        pytest.skip(NEEDS_ROOT)
    assert set(run.exit_codes) == {0}
    assert [road.name for road in run.roads if road.name not in run.tried] == []
    assert run.reached == {}


def test_nothing_is_claimed_for_roads_that_lead_nowhere():
    assert [road.name for road in ROADS if bool(road.unreached) == bool(HELD.get(road.name))] == []


def test_the_sink_hears_what_comes(sink):
    mouth = sink.mouth()
    with socket.create_connection(("127.0.0.1", mouth.tcp)) as tcp:
        tcp.sendall(b"GET /x HTTP/1.1\r\n\r\n")
        assert tcp.recv(8).startswith(b"HTTP")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"hello", ("127.0.0.1", mouth.udp))
    assert mouth.heard[0] == "tcp connection"

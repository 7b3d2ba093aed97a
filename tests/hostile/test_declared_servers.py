# ruff: noqa: E501  a page's script reads better as it is than cut to fit

"""A declared server that is hostile, or whose name is: it gets a room no further than to itself."""

from __future__ import annotations

import pytest

from stoa.engine.page import RoomPage
from tests.engine.workshop import NAMES
from tests.hostile.far_server import ADDRESS, HOST, FarServer

pytestmark = pytest.mark.engine

WAYS = {
    "fetch": "await fetch('{}').catch(() => 0)",
    "fetch without CORS": "await fetch('{}', {{mode: 'no-cors'}}).catch(() => 0)",
    "picture": "await new Promise((d) => {{ const i = new Image(); i.onload = i.onerror = d; i.src = '{}'; }})",
    "sound": "await new Promise((d) => {{ const a = new Audio('{}'); a.onerror = d; a.load(); setTimeout(d, 500) }})",
    "request": "await new Promise((d) => {{ const r = new XMLHttpRequest(); r.onloadend = d; r.open('GET', '{}'); r.send() }})",
    "events": "await new Promise((d) => {{ const e = new EventSource('{}'); e.onerror = () => {{ e.close(); d() }} }})",
    "beacon": "navigator.sendBeacon('{}', 'd'); await new Promise((d) => setTimeout(d, 200))",
    "worker": "const u = URL.createObjectURL(new Blob([\"fetch('{0}').finally(() => postMessage(1))\"]));"
    " await new Promise((d) => {{ new Worker(u).onmessage = d; setTimeout(d, 800) }})",
}
PLACES = {
    "this machine": "http://127.0.0.1:{tcp}/x",
    "this machine over TLS": "https://127.0.0.1:{tcp}/x",
    "localhost": "http://localhost:{tcp}/x",
    "another name": "https://else.example.org:{tcp}/x",
    "another port": "https://" + HOST + ":{tcp}/x",
    "another app": "miniapp://org.example.other/secret.txt",
    "a file": "file:///etc/passwd",
    "a data address": "data:text/plain,x",
}


@pytest.fixture
def certified(monkeypatch):
    """Rooms that take the server's certificate, which nobody signed."""
    monkeypatch.setattr(RoomPage, "_on_certificate_error", lambda self, error: error.acceptCertificate())


@pytest.fixture
def far(tmp_path, certified):
    far = FarServer(tmp_path)
    NAMES.reset()
    NAMES.names = {HOST: [ADDRESS], "else.example.org": [ADDRESS]}
    NAMES.allowed = lambda address: address == ADDRESS
    yield far
    far.close()
    NAMES.reset()


@pytest.fixture
def room(rooms, far):
    room = rooms.open(rooms.make_app({}, {"network": [far.origin]}))
    # Only a fetch lets the host be asked about a certificate; the answer then counts for all.
    rooms.run(room, WAYS["fetch"].format(far.origin + "/first"))
    yield room
    rooms.pool.close(room)


def reached(far, path):
    return any(f" {path} " in head for head in far.asked)


@pytest.mark.parametrize("way", WAYS)
def test_a_redirect_leads_nowhere_else(rooms, room, far, sink, way):
    mouth = sink.mouth()
    for number, place in enumerate(PLACES):
        status = "302 Found" if number % 2 else "307 Temporary Redirect"
        far.answers[f"/go{number}"] = f"{status}\nLocation: {PLACES[place].format(tcp=mouth.tcp)}"
        rooms.run(room, WAYS[way].format(f"{far.origin}/go{number}"))
        assert reached(far, f"/go{number}"), "the server itself was reached"
        assert mouth.heard == [], place
    assert all(f"Host: {HOST}:{far.port}" in head for head in far.asked)


@pytest.mark.parametrize("way", ["fetch", "picture", "request", "worker"])
def test_a_redirect_inside_the_declared_server_is_followed(rooms, room, far, way):
    far.answers["/go"] = f"302 Found\nLocation: {far.origin}/there"
    rooms.run(room, WAYS[way].format(far.origin + "/go"))
    rooms.until(lambda: reached(far, "/there"))


HEADERS = {
    "a hint": "Link: <http://127.0.0.1:{tcp}/>; rel=preconnect, <http://127.0.0.1:{tcp}/x.js>; rel=preload; as=script",
    "another service": 'Alt-Svc: h3="127.0.0.1:{udp}"; ma=60, h2="127.0.0.1:{tcp}"; ma=60',
    "error reports": 'Report-To: {{"group":"g","max_age":60,"endpoints":[{{"url":"https://127.0.0.1:{tcp}/r"}}]}}\n'
    'NEL: {{"report_to":"g","max_age":60,"success_fraction":1.0}}',
    "policy reports": 'Reporting-Endpoints: r="https://127.0.0.1:{tcp}/r"\n'
    "Content-Security-Policy: default-src 'none'; report-to r; report-uri http://127.0.0.1:{tcp}/r",
    "a refresh": "Refresh: 0; url=http://127.0.0.1:{tcp}/x",
    "a source map": "SourceMap: http://127.0.0.1:{tcp}/x.map",
    "a dictionary": 'Use-As-Dictionary: match="/*"\nLink: <http://127.0.0.1:{tcp}/d>; rel=compression-dictionary',
    "a place": "Content-Location: http://127.0.0.1:{tcp}/x",
}


@pytest.mark.parametrize("name", HEADERS)
def test_no_header_of_a_declared_server_leads_elsewhere(rooms, room, far, sink, name):
    mouth = sink.mouth()
    far.answers["/x"] = "200 OK\n" + HEADERS[name].format(tcp=mouth.tcp, udp=mouth.udp)
    for way in ("fetch", "picture", "request"):
        rooms.run(room, WAYS[way].format(far.origin + "/x"))
    rooms.run(room, "await new Promise((d) => setTimeout(d, 300))")
    assert reached(far, "/x")
    assert mouth.heard == []


@pytest.mark.parametrize(
    "status", ["401 Unauthorized\nWWW-Authenticate", "407 Proxy Authentication Required\nProxy-Authenticate"]
)
def test_a_server_that_asks_for_a_password_learns_no_token(rooms, room, far, status):
    far.answers["/x"] = f'{status}: Basic realm="stoa"'
    rooms.run(room, WAYS["fetch"].format(far.origin + "/x"))
    assert reached(far, "/x")
    assert not [head for head in far.asked if "authorization" in head.lower() or room._token in head]


def test_a_cookie_of_a_declared_server_stays_in_its_room(rooms, room, far):
    far.answers["/x"] = "200 OK\nSet-Cookie: a=1; SameSite=None; Secure; Max-Age=600"
    call = f"await fetch('{far.origin}/x', {{credentials: 'include'}}).catch(() => 0)"
    for _ in range(2):
        rooms.run(room, call)
    assert "Cookie: a=1" in far.asked[-1], "the room itself keeps it"
    for other in (rooms.open(room.spec.app, account="ben"), rooms.open(rooms.make_app({}, {"network": [far.origin]}))):
        asked = len(far.asked)
        rooms.run(other, WAYS["fetch"].format(far.origin + "/first"))
        rooms.run(other, call)
        assert len(far.asked) > asked
        assert not [head for head in far.asked[asked:] if "Cookie:" in head]
        rooms.pool.close(other)


@pytest.mark.parametrize("answer", [["127.0.0.1"], [ADDRESS, "127.0.0.1"], ["127.0.0.1", ADDRESS], ["::1"], []])
def test_a_name_that_turns_to_this_machine_is_refused_from_then_on(rooms, tmp_path, certified, sink, answer):
    mouth = sink.mouth()
    # The same port on both addresses: only the name's answer stands between them.
    far = FarServer(tmp_path, mouth.tcp)
    NAMES.reset()
    NAMES.names = {HOST: [ADDRESS]}
    NAMES.allowed = lambda address: address == ADDRESS
    room = rooms.open(rooms.make_app({}, {"network": [far.origin]}))
    rooms.run(room, WAYS["fetch"].format(far.origin + "/first"))
    assert reached(far, "/first")
    NAMES.names = {HOST: answer}
    asked = len(far.asked)
    rooms.run(room, WAYS["fetch"].format(far.origin + "/second"))
    assert len(far.asked) == asked
    assert mouth.heard == []
    rooms.until(lambda: bool(rooms.said(room).refusals))
    rooms.pool.close(room)
    far.close()
    NAMES.reset()

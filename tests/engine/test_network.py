"""The declared hosts, and only those, by way of the filter proxy alone."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
import threading

import pytest
import shiboken6
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from stoa.engine import filter_proxy
from tests.engine.workshop import NAMES, engine

HOST = "api.example.org"


class TlsServer:
    """Takes TLS connections on a free port of 127.0.0.1, and keeps the name that each asked for."""

    def __init__(self, folder):
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
        now = dt.datetime.now(dt.UTC)
        certificate = (
            x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(1).not_valid_before(now).not_valid_after(now + dt.timedelta(days=1))
            .sign(key, hashes.SHA256())
        )  # fmt: skip
        pem = folder / "server.pem"
        pem.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + certificate.public_bytes(serialization.Encoding.PEM)
        )
        self.names = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(pem)
        self._context.sni_callback = lambda sock, name, context: self.names.append(name)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                taken, _ = self._listener.accept()
            except OSError:
                return
            with taken:
                try:
                    self._context.wrap_socket(taken, server_side=True).close()
                except OSError:
                    continue

    def close(self):
        self._listener.close()


@pytest.fixture
def server(tmp_path):
    server = TlsServer(tmp_path)
    NAMES.names[HOST] = ["127.0.0.1"]
    NAMES.allowed = lambda address: address == "127.0.0.1"
    yield server
    server.close()


def fetched(rooms, room, address):
    return rooms.run(room, f"try {{ await fetch({address!r}); return 'yes' }} catch {{ return 'no' }}")


@pytest.mark.parametrize(("scheme", "call"), [("https", "fetch('{}').catch(() => 0)"), ("wss", "new WebSocket('{}')")])
def test_a_declared_host_is_reached_through_the_proxy_by_its_name(rooms, server, scheme, call):
    origin = f"{scheme}://{HOST}:{server.port}"
    room = rooms.open(rooms.make_app({}, {"network": [origin]}))
    rooms.run(room, call.format(origin + "/x"))
    rooms.until(lambda: HOST in server.names)
    if scheme == "https":  # of a socket the engine says nothing
        rooms.until(lambda: bool(rooms.said(room).refusals))
        refusal = rooms.said(room).refusals[0]
        assert (refusal.what, "certificate" in refusal.rule) == (HOST, True)


def test_a_socket_works_as_the_first_thing_a_page_does(rooms, server):
    origin = f"wss://{HOST}:{server.port}"
    files = {
        "index.html": '<title>App</title><script src="/app.js"></script>',
        "app.js": f"new WebSocket('{origin}/x')",
    }
    room = rooms.open(rooms.make_app(files, {"network": [origin]}))
    rooms.until(lambda: HOST in server.names)
    assert [refusal for refusal in rooms.said(room).refusals if "certificate" not in refusal.rule] == []
    assert NAMES.asked == [HOST], "the introduction goes nowhere"


@pytest.mark.parametrize("is_ready", [False, True], ids=["cold", "made ready"])
@pytest.mark.parametrize("markup", ['<img src="{}">', '<video src="{}" preload="auto"></video>'], ids=["img", "video"])
def test_a_picture_or_film_of_a_declared_host_is_reached_as_the_first_thing_of_a_page(rooms, server, markup, is_ready):
    origin = f"https://{HOST}:{server.port}"
    page = "<!doctype html><title>App</title>" + markup.format(origin + "/x")
    app = rooms.make_app({"index.html": page}, {"network": [origin]})
    if is_ready:
        rooms.pool.prepare(rooms.spec(app), "/")
    rooms.open(app)
    rooms.until(lambda: HOST in server.names)
    assert NAMES.asked == [HOST], "the introduction goes nowhere"


def test_a_machine_too_busy_for_the_introduction_keeps_no_socket_out_for_good(rooms, server, monkeypatch):
    may_answer = asyncio.Event()
    say = filter_proxy._say

    async def say_late(*what):
        await may_answer.wait()
        await say(*what)

    monkeypatch.setattr(filter_proxy, "_say", say_late)
    monkeypatch.setattr("stoa.engine.introduction._PATIENCE_MS", 1)
    room = rooms.open(rooms.make_app({}, {"network": [f"wss://{HOST}:{server.port}"]}))
    engine()._loop.call_soon_threadsafe(may_answer.set)
    rooms.until(lambda: not shiboken6.isValid(room._introduction._page))
    rooms.run(room, f"new WebSocket('wss://{HOST}:{server.port}/x')")
    rooms.until(lambda: HOST in server.names)


def test_the_spare_is_introduced_ahead_and_a_room_may_be_closed_meanwhile(rooms, server):
    app = rooms.make_app({}, {"network": [f"wss://{HOST}:{server.port}"]})
    hasty = rooms.open(rooms.make_app({}, {"network": ["wss://else.example.org"]}), wait=False)
    rooms.pool.close(hasty)
    rooms.pool.prepare(rooms.spec(app), "/")
    spare = rooms.pool._spare
    rooms.until(lambda: spare.page.url().path() == "/")
    room = rooms.open(app)
    assert room is spare
    rooms.run(room, f"new WebSocket('wss://{HOST}:{server.port}/x')")
    rooms.until(lambda: HOST in server.names)


def test_another_port_or_name_of_a_declared_host_is_not_reached(rooms, server):
    NAMES.names["sub." + HOST] = ["127.0.0.1"]
    room = rooms.open(rooms.make_app({}, {"network": [f"https://{HOST}:{server.port}"]}))
    for origin in (f"https://{HOST}", f"https://sub.{HOST}:{server.port}", f"http://{HOST}:{server.port}"):
        assert fetched(rooms, room, origin + "/x") == "no"
    assert server.names == []


def test_a_wildcard_covers_names_below_and_not_the_name_itself(rooms, server):
    NAMES.names["sub." + HOST] = ["127.0.0.1"]
    room = rooms.open(rooms.make_app({}, {"network": [f"https://*.{HOST}:{server.port}"]}))
    fetched(rooms, room, f"https://sub.{HOST}:{server.port}/x")
    rooms.until(lambda: f"sub.{HOST}" in server.names)
    fetched(rooms, room, f"https://{HOST}:{server.port}/x")
    assert HOST not in server.names


def test_a_declared_name_that_points_at_this_machine_is_refused(rooms, server):
    NAMES.reset()
    NAMES.names[HOST] = ["127.0.0.1"]
    room = rooms.open(rooms.make_app({}, {"network": [f"https://{HOST}:{server.port}"]}))
    assert fetched(rooms, room, f"https://{HOST}:{server.port}/x") == "no"
    rooms.until(lambda: bool(rooms.said(room).refusals))
    assert rooms.said(room).refusals[0].rule == "the name points at this machine or a private network"
    assert server.names == []


def test_each_room_speaks_to_the_proxy_with_its_own_token(rooms, server):
    origin = f"https://{HOST}:{server.port}"
    declared = rooms.open(rooms.make_app({}, {"network": [origin]}))
    other = rooms.open(rooms.make_app({}, {"network": ["https://else.example.org"]}))
    fetched(rooms, declared, origin)
    rooms.until(lambda: bool(server.names))
    server.names.clear()
    assert fetched(rooms, other, origin) == "no"
    assert server.names == []
    assert declared._token != other._token


def test_the_interceptor_alone_refuses_what_is_not_declared(rooms, server, bare):
    room = rooms.open(rooms.make_app({}, {"network": ["https://else.example.org"]}))
    assert fetched(rooms, room, f"https://{HOST}:{server.port}/x") == "no"
    refusal = rooms.said(room).refusals[0]
    assert refusal.fix == f'add "https://{HOST}:{server.port}" to network in manifest.json'
    assert server.names == []


def test_the_proxy_alone_refuses_what_is_not_declared(rooms, server, bare, monkeypatch):
    monkeypatch.setattr("stoa.engine.interceptor.Interceptor._is_allowed", lambda self, url: True)
    room = rooms.open(rooms.make_app({}, {"network": ["https://else.example.org"]}))
    assert fetched(rooms, room, f"https://{HOST}:{server.port}/x") == "no"
    rooms.until(lambda: bool(rooms.said(room).refusals))
    refusal = rooms.said(room).refusals[0]
    assert (refusal.what, refusal.fix) == (
        f"{HOST}:{server.port}", f'add "https://{HOST}:{server.port}" to network in manifest.json',
    )  # fmt: skip
    assert server.names == []


def test_a_declared_international_name_is_let_through_in_its_ascii_form(rooms, server):
    ascii_name = "xn--mnchen-3ya.example.org"
    NAMES.names[ascii_name] = ["127.0.0.1"]
    room = rooms.open(rooms.make_app({}, {"network": [f"https://{ascii_name}:{server.port}"]}))
    fetched(rooms, room, f"https://münchen.example.org:{server.port}/x")
    rooms.until(lambda: ascii_name in server.names)


def test_a_closed_rooms_token_is_worthless(rooms, server):
    room = rooms.open(rooms.make_app({}, {"network": [f"https://{HOST}:{server.port}"]}))
    token = room._token
    rooms.pool.close(room)
    rooms.until(lambda: room.state == "closed")
    assert token not in engine()._passes


def test_a_spare_asks_nothing_outside_before_it_is_opened(rooms, server):
    asked = []
    away = f"https://{HOST}:{server.port}"
    app = rooms.make_app(
        {"index.html": f'<script src="/_stoa/stoa.js"></script><img src="{away}/x">'}, {"network": [away]}
    )
    rooms.pool.prepare(rooms.spec(app), "/")
    spare = rooms.pool._spare
    spare.did_refuse.connect(asked.append)
    rooms.until(lambda: spare.page.url().path() == "/")
    rooms.run_inside(spare, "0")
    assert (asked, server.names) == ([], [])
    rooms.open(app)
    rooms.until(lambda: HOST in server.names)

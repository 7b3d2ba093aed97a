"""The only way out, spoken to in raw bytes: what it lets through, what it refuses, and that nothing upsets it."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from stoa.engine.filter_proxy import TUNNELS_PER_ROOM, UNDECLARED, Patience, resolve
from stoa.engine.public_address import is_public
from tests.unit.engine.proxy_bench import HOST, meet, rest


def test_a_declared_host_gets_a_tunnel_that_carries_both_ways():
    async def test(bench):
        status, reader, writer = await bench.ask()
        assert status == 200
        await reader.readuntil(b"\r\n")
        writer.write(b"x" * 300_000)
        assert await reader.readexactly(300_000) == b"x" * 300_000
        writer.close()
        await bench.far.ended.wait()
        assert bench.refused == []

    meet(test)


@pytest.mark.parametrize(
    "raw",
    [
        b"CONNECT api.example.org:443 HTTP/1.1\r\n\r\n",
        b"CONNECT api.example.org:443 HTTP/1.1\r\nProxy-Authorization: Bearer x\r\n\r\n",
        b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ],
)
def test_without_credentials_the_proxy_asks_for_them(raw):
    async def test(bench):
        reader, writer = await bench.send(raw)
        answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 407 ")
        assert b'Proxy-Authenticate: Basic realm="stoa"' in answer
        writer.close()
        assert (bench.looked_up, bench.far.came) == ([], 0)

    meet(test)


@pytest.mark.parametrize(
    "credentials", ["Basic", "Basic !!!", "Basic /w==", "Basic cm9vbTp3cm9uZw==", "Basic cm9vbQ=="]
)
def test_wrong_credentials_get_nowhere(credentials):
    async def test(bench):
        raw = f"CONNECT {HOST}:{bench.far.port} HTTP/1.1\r\nProxy-Authorization: {credentials}\r\n\r\n"
        reader, writer = await bench.send(raw.encode())
        assert (await reader.readline()).split()[1] in {b"403", b"407"}
        writer.close()
        assert (bench.looked_up, bench.far.came) == ([], 0)

    meet(test)


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "connect", "", "PRI"])
def test_only_connect_is_taken(method):
    async def test(bench):
        assert await bench.status(method=method) == 403
        assert await bench.status(f"http://{HOST}:{bench.far.port}/x?y=1", method=method) == 403
        assert {reason for _, _, reason in bench.refused} == {"only encrypted connections are let out"}
        assert bench.refused[-1][:2] == (HOST, bench.far.port)
        assert (bench.looked_up, bench.far.came) == ([], 0)

    meet(test)


@pytest.mark.parametrize(
    "target",
    [
        "other.example.org:443", f"{HOST}:443", f"sub.{HOST}:443", "127.0.0.1:80", "[::1]:443", "localhost:443", HOST,
        "", f"{HOST}:0", f"{HOST}:70000", f"{HOST}:65536", f"{HOST}:-1", f"{HOST}:4e3", f"{HOST}:²", "a b:443",
        ":", f"x@{HOST}:443", "http://[:1", "://", "\x00:443",
    ],
)  # fmt: skip
def test_what_is_not_declared_is_refused_and_told(target):
    async def test(bench):
        assert await bench.status(target) == 403
        assert len(bench.refused) == 1
        assert (bench.looked_up, bench.far.came) == ([], 0)

    meet(test)


def test_a_refusal_names_host_port_and_reason():
    async def test(bench):
        await bench.status("Other.Example.ORG.:8443")
        assert bench.refused == [("other.example.org", 8443, UNDECLARED)]

    meet(test)


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"], ["10.1.2.3"], ["::1"], ["::ffff:127.0.0.1"], ["169.254.1.1"], ["224.0.0.1"], ["ff02::1"],
        ["0.0.0.0"], ["192.168.0.1"], ["fe80::1%eth0"], ["64:ff9b::7f00:1"], ["2002:7f00:1::"], ["::127.0.0.1"],
        ["nonsense"], [], ["93.184.216.34", "127.0.0.1"], ["127.0.0.1", "93.184.216.34"],
    ],
)  # fmt: skip
def test_a_name_that_points_inside_is_refused(addresses):
    async def test(bench):
        bench.allowed = is_public
        bench.names[HOST] = addresses
        assert await bench.status() == 403
        assert bench.refused == [(HOST, bench.far.port, "the name points at this machine or a private network")]
        assert bench.far.came == 0

    meet(test)


@pytest.mark.parametrize("fault", [OSError("gone"), UnicodeError("label empty or too long")])
def test_a_name_without_an_address_is_refused(fault):
    async def test(bench):
        bench.names[HOST] = fault
        assert await bench.status() == 403
        assert bench.refused == [(HOST, bench.far.port, "the name has no address")]

    meet(test)


def test_the_systems_resolver_meets_names_that_are_none():
    with pytest.raises((OSError, UnicodeError)):
        asyncio.run(resolve("a..wild.example.org", 443))
    assert asyncio.run(resolve("127.0.0.1", 443)) == ["127.0.0.1"]


def test_a_name_is_looked_up_once_and_never_again_for_the_connection():
    async def test(bench):
        assert await bench.status() == 200
        assert bench.looked_up == [HOST]

    meet(test)


def test_the_next_address_is_tried_when_one_is_silent():
    async def test(bench):
        bench.allowed = lambda address: address.startswith("127.")
        bench.names[HOST] = ["127.0.0.9", "127.0.0.1"]
        assert await bench.status() == 200

    meet(test)


def test_a_far_side_that_is_not_there_is_a_bad_gateway():
    async def test(bench):
        bench.far.stop()
        assert await bench.status() == 502

    meet(test)


@pytest.mark.parametrize("size", [9_000, 70_000, 300_000])
def test_a_giant_head_is_refused(size):
    async def test(bench):
        reader, writer = await bench.send(b"CONNECT x:1 HTTP/1.1\r\nX: " + b"y" * size + b"\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            assert (await reader.read()).startswith(b"HTTP/1.1 431 ")
        writer.close()

    meet(test)


@pytest.mark.parametrize("raw", [b"", b"CONNECT", b"CONNECT x:1 HTTP/1.1\r\n", b"\r\n"])
@pytest.mark.parametrize("end", [True, False])
def test_a_head_that_never_ends_is_given_up(raw, end):
    async def test(bench):
        reader, writer = await bench.send(raw, end=end)
        assert await reader.read() == b""
        writer.close()

    meet(test)


def test_when_the_near_side_ends_the_far_side_learns_it_and_the_rest_comes():
    async def test(bench):
        _, reader, writer = await bench.ask()
        await reader.readuntil(b"\r\n")
        writer.write(b"last words")
        writer.write_eof()
        assert await reader.read() == b"last words"
        writer.close()

    meet(test)


def test_a_far_side_that_stays_after_the_near_one_has_gone_is_left():
    async def test(bench):
        bench.far.talkative = False
        never = asyncio.Event()

        async def hold(reader, writer):
            bench.far.writers.append(writer)
            await never.wait()

        holder = await asyncio.start_server(hold, "127.0.0.1", 0)
        port = holder.sockets[0].getsockname()[1]
        token = bench.proxy.admit(lambda host, asked: asked == port, lambda *refusal: None)
        _, reader, writer = await bench.ask(f"{HOST}:{port}", token)
        await reader.readuntil(b"\r\n")
        writer.write_eof()
        assert await reader.read() == b""
        never.set()
        holder.close()

    meet(test)


def test_dismissing_a_room_closes_its_tunnels_and_no_others():
    async def test(bench):
        other = bench.proxy.admit(lambda host, port: True, lambda *refusal: None)
        _, reader, writer = await bench.ask()
        _, other_reader, other_writer = await bench.ask(token=other)
        await reader.readuntil(b"\r\n")
        await other_reader.readuntil(b"\r\n")
        bench.proxy.dismiss(bench.token)
        assert await rest(reader) == b""
        other_writer.write(b"still here")
        assert await other_reader.readexactly(10) == b"still here"
        assert await bench.status() == 403
        bench.proxy.dismiss(bench.token)
        bench.proxy.dismiss("never given")
        writer.close()
        other_writer.close()

    meet(test, Patience())


def test_a_room_has_a_limited_number_of_tunnels_and_gets_them_back():
    async def test(bench):
        asked = await asyncio.gather(*(bench.ask() for _ in range(TUNNELS_PER_ROOM + 6)))
        statuses = [status for status, _, _ in asked]
        assert statuses.count(200) <= TUNNELS_PER_ROOM
        assert {403, 200} == set(statuses)
        assert {reason for _, _, reason in bench.refused} == {f"more than {TUNNELS_PER_ROOM} connections at once"}
        for _, _, writer in asked:
            writer.close()
        for _ in range(100):
            if await bench.status() == 200:
                return
            await asyncio.sleep(0.02)
        pytest.fail("closed tunnels were not given back")

    meet(test, Patience())


def test_a_room_that_is_gone_when_it_is_told_upsets_nobody():
    async def test(bench):
        def gone(*refusal):
            raise RuntimeError("Signal source has been deleted")

        token = bench.proxy.admit(lambda host, port: False, gone)
        assert await bench.status(token=token) == 403

    meet(test)


def test_each_room_reaches_what_it_declared_itself():
    async def test(bench):
        other = bench.proxy.admit(lambda host, port: False, lambda *refusal: None)
        assert other != bench.token
        assert await bench.status(token=other) == 403
        assert await bench.status() == 200

    meet(test)


def test_stopping_ends_open_tunnels_and_waiting_heads():
    async def test(bench):
        _, reader, writer = await bench.ask()
        await reader.readuntil(b"\r\n")
        waiting, waiting_writer = await bench.send(b"CONN")
        await asyncio.to_thread(bench.proxy.stop)
        assert await rest(reader) == b""
        assert await rest(waiting) == b""
        writer.close()
        waiting_writer.close()

    meet(test, Patience())

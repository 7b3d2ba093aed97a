"""A filter proxy with names of a test's making, a far side on loopback, and one room that declared it."""

from __future__ import annotations

import asyncio
import base64
import contextlib

from structlog.testing import capture_logs

from stoa.engine.filter_proxy import FilterProxy, Patience

HOST = "api.example.org"
QUICK = Patience(head=0.1, connect=0.1, farewell=0.1)


class Far:
    """A far side on loopback that answers what it is sent, and counts who came."""

    def __init__(self):
        self.came = 0
        self.writers = []
        self.ended = asyncio.Event()
        self.talkative = True

    async def start(self):
        self._server = await asyncio.start_server(self._echo, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def _echo(self, reader, writer):
        self.came += 1
        self.writers.append(writer)
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                if self.talkative:
                    writer.write(data)
                    await writer.drain()
        self.ended.set()
        writer.close()

    def stop(self):
        self._server.close()


class Bench:
    """A proxy whose names a test gives, a far side, and one room that declared it."""

    def __init__(self, patience=QUICK):
        self.names = {HOST: ["127.0.0.1"]}
        self.looked_up = []
        self.allowed = lambda address: address == "127.0.0.1"
        self.refused = []
        self.writers = []
        self.proxy = FilterProxy(self._resolve, self._is_allowed, patience)

    def _is_allowed(self, address):
        return self.allowed(address)

    async def _resolve(self, host, port):
        self.looked_up.append(host)
        found = self.names[host] if host in self.names else OSError("unknown")
        if isinstance(found, Exception):
            raise found
        return found

    async def __aenter__(self):
        self.proxy.start()
        self.far = await Far().start()
        declared = (HOST, self.far.port)
        self.token = self.proxy.admit(
            lambda host, port: (host, port) == declared or host.endswith(".wild.example.org"),
            lambda *refusal: self.refused.append(refusal),
        )
        return self

    async def __aexit__(self, *error):
        self.far.stop()
        for writer in (*self.writers, *self.far.writers):
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
        await asyncio.to_thread(self.proxy.stop)
        assert not self.proxy._door.is_served

    async def send(self, raw, *, end=False):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.proxy.port)
        self.writers.append(writer)
        writer.write(raw)
        if end:
            writer.write_eof()
        return reader, writer

    async def ask(self, target=None, token=None, method="CONNECT"):
        reader, writer = await self.send(
            head(f"{HOST}:{self.far.port}" if target is None else target, token or self.token, method)
        )
        status = await reader.readline()
        return int(status.split()[1]), reader, writer

    async def status(self, *args, **kwargs):
        status, _, writer = await self.ask(*args, **kwargs)
        writer.close()
        return status


def head(target, token, method="CONNECT"):
    credentials = base64.b64encode(f"room:{token}".encode()).decode()
    return f"{method} {target} HTTP/1.1\r\nHost: x\r\nProxy-Authorization: Basic {credentials}\r\n\r\n".encode()


def meet(test, patience=QUICK):
    """Run a coroutine with a bench; nothing may be written into the log as a fault."""

    async def meeting():
        async with Bench(patience) as bench:
            await test(bench)

    with capture_logs() as logs:
        asyncio.run(meeting())
    assert logs == []


async def rest(reader):
    """What still comes, until the other side ends, in whichever way."""
    try:
        return await reader.read()
    except ConnectionError:
        return b""

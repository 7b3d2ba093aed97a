"""The only way out: a CONNECT proxy on loopback that lets each room reach its declared hosts and nothing else.

It stands behind the policy header and the interceptor and sees what those two do not: preconnect, TURN over TCP and
TLS, and sockets of workers. It resolves names itself and refuses loopback, private, link-local and multicast
answers, so that a declared host cannot be pointed back at this machine or its network.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stoa.chance import token
from stoa.engine.connect_request import Head, read_head
from stoa.engine.door import Door
from stoa.engine.public_address import is_public
from stoa.logbook import Log
from stoa.records import Record

if TYPE_CHECKING:
    import socket

log = Log(__name__)

USER = "room"
UNDECLARED = "not in the manifest's network list"
TUNNELS_PER_ROOM = 64
_HEAD_MAX_BYTES = 8192
_CHUNK_BYTES = 65536

Allows = Callable[[str, int], bool]
Refused = Callable[[str, int, str], None]
Resolve = Callable[[str, int], Awaitable[list[str]]]


class Patience(Record):
    """How many seconds the proxy waits.

    ``head`` is for a request to be complete, ``connect`` for a far side to answer, and ``farewell`` for the other
    side of a tunnel to end when one has ended.
    """

    head: float = 10.0
    connect: float = 15.0
    farewell: float = 10.0


_PATIENCE = Patience()


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, by the system's resolver. Raises OSError, or UnicodeError for what is no name."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=1)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(slots=True)
class _Pass:
    """What one room may reach, whom to tell of refusals, and its conversations at work."""

    allows: Allows
    refused: Refused
    tunnels: set[asyncio.Task[None]] = field(default_factory=set)


class FilterProxy:
    """Runs in a thread of its own, so that neither side waits for the other.

    ``resolver`` and ``address_allowed`` are replaced in tests, where every host is on loopback. Without a
    ``door`` it makes one. Raises ProxyError when that cannot be.
    """

    def __init__(
        self,
        resolver: Resolve = resolve,
        address_allowed: Callable[[str], bool] = is_public,
        patience: Patience = _PATIENCE,
        door: Door | None = None,
    ) -> None:
        self._door = door or Door()
        self.port = self._door.port
        self._resolver = resolver
        self._address_allowed = address_allowed
        self._patience = patience
        self._passes: dict[str, _Pass] = {}
        # Both come with its thread, as what runs it is imported for it alone.
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_up = threading.Event()
        self._conversations: set[asyncio.Task[None]] = set()

    def start(self) -> int:
        """Take in whoever connects, in the thread of the door, and return its port. Once: again is nothing."""
        if not self._door.is_open:
            self._door.open(self._serve)
        return self.port

    def stop(self) -> None:
        """Close all tunnels and end the thread."""
        if self._door.is_served:
            self._is_up.wait()
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._loop.stop)
            self._door.join(5)

    def admit(self, allows: Allows, refused: Refused) -> str:
        """Make a token for a room. ``refused(host, port, reason)`` is called from the proxy's thread."""
        key = token(24)
        self._passes[key] = _Pass(allows, refused)
        return key

    def dismiss(self, key: str) -> None:
        """Make a token worthless, and close the tunnels that were opened with it."""
        ticket = self._passes.pop(key, None)
        if ticket is not None and self._loop is not None and self._door.is_served:
            self._loop.call_soon_threadsafe(_end_tunnels, ticket)

    def _serve(self, listening: socket.socket) -> None:
        try:
            loop = asyncio.new_event_loop()
            asyncio.set_event_loop(loop)
            server = loop.run_until_complete(asyncio.start_server(self._accept, sock=listening))
            self._loop = loop
        finally:
            self._is_up.set()
        try:
            loop.run_forever()
        finally:
            loop.run_until_complete(self._wind_up(server))
            loop.close()

    async def _wind_up(self, server: asyncio.Server) -> None:
        """End all conversations; those that are just being taken begin first, as nothing else closes their sockets."""
        server.close()
        own = asyncio.current_task()
        while others := asyncio.all_tasks() - {own}:
            for task in others & self._conversations:
                task.cancel()
            await asyncio.wait(others, timeout=0.02)
        await asyncio.sleep(0)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # a coroutine that runs has one
        self._conversations.add(task)
        task.add_done_callback(self._conversations.discard)
        try:
            await self._converse(reader, writer)
        except (OSError, EOFError, TimeoutError):
            pass  # the other side went away, sent no head, or took too long: nothing to tell anybody
        except asyncio.CancelledError:
            # The room was closed. Not raised on: asyncio would report a cancelled handler as a fault.
            writer.transport.abort()
        except Exception:
            log.exception("engine.proxy_failed")
        finally:
            with contextlib.suppress(OSError, RuntimeError):
                writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(self._patience.head):
                raw = await reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError:
            raw = b""
        if not 0 < len(raw) <= _HEAD_MAX_BYTES:
            await _say(writer, "431 Request Header Fields Too Large")
            return
        head = read_head(raw)
        if head.token is None:
            await _say(writer, "407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="stoa"\r\n')
            return
        ticket = self._passes.get(head.token)
        task = asyncio.current_task()
        if ticket is None or task is None:
            await _say(writer, "403 Forbidden")
            return
        # Counted before anything is awaited, so that a burst cannot slip past the limit.
        ticket.tunnels.add(task)
        try:
            addresses = await self._addresses(ticket, head)
        except _RefusedError as refusal:
            # The room may be gone by now, and its signal with it.
            with contextlib.suppress(RuntimeError):
                ticket.refused(head.host, head.port, str(refusal))
            await _say(writer, "403 Forbidden")
        else:
            await self._tunnel(addresses, head.port, reader, writer)
        finally:
            ticket.tunnels.discard(task)

    async def _addresses(self, ticket: _Pass, head: Head) -> list[str]:
        """The addresses a request may go to. Raises _RefusedError with the reason in words."""
        if head.method != "CONNECT":
            raise _RefusedError("only encrypted connections are let out")
        if not ticket.allows(head.host, head.port):
            raise _RefusedError(UNDECLARED)
        if len(ticket.tunnels) > TUNNELS_PER_ROOM:
            raise _RefusedError(f"more than {TUNNELS_PER_ROOM} connections at once")
        try:
            addresses = await self._resolver(head.host, head.port)
        except (OSError, UnicodeError):
            raise _RefusedError("the name has no address") from None
        if not addresses or not all(self._address_allowed(address) for address in addresses):
            raise _RefusedError("the name points at this machine or a private network")
        return addresses

    async def _tunnel(
        self, addresses: list[str], port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        far = await self._connect(addresses, port)
        if far is None:
            await _say(writer, "502 Bad Gateway")
            return
        far_reader, far_writer = far
        ways: set[asyncio.Task[None]] = set()
        try:
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            await writer.drain()
            ways = {
                asyncio.create_task(_pump(reader, far_writer)),
                asyncio.create_task(_pump(far_reader, writer)),
            }
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            # One side has said all it had to say; the other may finish, and not stay for ever.
            await asyncio.wait(ways, timeout=self._patience.farewell)
        except asyncio.CancelledError:
            far_writer.transport.abort()
            raise
        finally:
            for way in ways:
                way.cancel()
            with contextlib.suppress(OSError, RuntimeError):
                far_writer.close()

    async def _connect(
        self, addresses: list[str], port: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """The first address that answers. Connects to the address that was checked, never to the name again."""
        for address in addresses:
            try:
                async with asyncio.timeout(self._patience.connect):
                    return await asyncio.open_connection(address, port)
            except (OSError, TimeoutError):
                continue
        return None


class _RefusedError(Exception):
    """Why a request is not let out."""


def _end_tunnels(ticket: _Pass) -> None:
    for task in tuple(ticket.tunnels):
        task.cancel()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry bytes one way until that way ends; then close the other's write side."""
    with contextlib.suppress(OSError, RuntimeError):
        while data := await reader.read(_CHUNK_BYTES):
            writer.write(data)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()


async def _say(writer: asyncio.StreamWriter, status: str, headers: str = "") -> None:
    writer.write(f"HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n".encode("ascii"))
    await writer.drain()

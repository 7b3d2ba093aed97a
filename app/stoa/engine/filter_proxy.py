"""The only way out: a CONNECT proxy on loopback that lets each room reach its declared hosts and nothing else.

It stands behind the policy header and the interceptor and sees what those two do not: preconnect, TURN over TCP and
TLS, and sockets of workers. It resolves names itself and refuses loopback, private, link-local and multicast
answers, so that a declared host cannot be pointed back at this machine or its network.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import ipaddress
import secrets
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

log = structlog.get_logger(__name__)

USER = "room"
_HEAD_MAX_BYTES = 8192
_HEAD_SECONDS = 10.0
_CONNECT_SECONDS = 15.0
_TUNNELS_PER_ROOM = 64
_CHUNK_BYTES = 65536

Allows = Callable[[str, int], bool]
Refused = Callable[[str, int, str], None]
Resolve = Callable[[str, int], Awaitable[list[str]]]


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network; mapped and translated IPv4 is looked at as IPv4."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if parsed in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            parsed = inner
    return parsed.is_global and not parsed.is_multicast


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, by the system's resolver. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=1)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(slots=True)
class _Pass:
    """What one room may reach, whom to tell of refusals, and how many tunnels it has open."""

    allows: Allows
    refused: Refused
    tunnels: int = 0


class FilterProxy:
    """Runs in a thread of its own, so that neither side waits for the other.

    ``resolver`` and ``address_allowed`` are replaced in tests, where every host is on loopback.
    """

    def __init__(self, resolver: Resolve = resolve, address_allowed: Callable[[str], bool] = is_public) -> None:
        self._resolver = resolver
        self._address_allowed = address_allowed
        self._passes: dict[str, _Pass] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, name="filter-proxy", daemon=True)
        self._listening = threading.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    def start(self) -> int:
        """Listen on a free port of 127.0.0.1 and return it."""
        self._thread.start()
        self._listening.wait()
        return self.port

    def stop(self) -> None:
        """Close all tunnels and end the thread."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(timeout=5)

    def admit(self, allows: Allows, refused: Refused) -> str:
        """Make a token for a room. ``refused(host, port, reason)`` is called from the proxy's thread."""
        token = secrets.token_urlsafe(24)
        self._passes[token] = _Pass(allows, refused)
        return token

    def dismiss(self, token: str) -> None:
        """Make a token worthless."""
        self._passes.pop(token, None)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        try:
            self._loop.run_forever()
        finally:
            server.close()
            for task in asyncio.all_tasks(self._loop):
                task.cancel()
            self._loop.run_until_complete(asyncio.sleep(0))
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._converse(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            pass  # the other side went away, sent no head, or took too long: nothing to tell anybody
        finally:
            with contextlib.suppress(OSError, RuntimeError):
                writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(_HEAD_SECONDS):
            head = await reader.readuntil(b"\r\n\r\n")
        if len(head) > _HEAD_MAX_BYTES:
            await _say(writer, "431 Request Header Fields Too Large")
            return
        method, target, token = _read_head(head)
        if token is None:
            await _say(writer, "407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="stoa"\r\n')
            return
        ticket = self._passes.get(token)
        if ticket is None:
            await _say(writer, "403 Forbidden")
            return
        host, port = target
        reason = await self._reason_against(ticket, method, host, port)
        if isinstance(reason, str):
            ticket.refused(host, port, reason)
            await _say(writer, "403 Forbidden")
            return
        ticket.tunnels += 1
        try:
            await self._tunnel(reason, port, reader, writer)
        finally:
            ticket.tunnels -= 1

    async def _reason_against(self, ticket: _Pass, method: str, host: str, port: int) -> str | list[str]:
        """Why a request is refused, in words; or the addresses it may go to."""
        if method != "CONNECT":
            return "only encrypted connections are let out"
        if not ticket.allows(host, port):
            return "not in the manifest's network list"
        if ticket.tunnels >= _TUNNELS_PER_ROOM:
            return f"more than {_TUNNELS_PER_ROOM} connections at once"
        try:
            addresses = await self._resolver(host, port)
        except OSError:
            return "the name has no address"
        if not addresses or not all(self._address_allowed(address) for address in addresses):
            return "the name points at this machine or a private network"
        return addresses

    async def _tunnel(
        self, addresses: list[str], port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        far = await _connect(addresses, port)
        if far is None:
            await _say(writer, "502 Bad Gateway")
            return
        far_reader, far_writer = far
        try:
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            await writer.drain()
            up = asyncio.create_task(_pump(reader, far_writer))
            down = asyncio.create_task(_pump(far_reader, writer))
            await asyncio.wait({up, down}, return_when=asyncio.ALL_COMPLETED)
        finally:
            with contextlib.suppress(OSError, RuntimeError):
                far_writer.close()


def _read_head(head: bytes) -> tuple[str, tuple[str, int], str | None]:
    """Method, (host, port) and token of a request head; a head that is nonsense has an empty method."""
    first, *lines = head.decode("latin-1").split("\r\n")
    parts = first.split(" ")
    method, target = (parts[0], parts[1]) if len(parts) == 3 else ("", "")
    token = None
    for line in lines:
        name, _, value = line.partition(":")
        if name.strip().lower() == "proxy-authorization":
            token = _token(value.strip())
    host, _, port = target.rpartition(":")
    return method, (host.strip("[]").lower().rstrip("."), int(port) if port.isdecimal() and len(port) < 6 else 0), token


def _token(value: str) -> str | None:
    scheme, _, encoded = value.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        return base64.b64decode(encoded, validate=True).decode("ascii").partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return None


async def _connect(addresses: list[str], port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
    """The first address that answers. Connects to the address that was checked, never to the name again."""
    for address in addresses:
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                return await asyncio.open_connection(address, port)
        except (OSError, TimeoutError):
            continue
    return None


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry bytes one way until that way ends; then close the other's write side."""
    try:
        while data := await reader.read(_CHUNK_BYTES):
            writer.write(data)
            await writer.drain()
    except OSError:
        writer.close()
        return
    with contextlib.suppress(OSError, RuntimeError):
        if writer.can_write_eof():
            writer.write_eof()


async def _say(writer: asyncio.StreamWriter, status: str, headers: str = "") -> None:
    writer.write(f"HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n".encode("ascii"))
    await writer.drain()

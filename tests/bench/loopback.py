"""What the peer talks to: a web server on loopback that hands out pages, hears of their paint, and answers calls.

A thread of the bench, which has nothing else to do meanwhile. Its WebSocket (RFC 6455, text frames without
fragments) answers a JSON-RPC call with a stored value, as the bridge does, without gate, permissions or journal.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import threading
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qs, urlsplit

from tests.bench import pages

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter

_KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
_MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Loopback:
    """Serves ``/<number>/`` for each page. ``painted`` and ``calls`` are what pages told, by path and in order."""

    def __init__(self) -> None:
        self.painted: dict[str, float] = {}
        self.calls: list[list[float]] = []
        self._loop = asyncio.new_event_loop()
        self._server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port: int = self._server.sockets[0].getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def url(self, number: int, query: str = "") -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.port}/{number}/{query}"

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            while line := await reader.readline():
                method, target, _ = line.decode().split(" ", 2)
                headers = await _headers(reader)
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                if "sec-websocket-key" in headers:
                    await _answer_calls(reader, writer, headers["sec-websocket-key"], target)
                    return
                self._answer(writer, method, target, body)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, ValueError):
            pass
        finally:
            writer.close()

    def _answer(self, writer: StreamWriter, method: str, target: str, body: bytes) -> None:
        parts = urlsplit(target)
        if method == "POST" and parts.path == "/painted":
            asked = parse_qs(parts.query)
            self.painted[asked["page"][0]] = float(asked["at"][0])
            _write(writer, "204 No Content", "text/plain", b"")
        elif method == "POST" and parts.path == "/calls":
            self.calls.append(json.loads(body))
            _write(writer, "204 No Content", "text/plain", b"")
        else:
            self._hand_out(writer, parts.path)

    @staticmethod
    def _hand_out(writer: StreamWriter, path: str) -> None:
        number, _, file = path.strip("/").partition("/")
        texts = pages.files(int(number), heavy=pages.is_heavy(int(number)), peer=True) if number.isdecimal() else {}
        text = texts.get(file or "index.html")
        if text is None:
            _write(writer, "404 Not Found", "text/plain", b"")
        else:
            _write(writer, "200 OK", _KINDS[(file or "index.html").rpartition(".")[2]], text.encode())


def _write(writer: StreamWriter, status: str, kind: str, body: bytes) -> None:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nCache-Control: no-store\r\n\r\n"
    )
    writer.write(head.encode() + body)


async def _headers(reader: StreamReader) -> dict[str, str]:
    found = {}
    while (line := (await reader.readline()).decode().strip()) != "":
        name, _, value = line.partition(":")
        found[name.lower()] = value.strip()
    return found


async def _answer_calls(reader: StreamReader, writer: StreamWriter, key: str, target: str) -> None:
    accept = base64.b64encode(hashlib.sha1((key + _MAGIC).encode()).digest()).decode()
    head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    writer.write(f"{head}Sec-WebSocket-Accept: {accept}\r\n\r\n".encode())
    value = "x" * int(parse_qs(urlsplit(target).query)["size"][0])
    while True:
        opcode, data = await _frame(reader)
        if opcode != 1:
            return
        call = json.loads(data)
        writer.write(_text_frame(json.dumps({"jsonrpc": "2.0", "id": call["id"], "result": {"value": value}}).encode()))
        await writer.drain()


async def _frame(reader: StreamReader) -> tuple[int, bytes]:
    first, second = await reader.readexactly(2)
    size = second & 0x7F
    if size >= 126:
        size = int.from_bytes(await reader.readexactly(2 if size == 126 else 8), "big")
    mask = await reader.readexactly(4)
    data = await reader.readexactly(size)
    return first & 0x0F, bytes(byte ^ mask[place % 4] for place, byte in enumerate(data))


def _text_frame(data: bytes) -> bytes:
    size = len(data)
    head = bytes([0x81, size]) if size < 126 else bytes([0x81, 126]) + size.to_bytes(2, "big")
    return head + data

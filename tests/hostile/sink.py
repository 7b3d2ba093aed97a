"""Where hostile pages want to get to: one TCP and one UDP port on loopback for each road, and what arrived there."""

from __future__ import annotations

import selectors
import socket
import threading
from dataclasses import dataclass, field

_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nAccess-Control-Allow-Origin: *\r\n"
    b"Connection: close\r\n\r\nok"
)
# The STUN magic cookie stands in every binding request (RFC 8489 §5).
_STUN = bytes.fromhex("2112a442")


@dataclass
class Mouth:
    """The two ports of one road; ``heard`` has a word for each thing that came: what kind, and its first line."""

    tcp: int
    udp: int
    heard: list[str] = field(default_factory=list)


class Sink:
    """Takes everything and answers HTTP with two letters. Runs in a thread of its own."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._sockets: list[socket.socket] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def mouth(self) -> Mouth:
        """Two new ports."""
        listener = socket.create_server(("127.0.0.1", 0))
        box = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        box.bind(("127.0.0.1", 0))
        mouth = Mouth(listener.getsockname()[1], box.getsockname()[1])
        for taken, hear in ((listener, self._accept), (box, self._read_datagram)):
            taken.setblocking(False)
            self._sockets.append(taken)
            self._selector.register(taken, selectors.EVENT_READ, (hear, mouth))
        return mouth

    def close(self) -> None:
        """Close all ports and end the thread."""
        self._ended.set()
        self._thread.join(5)
        for taken in self._sockets:
            taken.close()
        self._selector.close()

    def _serve(self) -> None:
        while not self._ended.is_set():
            for key, _ in self._selector.select(0.05) if self._sockets else ():
                hear, mouth = key.data
                hear(key.fileobj, mouth)
            if not self._sockets:
                self._ended.wait(0.02)

    def _accept(self, listener: socket.socket, mouth: Mouth) -> None:
        taken, _ = listener.accept()
        taken.setblocking(False)
        mouth.heard.append("tcp connection")
        self._sockets.append(taken)
        self._selector.register(taken, selectors.EVENT_READ, (self._read, mouth))

    def _read(self, taken: socket.socket, mouth: Mouth) -> None:
        try:
            data = taken.recv(4096)
            if data:
                mouth.heard.append(f"tcp {data.split(bytes([13]))[0][:80]!r}")
                taken.send(_ANSWER)
        except OSError:
            pass
        self._selector.unregister(taken)
        self._sockets.remove(taken)
        taken.close()

    @staticmethod
    def _read_datagram(box: socket.socket, mouth: Mouth) -> None:
        data, _ = box.recvfrom(4096)
        mouth.heard.append("udp stun" if data[4:8] == _STUN else f"udp {data[:16]!r}")

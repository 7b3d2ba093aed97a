"""The socket of the only way out, and the thread that serves it: both are there before what serves.

The engine is told the port before it starts, and what the filter proxy is made of takes longer to import than that can
wait. Whoever connects meanwhile waits in the system's own queue.
"""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from collections.abc import Callable

_QUEUE = 100


class ProxyError(StoaError):
    """The proxy cannot listen; without it no room may be opened."""


class Door:
    """Listens on a free port of 127.0.0.1. Raises ProxyError when that cannot be.

    The thread is one from before ``stoa.engine.datagrams`` if this was made before: it may ask name servers.
    """

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            self._socket.bind(("127.0.0.1", 0))
            self._socket.listen(_QUEUE)
        except OSError as error:
            self._socket.close()
            raise ProxyError(f"Stoa cannot listen on 127.0.0.1: {error.strerror}.") from error
        self.port: int = self._socket.getsockname()[1]
        self._serve: Callable[[socket.socket], None] | None = None
        self._opened = threading.Event()
        self._thread = threading.Thread(target=self._wait, name="filter-proxy", daemon=True)
        self._thread.start()

    @property
    def is_open(self) -> bool:
        """Whether somebody was let have it."""
        return self._opened.is_set()

    @property
    def is_served(self) -> bool:
        """Whether somebody serves it now."""
        return self._opened.is_set() and self._thread.is_alive()

    def open(self, serve: Callable[[socket.socket], None]) -> None:
        """Let ``serve`` have the socket, in the thread of the door, until it returns."""
        self._serve = serve
        self._opened.set()

    def join(self, seconds: float) -> None:
        """Wait until nobody serves it any more."""
        if self._opened.is_set():
            self._thread.join(timeout=seconds)

    def _wait(self) -> None:
        self._opened.wait()
        assert self._serve is not None  # ``open`` put it there
        with self._socket:
            self._serve(self._socket)

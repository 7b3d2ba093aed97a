"""One window for each data folder: a second start hands its arguments to the first and goes."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QLockFile, QObject, QThread, Signal

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# The other one answers when its engine is up: on a busy machine its first start takes longer than five seconds.
_WAIT_MS = 20_000
_RETRY_MS = 50
_MESSAGE_MAX_BYTES = 16 * 1024


class AlreadyRunningError(StoaError):
    """Another Stoa holds this data folder and does not answer."""


class Instance(QObject):
    """``did_ask(target)`` comes when a second start hands over what it was to open; empty for just the window."""

    did_ask = Signal(str)

    def __init__(self, data: Path) -> None:
        super().__init__()
        try:
            # What is read, written and voted here is nobody else's.
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoaError(
                f"The data folder {data} cannot be made: {error.strerror}. Choose another with --data-dir."
            ) from error
        name = QCryptographicHash.hash(str(data).encode(), QCryptographicHash.Algorithm.Sha256)
        self._name = "stoa-" + bytes(name.toHex().data()).decode()[:16]
        self._lock = QLockFile(str(data / "stoa.lock"))
        # A lock whose process is gone is taken over at once; age alone proves nothing.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self, target: str) -> bool:
        """Become the one window of the data folder, or hand ``target`` to it and return False.

        Raises AlreadyRunningError when the other one does not answer.
        """
        if self._lock.tryLock(0):
            return True
        if self._lock.error() == QLockFile.LockError.PermissionError:
            raise StoaError(
                "The data folder cannot be written to: make it writable, or choose another with --data-dir."
            )
        if not self._hand_over(target):
            raise AlreadyRunningError(
                "Another Stoa uses this data folder and does not answer. End it, or choose another with --data-dir."
            )
        return False

    def listen(self) -> None:
        """Let further starts wait in a queue; those that came before try again and again."""
        # The first picture does not wait for what it has no use for.
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def serve(self) -> None:
        """Hear further starts from now on, those in the queue first. Call after ``listen``."""
        assert self._server is not None
        self._server.newConnection.connect(self._on_connected)
        self._on_connected()

    def release(self) -> None:
        """Let the next start be the one."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _hand_over(self, target: str) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        deadline = QDeadlineTimer(_WAIT_MS)
        socket.connectToServer(self._name)
        while not socket.waitForConnected(_WAIT_MS):
            # Two starts at once: the other one holds the lock already and is about to listen.
            if deadline.hasExpired():
                return False
            QThread.msleep(_RETRY_MS)
            socket.connectToServer(self._name)
        socket.write(json.dumps({"open": target}).encode() + b"\n")
        handed = socket.waitForBytesWritten(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)
        socket.disconnectFromServer()
        return handed

    def _on_connected(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(partial(self._read, socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MESSAGE_MAX_BYTES:
                socket.abort()
            return
        try:
            message = json.loads(bytes(socket.readLine(_MESSAGE_MAX_BYTES).data()))
        except (ValueError, RecursionError):
            socket.abort()
            return
        target = message.get("open") if isinstance(message, dict) else None
        socket.write(b"ok\n")
        socket.flush()
        self.did_ask.emit(target if isinstance(target, str) else "")

"""The peer: one Chromium process with a window (``--app``) and a profile (``--profile-directory``) for each mini-app.

The same isolation as a room: storage, cookies and renderer of its own. Its pages come from a server on loopback.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Self

from tests.support.driver import environment, is_root

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.loopback import Loopback

_SECONDS = 60.0
# As Stoa has it on a machine without a GPU, and nothing that would ask or talk in the background.
_FLAGS = (
    "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-crash-restore-bubble", "--password-store=basic",
    "--window-size=900,860",
)  # fmt: skip


class PeerError(Exception):
    """Chromium does not do what it should."""


def executable() -> str | None:
    """Where Chromium is."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Peer:
    """Chromium for the bench; ``profiles`` keeps what it would keep at home, so that a start is not its first."""

    def __init__(self, profiles: Path, server: Loopback) -> None:
        self.profiles = profiles
        self.server = server
        self.command = executable() or ""
        if not self.command:
            raise PeerError("Chromium is not installed: start with packaging/dev.py bench --peer chromium.")

    @property
    def version(self) -> str:
        """What it says of itself."""
        told = subprocess.run([self.command, "--version"], capture_output=True, text=True, check=True)
        return told.stdout.strip()

    def start(self) -> Started:
        """One start; leaving it ends all its processes."""
        return Started(self)


class Started:
    """One running Chromium. The first page opened starts it, the others join it in windows of their own."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The browser's process."""
        assert self._process is not None
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def open(self, number: int, query: str = "") -> float:
        """Open a page in its profile; milliseconds from the command until it is painted."""
        server = self._peer.server
        server.painted.pop(f"/{number}/", None)
        command = [
            self._peer.command, *_FLAGS, *(["--no-sandbox"] if is_root() else []),
            f"--user-data-dir={self._peer.profiles}", f"--profile-directory=App {number}",
            f"--app={server.url(number, query)}",
        ]  # fmt: skip
        begun = time.time() * 1000
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, env=environment("xcb"), stdout=quiet, stderr=quiet, stdin=quiet)
        if self._process is None:
            self._process = process
        end = time.monotonic() + _SECONDS
        while f"/{number}/" not in server.painted:
            if time.monotonic() > end:
                raise PeerError(f"Chromium did not show page {number} within {_SECONDS:g} s.")
            time.sleep(0.005)
        if process is not self._process:
            process.wait(_SECONDS)
        return server.painted[f"/{number}/"] - begun

"""Starts a trial host in a process of its own and gives it orders."""

from __future__ import annotations

import itertools
import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from collections.abc import Mapping

# An order waits for a page at most 10 seconds; machines that do much else are slower.
ANSWER_SECONDS = 60.0
_LAST_LINES = 20
_APP = Path(__file__).resolve().parents[2]


class HostError(StoaError):
    """The host could not do an order, or is gone; the sentence says which."""


class TrialHost:
    """One host with at most one mini-app open. Use as a context manager, or call ``close``.

    Its debugging port is open on loopback for as long as it lives, at a random number. As root Chromium's sandbox
    cannot work, and the host runs without it.
    """

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.debugging_port = _free_port()
        folder.mkdir(parents=True, exist_ok=True)
        self.log_file = folder / "host.log"
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        command = [
            sys.executable, "-m", "stoa.wiring.trial_host", "--folder", str(folder), "--language", language,
            "--debugging-port", str(self.debugging_port),
        ]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8",
                env=_environment(),
            )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def order(self, name: str, **values: Any) -> Any:
        """Give an order and return its answer. Raises HostError."""
        with self._lock:
            line = json.dumps({"id": next(self._numbers), "do": name, **values})
            answer = self._ask(line)
        if "error" in answer:
            raise HostError(answer["error"])
        return answer["answer"]

    @property
    def runs(self) -> bool:
        """Whether it is still there."""
        return self._process.poll() is None

    def close(self) -> None:
        """End it."""
        with suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()
        try:
            self._process.wait(ANSWER_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def log(self) -> str:
        """What it, Qt and Chromium wrote."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def _ask(self, line: str) -> Mapping[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except OSError:
            raise self._gone() from None
        # A host that hangs is ended, so that the read below comes back.
        end = threading.Timer(ANSWER_SECONDS, self._process.kill)
        end.start()
        answer = self._process.stdout.readline()
        end.cancel()
        if not answer:
            raise self._gone()
        return dict(json.loads(answer))

    def _gone(self) -> HostError:
        code = self._process.wait(ANSWER_SECONDS)
        said = [line for line in self.log().splitlines() if line.strip()][-_LAST_LINES:]
        return HostError(f"The host is gone (exit code {code}). What it wrote last:\n" + "\n".join(said))


class Hosts:
    """One host for a whole run; where it is gone, another one in its place. ``close`` ends it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._host: TrialHost | None = None

    def get(self) -> TrialHost:
        """The host that runs. Raises HostError where none can be started."""
        if self._host is None or not self._host.runs:
            self.close()
            self._host = TrialHost(self._folder)
            self._host.order("version")
        return self._host

    def close(self) -> None:
        """End it."""
        if self._host is not None:
            self._host.close()
            self._host = None


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _environment() -> dict[str, str]:
    """The tester's own environment without what would change the host: its looks, its scale, its debugging."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QTWEBENGINE_"))}
    paths = [str(_APP), kept.get("PYTHONPATH", "")]
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in paths if path), "NO_AT_BRIDGE": "1"}

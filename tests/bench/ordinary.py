"""The program as a person starts it: with its supervisor, with nothing of the tests inside, used from outside only.

A hand in the program (``tests.support.driven``) reads modules and classes that no person has, some megabytes. What is
measured here is opened by links, each handed over by a second start, and closed as a log-out does.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from tests.bench import pages
from tests.support.driver import environment, is_root, stoa_command
from tests.support.processes import renderers, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SECONDS = 120.0
_LOOK_EVERY = 0.05


class OrdinaryError(Exception):
    """The program does not do what it should."""


class Ordinary:
    """One start on a data folder whose pages the person has agreed to. Use as a context manager.

    Its window comes up with the feed, as in every start without a link; rooms stand over the launcher then.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._process = subprocess.Popen(self._command("run", "--size", "1360x860"), **self._quiet())

    @property
    def pid(self) -> int:
        """The process that was started: the supervisor, whose child is the program."""
        return self._process.pid

    def __enter__(self) -> Self:
        try:
            # A start that came before this one has its data folder would become the window itself.
            self.until((self._data / "stoa.lock").exists, "the program to take its data folder")
        except BaseException:
            self._kill()
            raise
        return self

    def __exit__(self, kind: object, *_rest: object) -> None:
        self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            self._kill()
            raise
        if code != 0 and kind is None:
            raise OrdinaryError(f"The program ended with {code}.")

    def _kill(self) -> None:
        # The supervisor first: it starts what falls again.
        for process in tree(self.pid):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._process.wait()

    def open(self, number: int) -> None:
        """Open a page that is not open yet, and return when it has a renderer; nothing else is left running."""
        before = set(renderers(self.pid))
        # It is answered when the window is complete.
        link = f"stoa://{pages.app_id(number)}/"
        subprocess.run(self._command("open", link), check=True, timeout=_SECONDS, **self._quiet())
        self.until(lambda: set(renderers(self.pid)) - before, f"the renderer of page {number}")

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Wait until something holds."""
        end = time.monotonic() + _SECONDS
        while not holds():
            if time.monotonic() > end or self._process.poll() is not None:
                raise OrdinaryError(f"Waited in vain for {what}.")
            time.sleep(_LOOK_EVERY)

    def _command(self, *words: str) -> list[str]:
        return stoa_command(*words, "--data-dir", self._data, *(["--no-sandbox"] if is_root() else []))

    @staticmethod
    def _quiet() -> dict[str, Any]:
        nothing = subprocess.DEVNULL
        return {"env": environment("xcb"), "stdin": nothing, "stdout": nothing, "stderr": nothing}

"""Ends the page of a test that hangs or takes too long: a page in an endless loop would never let its test go."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from stoa.contract.errors import StoaError
from stoa.testing.hangs import hang_now

if TYPE_CHECKING:
    from stoa.testing.host import TrialHost

# The host calls a page hung that has not answered for about 5 seconds; one that is only slow gets as long again.
HANG_SECONDS = 5.0
_LOOK_EVERY_SECONDS = 0.5


class Deadline:
    """Runs while a test does, as a context manager. 0 seconds is for ever, for whoever stops in a debugger.

    ``told`` says why the page was ended; it is empty as long as it was not.
    """

    def __init__(self, host: TrialHost, seconds: float) -> None:
        self.told = ""
        self._seconds = seconds
        self._host = host
        self._is_over = threading.Event()
        self._watching = threading.Thread(target=self._watch, daemon=True) if seconds > 0 else None

    def __enter__(self) -> Self:
        if self._watching is not None:
            self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        if self._watching is not None:
            # Nothing that it still does may meet the page of the next test.
            self._watching.join()

    def _watch(self) -> None:
        began = time.monotonic()
        answered = began
        while not self._is_over.wait(_LOOK_EVERY_SECONDS):
            hang = hang_now(self._host)
            now = time.monotonic()
            if not hang:
                answered = now
            if now - answered >= HANG_SECONDS:
                self._end(f"{hang[:1].upper()}{hang[1:]}. It was ended.")
            elif now - began >= self._seconds:
                self._end(
                    f"The test had not ended after {self._seconds:g} seconds, so its page was ended. "
                    "If it only takes long, say --miniapp-seconds."
                )

    def _end(self, told: str) -> None:
        self.told = told
        self._is_over.set()
        with suppress(StoaError):  # then it is gone already
            self._host.order("crash")

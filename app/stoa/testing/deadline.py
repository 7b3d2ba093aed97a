"""Ends the page of a test that takes too long: a page in an endless loop would never let its test go."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from stoa.testing.host import TrialHost


class Deadline:
    """Runs while a test does, as a context manager. 0 seconds is for ever, for whoever stops in a debugger."""

    def __init__(self, host: TrialHost, seconds: float) -> None:
        self.is_over = False
        self._seconds = seconds
        self._host = host
        self._timer = threading.Timer(seconds, self._end) if seconds > 0 else None

    def __enter__(self) -> Self:
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def sentence(self) -> str:
        """What happened, for people."""
        return (
            f"The test had not ended after {self._seconds:g} seconds, so its page was ended. "
            f"A page that hangs does that; if it only takes long, say --miniapp-seconds."
        )

    def _end(self) -> None:
        self.is_over = True
        with suppress(StoaError):  # then it is gone already
            self._host.order("crash")

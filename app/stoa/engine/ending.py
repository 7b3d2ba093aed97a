"""Why the page of a room ended, and how long a page that ends again and again waits before it is loaded anew."""

from __future__ import annotations

from collections import deque
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# So many ends within so many seconds are a loop.
LOOP_ENDS = 3
LOOP_SECONDS = 60.0
FIRST_WAIT_SECONDS = 15.0
LONGEST_WAIT_SECONDS = 240.0


class Ending(StrEnum):
    """``CRASHED`` by itself; the others because it took more memory, threads or messages than an app may."""

    CRASHED = "crashed"
    MEMORY = "memory"
    THREADS = "threads"
    FLOOD = "flood"


class Endings:
    """The latest ends of one room's pages. ``now`` gives seconds and never runs backwards."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._times: deque[float] = deque(maxlen=LOOP_ENDS)
        self._wait = 0.0
        self._until = 0.0

    def note(self) -> None:
        """One more end. From the third within a minute on each waits twice as long as the one before."""
        now = self._now()
        self._times.append(now)
        if len(self._times) < LOOP_ENDS or now - self._times[0] > LOOP_SECONDS + self._wait * LOOP_ENDS:
            self._wait = 0.0
            return
        self._wait = min(LONGEST_WAIT_SECONDS, self._wait * 2 or FIRST_WAIT_SECONDS)
        self._until = now + self._wait

    @property
    def pause_seconds(self) -> float:
        """How long the page waits after its last end, in all; 0 outside a loop."""
        return self._wait

    @property
    def is_loop(self) -> bool:
        """Whether the last end was one of a loop."""
        return self._wait > 0

    @property
    def wait_seconds(self) -> float:
        """How long the page has to wait from now until it may be loaded."""
        return max(0.0, self._until - self._now())

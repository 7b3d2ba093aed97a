"""How often a room may call: a token bucket, and a cap on calls that wait for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# The relay inside the page holds the first bucket (200 a second, burst 400). This one stands behind it for a
# renderer that has been taken over and speaks to the host directly, so it is a little wider.
CALLS_PER_SECOND = 300.0
BURST = 600.0
IN_FLIGHT = 64


class TokenBucket:
    """Lets ``rate`` calls a second through on average and ``burst`` at once.

    ``now`` gives seconds and must never run backwards (``time.monotonic``).
    """

    def __init__(self, rate: float, burst: float, now: Callable[[], float]) -> None:
        self._rate = rate
        self._burst = burst
        self._now = now
        self._tokens = burst
        self._last = now()

    def take(self) -> bool:
        """Whether one more call may pass now."""
        now = self._now()
        self._tokens = min(self._burst, self._tokens + (now - self._last) * self._rate)
        self._last = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


@dataclass(slots=True)
class Allowance:
    """What one room has left: its bucket, its calls in flight, and how many were dropped since the last was let in."""

    bucket: TokenBucket
    in_flight: int = 0
    dropped: int = 0

    @classmethod
    def fresh(cls, now: Callable[[], float]) -> Allowance:
        """An allowance with a full bucket."""
        return cls(TokenBucket(CALLS_PER_SECOND, BURST, now))

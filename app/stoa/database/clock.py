"""The time, as the rules get it: injected, in milliseconds since 1970 UTC."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], int]


def system_clock() -> int:
    """The computer's own time in milliseconds since 1970 UTC; it may go backwards when the person sets it."""
    return time.time_ns() // 1_000_000

"""When to fetch a feed again. Pure; times and spans are milliseconds."""

from __future__ import annotations

MINUTE = 60_000
USUAL = 30 * MINUTE
FIRST_RETRY = 5 * MINUTE
LONGEST = 24 * 60 * MINUTE


def after_success(now: int, fresh_for: int | None = None) -> int:
    """When to look again after all went well; ``fresh_for`` is how long the server says its answer holds."""
    return now + min(max(fresh_for or 0, USUAL), LONGEST)


def after_failure(now: int, failures: int, retry_after: int | None = None) -> int:
    """When to try again after ``failures`` (1 or more) in a row: 5 minutes, then twice as long each time, to a day.

    ``retry_after`` is what the server asks for; it lengthens the wait, to a day at most.
    """
    # Shifting by more would only be cut off again.
    wait = FIRST_RETRY << min(max(failures, 1) - 1, 16)
    return now + min(max(wait, retry_after or 0), LONGEST)


def is_due(next_try: int, now: int) -> bool:
    """Whether to fetch now; a time further off than any wait comes from a clock that was set back."""
    return next_try <= now or next_try - now > LONGEST

"""What every part of the feed's store works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stoa.database import Clock, Database


class FeedPart:
    """A part of the feed's store: the database, and a clock in milliseconds since 1970 UTC."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

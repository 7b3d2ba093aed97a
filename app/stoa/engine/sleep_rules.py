"""Which rooms behind the front give up their renderer, and when. Rules only: no engine, no clock of its own.

A room that is hidden is first frozen, which saves processor time but no memory. A frozen room may then be discarded:
its renderer ends, and what a person would miss (page, scroll positions, text in forms) is kept by the host.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

DISCARD_AFTER_MS = 10 * 60 * 1000
# Rooms that keep a renderer, the one in front among them; the person may choose another number.
AWAKE_DEFAULT = 10
# What the last looks of all discarded rooms may take.
LOOKS_MAX_BYTES = 2 * 1024 * 1024
# What the person may choose; 0 for any number.
AWAKE_CHOICES = (3, 5, AWAKE_DEFAULT, 0)


class Wakeful(StrEnum):
    """Why a room may not sleep."""

    AUDIBLE = "audible"  # it plays sound
    CALLING = "calling"  # it waits for an answer of the host: a file is being saved, a question is open
    PINNED = "pinned"  # the person wants it awake
    UNSAVED = "unsaved"  # its page asked to be asked about before it is closed


# Freezing loses nothing, so unsaved work may be frozen; only its renderer stays.
KEEP_FROM_FREEZING = frozenset({Wakeful.AUDIBLE, Wakeful.CALLING, Wakeful.PINNED})


class Resting(Record):
    """A room that has a renderer. ``hidden_since`` is in milliseconds of the caller's clock, None while it is seen."""

    key: str
    hidden_since: int | None
    frozen: bool
    wakeful: frozenset[Wakeful] = frozenset()

    @property
    def may_go(self) -> bool:
        """Whether its renderer could end now without anybody losing anything."""
        return self.hidden_since is not None and self.frozen and not self.wakeful


def to_discard(
    rooms: Iterable[Resting], now: int, awake_max: int | None, *, pressed: bool, keeps_one: bool = False
) -> list[str]:
    """The keys of the rooms to discard now, the longest hidden first.

    Those hidden for ten minutes go; then as many as there are beyond ``awake_max`` (None for no limit); and while
    memory is short, at least one at each look. What is exempt stays, even where the limit is then exceeded. With
    ``keeps_one`` the one of them that was used last stays too, unless memory is short: it is chosen next most often.
    """
    rooms = list(rooms)
    free = sorted((room for room in rooms if room.may_go), key=lambda room: (room.hidden_since or 0, room.key))
    due = sum(1 for room in free if now - (room.hidden_since or 0) >= DISCARD_AFTER_MS)
    beyond = 0 if awake_max is None else len(rooms) - awake_max
    wanted = max(due, beyond, 1 if pressed else 0)
    if keeps_one and not pressed:
        wanted = max(0, min(wanted, len(free)) - 1)
    return [room.key for room in free[:wanted]]


def beyond_looks(sizes: Iterable[tuple[str, int]]) -> list[str]:
    """The keys of those whose looks go, of rooms with the size of theirs in bytes, the one used last first."""
    taken, beyond = 0, []
    for key, size in sizes:
        if taken + size > LOOKS_MAX_BYTES:
            beyond.append(key)
        else:
            taken += size
    return beyond


def quiet_ms(hidden_since: Collection[int | None], now: int, awake_max: int | None) -> int | None:
    """How long none can have to be discarded, in milliseconds, unless memory gets short or rooms come and go.

    ``hidden_since`` is that of each room with a renderer. 0 while one may have to be discarded at any moment, whatever
    still keeps it awake; None where none is hidden.
    """
    hidden = [since for since in hidden_since if since is not None]
    if not hidden:
        return None
    if awake_max is not None and len(hidden_since) > awake_max:
        return 0
    return max(0, min(hidden) + DISCARD_AFTER_MS - now)

"""Who asked for what, the verdict, and why: the newest entries, and whoever listens."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Enough for a long look back, and at most about 2 MB of previews.
ENTRIES_MAX = 2000
PREVIEW_MAX_CHARS = 500


def preview(text: str) -> str:
    """A text cut to what an entry may keep."""
    return text if len(text) <= PREVIEW_MAX_CHARS else text[: PREVIEW_MAX_CHARS - 1] + "…"


class Entry(NamedTuple):
    """One line. ``at`` is milliseconds since 1970 UTC, ``duration_ms`` how long the answer took.

    ``verdict`` is ``ok`` or an error code; ``rule`` says in words which rule decided, ``fix`` what would change it.
    """

    at: int
    room_id: int
    app_id: str
    name: str
    verdict: str
    rule: str = ""
    params: str = ""
    result: str = ""
    duration_ms: float = 0.0
    fix: str | None = None


class Journal:
    """The newest entries, bounded; listeners hear each entry as it is written."""

    def __init__(self, maximum: int = ENTRIES_MAX) -> None:
        self._entries: deque[Entry] = deque(maxlen=maximum)
        self._listeners: list[Callable[[Entry], None]] = []

    def write(self, entry: Entry) -> None:
        """Keep an entry and tell the listeners."""
        self._entries.append(entry)
        for listener in tuple(self._listeners):
            listener(entry)

    def listen(self, listener: Callable[[Entry], None]) -> Callable[[], None]:
        """Call ``listener`` with each new entry; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def of_room(self, room_id: int) -> list[Entry]:
        """The kept entries of one room, oldest first."""
        return [entry for entry in self._entries if entry.room_id == room_id]

    def __iter__(self) -> Iterator[Entry]:
        return iter(tuple(self._entries))

    def __len__(self) -> int:
        return len(self._entries)

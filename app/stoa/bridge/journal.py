"""Who asked for what, the verdict, and why: the newest entries, and whoever listens."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from stoa.bridge.message import preview, read_request, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    Listener = Callable[["Entry"], None]

# Enough for a long look back, and at most about 2 MB of previews.
ENTRIES_MAX = 2000


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


class Answered(NamedTuple):
    """A small call that was answered, as it came: an entry to be.

    Writing a call out as people read it took a seventh of its time, and hardly one is ever read. ``raw`` is the call's
    message, of at most as many characters as a preview.
    """

    at: int
    room_id: int
    app_id: str
    raw: str
    result: str
    duration_ms: float

    def entry(self) -> Entry:
        """The line it makes."""
        request = read_request(self.raw)
        return Entry(
            self.at, self.room_id, self.app_id, request.method, "ok", "", preview(shown(request)), self.result,
            self.duration_ms,
        )  # fmt: skip


class Journal:
    """The newest entries, bounded; listeners hear each entry as it is written."""

    def __init__(self, maximum: int = ENTRIES_MAX) -> None:
        self._lines: deque[Entry | Answered] = deque(maxlen=maximum)
        self._listeners: tuple[tuple[Listener, Collection[str] | None], ...] = ()
        self._answers_are_heard = False

    def write(self, entry: Entry) -> None:
        """Keep an entry and tell the listeners."""
        self._lines.append(entry)
        for listener, verdicts in self._listeners:
            if verdicts is None or entry.verdict in verdicts:
                listener(entry)

    def write_answered(self, call: Answered) -> None:
        """Keep a call that was answered; it becomes an entry as soon as somebody reads or hears of it."""
        if self._answers_are_heard:
            self.write(call.entry())
        else:
            self._lines.append(call)

    def listen(self, listener: Listener, verdicts: Collection[str] | None = None) -> Callable[[], None]:
        """Call ``listener`` with each new entry, or each with one of these verdicts; what is returned ends that."""
        place = (listener, verdicts)
        self._hear((*self._listeners, place))
        return lambda: self._hear(tuple(one for one in self._listeners if one is not place))

    def of_room(self, room_id: int) -> list[Entry]:
        """The kept entries of one room, oldest first."""
        return [entry for entry in self if entry.room_id == room_id]

    def __iter__(self) -> Iterator[Entry]:
        entries = tuple(line if isinstance(line, Entry) else line.entry() for line in self._lines)
        # Each becomes an entry once, and stays the one it became.
        self._lines = deque(entries, maxlen=self._lines.maxlen)
        return iter(entries)

    def __len__(self) -> int:
        return len(self._lines)

    def _hear(self, listeners: tuple[tuple[Listener, Collection[str] | None], ...]) -> None:
        self._listeners = listeners
        self._answers_are_heard = any(verdicts is None or "ok" in verdicts for _, verdicts in listeners)

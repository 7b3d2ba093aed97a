"""Notices a page that keeps a processor busy on and on, by whichever of its threads."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from stoa.engine.renderer import TICKS_A_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable

# As long as a page may leave the person without an answer before they are asked.
TOIL_SECONDS = 5.0
# Of one processor. Behind the window's threads (nice 10) a page gets this much only while nobody else wants it.
TOIL_SHARE = 0.8


class Toil:
    """What one page has worked of late. ``now`` gives seconds and never runs backwards."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._looks: deque[tuple[float, int]] = deque()
        self._has_told = False

    def begin(self) -> None:
        """A new document: what was before is forgotten, and may be told anew."""
        self._looks.clear()
        self._has_told = False

    def rest(self) -> None:
        """The page is not looked at for a while: what it works meanwhile counts for nothing."""
        self._looks.clear()

    def note(self, ticks: int) -> bool:
        """Note all the processor time it has had so far; True once in a document, when it is to be told of."""
        now = self._now()
        self._looks.append((now, ticks))
        while len(self._looks) > 1 and now - self._looks[1][0] >= TOIL_SECONDS:
            self._looks.popleft()
        begun, ticks_then = self._looks[0]
        if self._has_told or now - begun < TOIL_SECONDS:
            return False
        self._has_told = ticks - ticks_then >= TOIL_SHARE * (now - begun) * TICKS_A_SECOND
        return self._has_told

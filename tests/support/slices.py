"""A watchdog over the window's thread: how much processor time each turn of its event loop takes, and who took it.

Measured is the thread's own processor time and never the clock's, so that other programs on the machine do not count.
What is left of their influence (caches, slow machines) is met in three ways: the limit grows with the time that a
fixed loop takes here, it is four times what is asked of the program, and a turn counts only if every one of several
rounds has such a turn. What is slow by itself is slow each time. The bench has the figures that are not generous.
"""

from __future__ import annotations

import faulthandler
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Self

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

# What a turn may take, in seconds: half a frame of a screen that draws sixty times a second.
SLICE_SECONDS = 0.008
_GENEROUS = 4.0
# The processor time of the fixed loop on the machine for which the limit was written down.
_LOOP_STEPS, _LOOP_SECONDS = 40_000, 0.0022
_ROUNDS = 5
_SAMPLE_SECONDS = 0.001
_QUIET_MS = 20
_STACK_LINES = 12

needs_thread_clock = pytest.mark.skipif(
    not hasattr(time, "pthread_getcpuclockid"), reason="only here can one thread read the clock of another"
)


@dataclass(frozen=True, slots=True)
class Slice:
    """One turn that took too long: its processor time in seconds, and where the thread was seen most in it."""

    seconds: float
    stack: str

    def __str__(self) -> str:
        return f"{self.seconds * 1000:.1f} ms of processor time in one turn of the event loop:\n{self.stack}"


def limit_seconds() -> float:
    """What a turn may take on this machine."""
    return SLICE_SECONDS * _GENEROUS * max(1.0, min(_loop_seconds() for _ in range(5)) / _LOOP_SECONDS)


class SliceWatch:
    """Watches the turns of the calling thread's event loop while it is entered; ``over`` are those past the limit."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._thread = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._thread)
        self._begun = 0.0
        self._seen: Counter[str] = Counter()
        self._ended = threading.Event()
        self._sampler = threading.Thread(target=self._sample, name="slices", daemon=True)
        self.turns = 0
        self.over: list[Slice] = []

    def __enter__(self) -> Self:
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._on_turned)
        dispatcher.aboutToBlock.connect(self._on_turned)
        self._begun = time.thread_time()
        self._sampler.start()
        return self

    def __exit__(self, *_: object) -> None:
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.disconnect(self._on_turned)
        dispatcher.aboutToBlock.disconnect(self._on_turned)
        self._ended.set()
        self._sampler.join()

    def _on_turned(self) -> None:
        now = time.thread_time()
        taken, self.turns = now - self._begun, self.turns + 1
        if taken > self._limit:
            most = self._seen.most_common(1)
            self.over.append(Slice(taken, most[0][0] if most else "It was over before it could be looked at."))
        self._seen = Counter()
        self._begun = time.thread_time()

    def _sample(self) -> None:
        with tempfile.TemporaryFile() as file:
            while not self._ended.wait(_SAMPLE_SECONDS):
                if time.clock_gettime(self._clock) - self._begun > self._limit / 2:
                    seen, where = self._seen, self._look(file)
                    seen[where] += 1

    def _look(self, file: IO[bytes]) -> str:
        """Where the watched thread is now, the innermost call first.

        Not ``sys._current_frames``: whoever holds a frame holds its locals, and a QPainter that outlives its paint
        event brings the program down.
        """
        file.seek(0)
        file.truncate()
        faulthandler.dump_traceback(file, all_threads=True)
        file.seek(0)
        blocks = file.read().decode(errors="replace").split("\n\n")
        mark = f"0x{self._thread:016x}"
        lines = next((block.splitlines()[1:] for block in blocks if mark in block.partition("\n")[0]), [])
        return "\n".join(lines[:_STACK_LINES])


def in_turns(*steps: Callable[[], object]) -> None:
    """Run each step in a turn of the event loop of its own, with all that it entails (painting, timers) after it."""
    for step in steps:
        loop = QEventLoop()
        QTimer.singleShot(0, step)
        QTimer.singleShot(_QUIET_MS, loop.quit)
        loop.exec()


def too_long(scenario: Callable[[], object], limit: float | None = None) -> list[Slice]:
    """The turns over the limit in the best of several rounds of a scenario; nothing as soon as one round has none."""
    limit = limit_seconds() if limit is None else limit
    found: list[Slice] = []
    for _ in range(_ROUNDS):
        with SliceWatch(limit) as watch:
            scenario()
        assert watch.turns > 0, "The scenario never came to the event loop: nothing was measured."
        if not watch.over:
            return []
        found = watch.over if not found or len(watch.over) < len(found) else found
    return found


def _loop_seconds() -> float:
    begun, total = time.thread_time(), 0
    for step in range(_LOOP_STEPS):
        total += step & 7
    return time.thread_time() - begun

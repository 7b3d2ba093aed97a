"""Watches what a room takes of the machine, ends it when that is more than an app may, and knows why a page ended."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from stoa.engine import renderer
from stoa.engine.chromium import HEAP_MB
from stoa.engine.ending import Ending, Endings
from stoa.engine.renderer import Load
from stoa.engine.spec import RoomState
from stoa.engine.stirring import Stirring
from stoa.engine.toil import Toil

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.page import RoomPage

# A hog fills its limit in a quarter of a second; the look before it falls has to see it well on its way. Measured: a
# look takes 0.03 ms, and waking the window's thread for it ten times as much: 0.4 % of a processor for the front room.
LOOK_EVERY_MS = 100
LOOK_CLOSELY_MS = 20
# A page that does not work gets at no limit, and the kernel tells when it begins to. This is for what others do
# meanwhile: what the program itself grows by is charged to whoever worked since the last look.
LOOK_AT_REST_MS = 10_000
# Every renderer has up to eight threads that are not of the engine's pool; the rest are workers, or play sound.
OWN_THREADS_MAX = 24
# The engine's own limit is a thousand, and each costs the program itself some hundred kilobytes.
FRAMES_MAX = 200
# Of its memory's limit. An empty page stands at 585 of 800 MB.
_WORTH_A_CLOSE_LOOK = 0.8
_NEARLY_FULL = 0.86
# A page that worked this share of the time since the last look may be on its way to a limit.
_BUSY = 0.3
# How a renderer ends that is refused memory: it traps, or aborts. One with another fault usually ends otherwise.
_REFUSED_MEMORY = frozenset({signal.SIGTRAP.value, signal.SIGILL.value, signal.SIGABRT.value})
# Of its threads' limit: each takes memory too, and the one that finds none left falls.
_MANY_THREADS = 18
# What a page may make the program itself keep: blobs above all, of which the engine holds up to a fifth of the memory.
HOST_GROWTH_MAX_BYTES = 512 * 1024 * 1024
_AWAKE = frozenset({RoomState.LOADING, RoomState.RUNNING, RoomState.HUNG})


class Warden(QObject):
    """Holds one page to its limits. ``ending`` tells why the page last ended.

    ``did_release`` comes when a page that ended too often may be loaded again, ``did_toil`` once for each document that
    keeps a processor busy, ``did_stir`` when a page begins to work that was at rest, ``did_rest`` at each look at one
    that is.
    """

    did_release = Signal()
    did_toil = Signal()
    did_stir = Signal()
    did_rest = Signal()

    def __init__(self, page: RoomPage, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._page = page
        self._endings = Endings(now)
        self._toil = Toil(now)
        self._condemned: Ending | None = None
        self._is_expected = False
        self._load = Load()
        self._threads = self._pooled = 0
        self._is_unsettled = False
        self._host_bytes = 0
        self._kept = 0
        self.ending = Ending.CRASHED
        self._rests = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._stirring = Stirring(self)
        self._stirring.did_stir.connect(self._on_stirred)
        self._release = QTimer(self)
        self._release.setSingleShot(True)
        self._release.timeout.connect(self.did_release)
        page.renderProcessPidChanged.connect(renderer.confine)
        page.did_flood.connect(lambda: self._end(Ending.FLOOD))

    @property
    def is_loop(self) -> bool:
        """Whether the page ended again and again."""
        return self._endings.is_loop

    @property
    def pause_seconds(self) -> float:
        """How long it waits after its last end, in all."""
        return self._endings.pause_seconds

    @property
    def wait_seconds(self) -> float:
        """How long the page has to wait until it may be loaded again; 0 when it need not."""
        return self._endings.wait_seconds

    def follow(self, state: RoomState) -> None:
        """Look while the room runs; one that sleeps takes nothing more."""
        if state not in _AWAKE:
            self._timer.stop()
            self._stirring.rest()
            self._toil.rest()
            self._rests = False
            return
        if not self._timer.isActive():
            self._kept, self._host_bytes = 0, renderer.host_bytes()
            self._timer.start()
        self._look_every(LOOK_EVERY_MS)

    def confine(self) -> None:
        """Set the limits of the renderer that the page has now."""
        self._load, self._threads, self._pooled = Load(), 0, 0
        self._toil.begin()
        renderer.confine(self._page.renderProcessPid())
        self._look_every(LOOK_EVERY_MS)

    def end_quietly(self) -> None:
        """End a renderer that hangs, because the person wishes it: that is no end to be counted."""
        self._is_expected = True
        renderer.kill(self._page.renderProcessPid())

    def note_end(self, code: int) -> None:
        """The renderer is gone: find out why, and let a page that ends again and again wait. ``code`` is its signal."""
        condemned, self._condemned = self._condemned, None
        is_expected, self._is_expected = self._is_expected, False
        if is_expected:
            return
        self.ending = condemned or self._guess(code)
        self._load, self._threads, self._kept = Load(), 0, 0
        self._endings.note()
        if self._endings.wait_seconds:
            # A little late, so that the wait is over for certain.
            self._release.start(int(self._endings.wait_seconds * 1000) + 50)

    def rest_ns(self) -> int | None:
        """What the renderer has worked so far, in nanoseconds, while the page does nothing; None while it works.

        At rest the kernel tells when it begins to work. Of less than it tells of, this does.
        """
        return renderer.worked_ns(self._page.renderProcessPid()) if self._rests else None

    def worked(self) -> tuple[int, int] | None:
        """How much the page has worked in all: its renderer, and that one's processor time so far in ticks.

        It did nothing between two that are equal. None where the system does not tell. What the renderer of a page that
        sleeps does (it collects garbage) is none of the page's work.
        """
        pid = self._page.renderProcessPid()
        if pid <= 0 or not self._timer.isActive():
            return 0, 0
        load = renderer.load(pid)
        return (pid, load.ticks) if load.data else None

    def look_too(self) -> None:
        """Look besides, while the room is looked at: between two looks a page can start all the workers it may have."""
        if self._timer.isActive():
            self.look()

    def look(self) -> None:
        """See what the room takes, once."""
        pid = self._page.renderProcessPid()
        load = renderer.load(pid)
        if not load.data:
            # It is gone, or going: what it had is let go before it ends.
            return
        before, self._load = self._load, load
        self._look_again(pid, load, before)
        has_changed = load.threads != before.threads
        if has_changed or self._is_unsettled:
            # Once more at the next look: one thread may have gone and another come while this one went on.
            self._is_unsettled = has_changed
            renderer.confine(pid)
            self._threads = renderer.own_threads(pid)
            self._pooled = self._pooled or load.threads - self._threads
        self._weigh_host(is_busy=load.ticks > before.ticks)
        if self._toil.note(load.ticks):
            self.did_toil.emit()
        if self._threads > OWN_THREADS_MAX or self._has_many_frames():
            self._end(Ending.THREADS)
        elif self._is_full() and self._page.writes_too_much():
            # What it wrote and nobody has read yet fills its memory: it would fall, and seem to need that much.
            self._end(Ending.FLOOD)
        elif self._kept > HOST_GROWTH_MAX_BYTES:
            self._end(Ending.MEMORY)
        if self._rests:
            self.did_rest.emit()

    def _on_stirred(self) -> None:
        """It works again: it may do so for a moment or fill its memory, which the next look tells."""
        if self._timer.isActive():
            self.look()
            self._look_every(LOOK_CLOSELY_MS)
            self.did_stir.emit()

    def _look_again(self, pid: int, load: Load, before: Load) -> None:
        """Sooner, where the page works hard or its memory runs full; hardly ever, while it does nothing."""
        is_filling = load.data > renderer.DATA_MAX_BYTES * _WORTH_A_CLOSE_LOOK
        worked_ms = (load.ticks - before.ticks) * 1000 / renderer.TICKS_A_SECOND
        if not worked_ms and self._stirring.watch(pid):
            self._look_every(LOOK_AT_REST_MS)
        elif is_filling or worked_ms >= _BUSY * self._timer.interval():
            self._look_every(LOOK_CLOSELY_MS)
        else:
            self._look_every(LOOK_EVERY_MS)

    def _look_every(self, interval: int) -> None:
        self._rests = interval == LOOK_AT_REST_MS
        if interval != self._timer.interval():
            kind = Qt.TimerType.VeryCoarseTimer if self._rests else Qt.TimerType.CoarseTimer
            self._timer.setTimerType(kind)
            self._timer.setInterval(interval)

    def _weigh_host(self, *, is_busy: bool) -> None:
        """Hold to the room's account by how much the program grew while the room worked."""
        size = renderer.host_bytes()
        grown, self._host_bytes = size - self._host_bytes, size
        if is_busy or grown < 0:
            self._kept = max(0, self._kept + grown)

    def _has_many_frames(self) -> bool:
        waiting, count = [self._page.mainFrame()], 0
        while waiting and count <= FRAMES_MAX:
            inner = waiting.pop().children()
            count += len(inner)
            waiting += inner
        return count > FRAMES_MAX

    def _end(self, why: Ending) -> None:
        if self._condemned is None:
            self._condemned = why
            renderer.kill(self._page.renderProcessPid())

    def _guess(self, code: int) -> Ending:
        """Why a renderer fell by itself: the engine only says that it did."""
        # A thread that was just born still has the name of the one that made it, which may be one of the engine's pool.
        if max(self._threads, self._load.threads - self._pooled) >= _MANY_THREADS:
            return Ending.THREADS
        return Ending.MEMORY if self._is_full() and code in _REFUSED_MEMORY else Ending.CRASHED

    def _is_full(self) -> bool:
        """Whether its memory is full but for little."""
        # Scripts may fill their heap within what the engine had reserved before: slowly, on a busy machine.
        return (
            self._load.data >= renderer.DATA_MAX_BYTES * _NEARLY_FULL
            or self._load.touched >= HEAP_MB * 1024 * 1024 * _NEARLY_FULL
        )

"""Tells when a process that was at rest begins to work: the kernel counts its processor time, nobody has to look.

Linux lets any process set a timer on the processor time of another one (``clock_getcpuclockid(3)``,
``timer_create(2)``), and send its signal to one thread (``SIGEV_THREAD_ID``). That thread waits for nothing else and
has the signal blocked, so it ends nobody. Where there are no such timers, ``watch`` says so.
"""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
from contextlib import suppress
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

# Two of the kernel's beats, and a small part of what a page needs to get at any limit.
WORK_MS = 10
_NOTIFY_THREAD = 4
_SIGEVENT_INTS = 12


class _Event(ctypes.Structure):
    """``struct sigevent`` of 64 bytes."""

    _fields_ = (
        ("value", ctypes.c_void_p), ("number", ctypes.c_int), ("notify", ctypes.c_int),
        ("rest", ctypes.c_int * _SIGEVENT_INTS),
    )  # fmt: skip


class _Times(ctypes.Structure):
    """``struct itimerspec``: how often, and when first, each in seconds and nanoseconds."""

    _fields_ = (
        ("every_s", ctypes.c_long), ("every_ns", ctypes.c_long), ("first_s", ctypes.c_long),
        ("first_ns", ctypes.c_long),
    )  # fmt: skip


class Stirring(QObject):
    """Watches one process at a time. ``did_stir`` comes once for each ``watch``, when it has worked ``WORK_MS``."""

    did_stir = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pid = 0
        self._timer: ctypes.c_void_p | None = None
        self._waiting: _Waiting | None = None

    def watch(self, pid: int) -> bool:
        """Count a process' work from now on; False where that cannot be done, and it has to be looked at instead."""
        if sys.platform != "linux" or pid <= 0:
            return False
        try:
            if pid != self._pid:
                self._begin(pid)
            first = _Times(0, 0, 0, WORK_MS * 1_000_000)
            return self._timer is not None and not _libc().timer_settime(self._timer, 0, ctypes.byref(first), None)
        except (OSError, AttributeError):
            # Another C library. The process stays known, so that this is not tried again at every look.
            return False

    def rest(self) -> None:
        """Watch nothing any more."""
        if self._timer is not None:
            _libc().timer_delete(self._timer)
        if self._waiting is not None:
            self._waiting.end()
        self._pid, self._timer, self._waiting = 0, None, None

    def _begin(self, pid: int) -> None:
        self.rest()
        self._pid = pid
        clock, timer = ctypes.c_int(), ctypes.c_void_p()
        if _libc().clock_getcpuclockid(pid, ctypes.byref(clock)):
            return
        self._waiting = _Waiting(self)
        event = _Event(0, self._waiting.number, _NOTIFY_THREAD)
        event.rest[0] = self._waiting.thread_id
        if not _libc().timer_create(clock, ctypes.byref(event), ctypes.byref(timer)):
            self._timer = timer


class _Waiting:
    """A thread that waits for the timer's signal, and says so in the window's thread."""

    def __init__(self, stirring: Stirring) -> None:
        self.number = signal.SIGRTMIN + 7
        self._is_over = False
        self._tell = stirring.did_stir.emit
        self._thread = threading.Thread(target=self._run, name="stirring", daemon=True)
        # A thread begins with the mask of the one that starts it: there is no moment when the signal would end us.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {self.number})
        self._thread.start()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

    @property
    def thread_id(self) -> int:
        """As the kernel knows it."""
        return self._thread.native_id or 0

    def end(self) -> None:
        """Let it go."""
        self._is_over = True
        with suppress(OSError):
            signal.pthread_kill(self._thread.ident or 0, self.number)

    def _run(self) -> None:
        while True:
            signal.sigwaitinfo({self.number})
            if self._is_over:
                return
            # The room may be gone this very moment.
            with suppress(RuntimeError):
                self._tell()


@lru_cache(maxsize=1)
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None)

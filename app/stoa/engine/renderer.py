"""Keeps one renderer process within bounds: memory it may take, its place behind the feed, and what it takes now."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from stoa.records import Record

if sys.platform == "linux":
    import resource

_MEGABYTE = 1024 * 1024
# Of a whole process, as the scheduler counts it (``CPUCLOCK_SCHED`` in the kernel's include/linux/posix-timers.h).
_PROCESS_CLOCK = 2
_PROC = Path("/proc")
# JavaScript's own heap is bounded by a switch; this bounds all the rest (ArrayBuffers, DOM, decoded pictures, stacks).
# The kernel counts what is reserved, of which an empty page has some 585 MB: a page gets the other 215 MB. At 800 MB a
# hog gets "allocation failed" and lives; at 400 MB ordinary pages die.
_DATA_MB = 800
# The engine's own threads, of which it starts more on a machine with more processors, take this each for their stacks.
_THREAD_MB = 10
_FEW_PROCESSORS = 2
DATA_MAX_BYTES = (_DATA_MB + _THREAD_MB * max(0, min(os.cpu_count() or 1, 32) - _FEW_PROCESSORS)) * _MEGABYTE
NICE = 10
# How the engine calls the threads that it shares out by itself; a page cannot ask for more of them.
_POOLED = "ThreadPool"
_TICKS_PLACE, _PARENT_PLACE, _THREADS_PLACE = 11, 1, 17
_DATA_PLACE = 5
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
# Longer than any of the lines that are glanced at.
_LINE_MAX_BYTES = 4096


class Load(Record):
    """What a process takes: reserved private memory in bytes, threads, and processor time in the kernel's ticks.

    ``touched`` is the part of its memory that is in use and shared with no file, in bytes.
    """

    data: int = 0
    threads: int = 0
    ticks: int = 0
    touched: int = 0


# The renderers of pages. Each is bound for itself: with many rooms open, most of a look went to those of the others.
_of_pages: set[int] = set()


def confine(pid: int) -> None:
    """Bound a page's renderer in memory and priority, and those of frames. One that is gone already is no error."""
    if pid <= 0 or sys.platform != "linux":
        return
    others = set(_siblings(pid))
    _of_pages.intersection_update(others)
    _of_pages.add(pid)
    for process in {pid, *(others - _of_pages)}:
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_DATA, (DATA_MAX_BYTES, DATA_MAX_BYTES))
        be_nice(process)


def be_nice(pid: int) -> None:
    """Put every thread of a process behind the window's: the kernel knows priorities of threads only."""
    for thread in _names(_PROC / str(pid) / "task"):
        with contextlib.suppress(OSError):
            if os.getpriority(os.PRIO_PROCESS, int(thread)) < NICE:
                os.setpriority(os.PRIO_PROCESS, int(thread), NICE)


def load(pid: int) -> Load:
    """What a process takes now; nothing, when it is gone.

    Asked four times a second as long as a room is seen, so it reads the two shortest files that tell it: ``data``
    counts the main thread's stack too, which is some hundred kilobytes.
    """
    sizes, fields = _glance(f"/proc/{pid}/statm").split(), _glance(f"/proc/{pid}/stat").rpartition(b")")[2].split()
    if not sizes or not fields:
        return Load()
    ticks = int(fields[_TICKS_PLACE]) + int(fields[_TICKS_PLACE + 1])
    touched = (int(sizes[1]) - int(sizes[2])) * _PAGE
    return Load(int(sizes[_DATA_PLACE]) * _PAGE, int(fields[_THREADS_PLACE]), ticks, touched)


def worked_ns(pid: int) -> int:
    """The processor time that a process has taken so far, in nanoseconds; 0 when it is gone. Linux only.

    The clock of another process is made of its number (``clock_getcpuclockid(3)``). Any work at all moves it, where the
    ticks of ``load`` are ten milliseconds long.
    """
    with contextlib.suppress(OSError):
        return time.clock_gettime_ns((~pid << 3) | _PROCESS_CLOCK)
    return 0


def own_threads(pid: int) -> int:
    """How many threads a page has made a renderer start: workers, sound, and the few that every renderer has."""
    tasks = _PROC / str(pid) / "task"
    return sum(not _read(tasks / thread / "comm").startswith(_POOLED) for thread in _names(tasks))


def host_bytes() -> int:
    """What the program itself keeps in memory, without what it shares; 0 where the kernel does not tell."""
    sizes = _glance("/proc/self/statm").split()
    return (int(sizes[1]) - int(sizes[2])) * _PAGE if sizes else 0


def kill(pid: int) -> None:
    """End a renderer that no longer answers."""
    if pid > 0:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)


def _siblings(pid: int) -> list[int]:
    """The other renderers: a frame in a sandbox of its own has one, which the engine tells nobody about."""
    fields = _fields(pid)
    parent = int(fields[_PARENT_PLACE]) if fields else 0
    # The program's own children are not renderers: those all come from the process that the engine forks them from.
    if parent in {0, 1, os.getpid()}:
        return []
    return [int(child) for child in _read(_PROC / str(parent) / "task" / str(parent) / "children").split()]


def _fields(pid: int) -> list[str]:
    """``/proc/…/stat`` behind the process' name, which may hold anything."""
    return _text(pid, "stat").rpartition(")")[2].split()


def _glance(path: str) -> bytes:
    """A line of the kernel's in one read; nothing where there is none."""
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return b""
    try:
        return os.read(file, _LINE_MAX_BYTES)
    except OSError:
        return b""
    finally:
        os.close(file)


def _text(pid: int, name: str) -> str:
    return _read(_PROC / str(pid) / name)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _names(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []

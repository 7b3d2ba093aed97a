"""The processes of a running program as Linux shows them: who belongs to it, what memory and time it takes."""

from __future__ import annotations

import ctypes
import os
import time
from array import array
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROC = Path("/proc")
# Of a whole process, as the scheduler counts it (``CPUCLOCK_SCHED`` in the kernel's include/linux/posix-timers.h).
_PROCESS_CLOCK = 2
# Documentation/admin-guide/mm/pagemap.rst: bit 63, the page is in memory; bit 61, it is a file's own or shared.
_PAGE, _ENTRY_BYTES, _OF_A_FILE = os.sysconf("SC_PAGE_SIZE"), 8, 1 << 63 | 1 << 61
# Memory that several processes share has a name too; it is counted with what they have written.
_NO_FILES = ("/dev/shm/", "/memfd:", "/dev/zero", "/SYSV")


def tree(pid: int) -> list[int]:
    """A process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.glob("[0-9]*"):
        with suppress(OSError, ValueError):
            children.setdefault(_parent(entry), []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return found


def renderers(pid: int) -> list[int]:
    """The renderers among a program's processes.

    On Linux a zygote forks them and they keep its command line: they are those whose parent is a zygote too.
    """
    zygotes = {process for process in tree(pid) if _is_zygote(process)}
    found = []
    for process in zygotes:
        with suppress(OSError, ValueError):
            if _parent(_PROC / str(process)) in zygotes:
                found.append(process)
    return found


def _is_zygote(process: int) -> bool:
    with suppress(OSError):
        return b"--type=zygote" in (_PROC / str(process) / "cmdline").read_bytes()
    return False


def memory_mib(pid: int) -> float:
    """What a program with all its processes holds: what they have written, and each page of a file they have mapped.

    A page counts once, and whole. The proportional set size gives parts of the files to whoever else has them mapped:
    whoever measures does, as it has the same Python and some of the same libraries.
    """
    pages: dict[str, set[int]] = {}
    for process in tree(pid):
        with suppress(OSError):
            for file, present in _file_pages(process):
                pages.setdefault(file, set()).update(present)
    return written_mib(pid) + sum(map(len, pages.values())) * _PAGE / 2**20


def _file_pages(process: int) -> Iterator[tuple[str, Iterator[int]]]:
    """The files that a process has mapped, and which of their pages are there and were not written to."""
    folder = _PROC / str(process)
    with (folder / "pagemap").open("rb", buffering=0) as pagemap:
        for line in (folder / "maps").read_text().splitlines():
            span, _rights, offset, device, inode, *name = line.split(maxsplit=5)
            if not name or not name[0].startswith("/") or name[0].startswith(_NO_FILES):
                continue
            begin, end = (int(place, 16) // _PAGE for place in span.split("-"))
            pagemap.seek(begin * _ENTRY_BYTES)
            entries = array("Q", pagemap.read((end - begin) * _ENTRY_BYTES))
            first = int(offset, 16) // _PAGE
            yield (
                f"{device} {inode}",
                (first + at for at, entry in enumerate(entries) if entry & _OF_A_FILE == _OF_A_FILE),
            )


def written_mib(pid: int) -> float:
    """What a program with all its processes has written into memory.

    The engine's own file is no part of it: more of that counts as this program's when another one that shares it ends.
    """
    return _told_mib(pid, ("Pss_Anon:", "Pss_Shmem:"))


def shared_mib(process: int) -> float:
    """What one process has written into memory that it shares with others, its part of it: pictures, above all."""
    lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss_Shmem:")) / 1024


def _told_mib(pid: int, names: tuple[str, ...]) -> float:
    total = 0
    for process in tree(pid):
        with suppress(OSError):
            lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith(names))
    return total / 1024


def worked_seconds(pid: int) -> dict[int, float]:
    """The processor time that each process of a program has taken so far, by process: exact where ticks are too coarse.

    Threads that have ended count too. Linux only: the clock of another process' processor time is made of its number,
    as ``clock_getcpuclockid(3)`` does.
    """
    times = {}
    for process in tree(pid):
        with suppress(OSError):
            times[process] = time.clock_gettime((~process << 3) | _PROCESS_CLOCK)
    return times


def _parent(entry: Path) -> int:
    return int((entry / "stat").read_text().rpartition(")")[2].split()[1])


def threads(pid: int) -> dict[int, str]:
    """The names of a process's threads, at most 15 characters each, by thread id."""
    found = {}
    for entry in (_PROC / str(pid) / "task").iterdir():
        with suppress(OSError):
            found[int(entry.name)] = (entry / "comm").read_text().strip()
    return found


def end_thread(pid: int, thread: int, number: int) -> None:
    """Let one thread of another process run into a signal, as a mistake in its own code would."""
    if ctypes.CDLL(None, use_errno=True).tgkill(pid, thread, number) != 0:
        raise OSError(ctypes.get_errno(), f"thread {thread} of {pid} could not be ended")


def handles(pid: int) -> int:
    """The open files, sockets and pipes of a program with all its processes."""
    count = 0
    for process in tree(pid):
        with suppress(OSError):
            count += sum(1 for _ in (_PROC / str(process) / "fd").iterdir())
    return count

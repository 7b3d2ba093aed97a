"""The processes of a running program as Linux shows them: who belongs to it, what memory and time it takes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")


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


def memory_mib(pid: int) -> float:
    """The proportional set size of a program with all its processes: what is shared is counted once."""
    total = 0
    for process in tree(pid):
        with suppress(OSError):
            lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def busy_seconds(pid: int) -> float:
    """The processor time that a program with all its processes has taken so far."""
    ticks = 0
    for process in tree(pid):
        with suppress(OSError, IndexError):
            # The name in parentheses may hold spaces.
            fields = (_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / _TICKS


def _parent(entry: Path) -> int:
    return int((entry / "stat").read_text().rpartition(")")[2].split()[1])

"""Keeps one renderer process within bounds: memory it may take, and its place behind the feed."""

from __future__ import annotations

import contextlib
import os
import signal
import sys

if sys.platform == "linux":
    import resource

# JavaScript's own heap is bounded by a switch; this bounds all the rest (ArrayBuffers, DOM, decoded pictures).
# Measured: at 800 MB a hog gets "allocation failed" and lives; at 400 MB ordinary pages die.
DATA_MAX_BYTES = 800 * 1024 * 1024
NICE = 10


def confine(pid: int) -> None:
    """Bound a renderer's memory and priority. A process that is gone already is no error."""
    if pid <= 0 or sys.platform != "linux":
        return
    with contextlib.suppress(OSError, ValueError):
        resource.prlimit(pid, resource.RLIMIT_DATA, (DATA_MAX_BYTES, DATA_MAX_BYTES))
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, NICE)


def kill(pid: int) -> None:
    """End a renderer that no longer answers."""
    if pid > 0:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)

"""What the system says about memory: how much a process takes, whether it is short, whether power is to be saved.

Linux only. Elsewhere, and where the kernel does not tell, a process takes 0 bytes and nothing is ever short.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_POWER_PROFILE = Path("/sys/firmware/acpi/platform_profile")
# Some task waited for memory for this share of the last ten seconds: the desktop begins to stutter.
PRESSED_PERCENT = 5.0
# Kernels without pressure information tell at least what could still be handed out.
LEFT_PERCENT = 5.0
# ``mallopt(3)`` of glibc. A block of this size or more is the system's own and goes back to it the moment it is freed:
# pictures above all. By itself the C library takes the largest block it ever saw freed for the limit, up to 32 MiB, and
# keeps all that is smaller. What lies free at the end of the heap stays, up to the other size. Heaps are for threads
# that want memory at the same time: by itself there are eight for each processor, all of them half empty.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_OWN_BLOCK_BYTES, _END_OF_HEAP_BYTES, _HEAPS = 512 * 1024, 4 * 1024 * 1024, 2


def process_bytes(pid: int, proc: Path = _PROC) -> int:
    """The proportional set size of a process: memory it shares with others counts for its part only."""
    with suppress(OSError, ValueError, IndexError):
        for line in (proc / str(pid) / "smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def is_pressed(proc: Path = _PROC) -> bool:
    """Whether memory is short now."""
    try:
        some = (proc / "pressure" / "memory").read_text("ascii").split()
        return float(some[1].removeprefix("avg10=")) >= PRESSED_PERCENT
    except (OSError, ValueError, IndexError):
        return _left_percent(proc) < LEFT_PERCENT


def saves_power(profile: Path = _POWER_PROFILE) -> bool:
    """Whether the person, or the battery, has asked the machine to save power."""
    with suppress(OSError):
        return profile.read_text("ascii").strip() == "low-power"
    return False


def keep_house() -> None:
    """Let this process hand large blocks back as soon as they are freed, and fill few heaps. Call before the engine.

    Measured with pages of 687 by 672 pixels: 6 MiB less with one room, and 1.3 MiB for each room behind the front,
    whose pictures would stay in a heap between smaller things. Elsewhere than on Linux, and with another C library,
    nothing happens.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            library = ctypes.CDLL(None)
            library.mallopt(_M_MMAP_THRESHOLD, _OWN_BLOCK_BYTES)
            library.mallopt(_M_TRIM_THRESHOLD, _END_OF_HEAP_BYTES)
            library.mallopt(_M_ARENA_MAX, _HEAPS)


def give_back() -> None:
    """Hand what this process has freed back to the system, which the C library of Linux does not do by itself.

    Measured: half of what a discarded room still seems to take. In a thread of its own, since it takes some
    milliseconds; elsewhere than on Linux, and with another C library, nothing happens.
    """
    if sys.platform == "linux":
        threading.Thread(target=_trim, name="give-back", daemon=True).start()


def _trim() -> None:
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _left_percent(proc: Path) -> float:
    with suppress(OSError, ValueError, KeyError, IndexError, ZeroDivisionError):
        lines = (proc / "meminfo").read_text("ascii").splitlines()
        sizes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
        return 100 * sizes["MemAvailable"] / sizes["MemTotal"]
    return 100.0

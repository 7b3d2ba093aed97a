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

"""Where and with what was measured."""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
from PySide6 import __version__ as pyside_version
from PySide6.QtWebEngineCore import qWebEngineChromiumVersion

from stoa import __version__


def machine() -> dict[str, Any]:
    """Processor, memory, system and versions."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "load": [round(value, 2) for value in os.getloadavg()],
        "gpu": any(Path("/dev/dri").glob("render*")) if Path("/dev/dri").is_dir() else False,
        "stoa": __version__,
        "python": platform.python_version(),
        "pyside": pyside_version,
        "chromium": qWebEngineChromiumVersion(),
        "sqlite": apsw.sqlite_lib_version(),
    }


def _processor() -> str:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()

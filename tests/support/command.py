"""How the real program is started by a test: its command line, its environment and its display."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port of loopback that nothing listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def is_root() -> bool:
    """Whether Chromium's sandbox would refuse this user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def offscreen() -> str:
    """Qt's display without a screen, as large as a real one: on its own it is 800 by 800, and no window fits."""
    return f"offscreen:configfile={Path(__file__).with_name('screen.json')}"


def environment(platform: str | None = None) -> dict[str, str]:
    """The environment of a program under test: English, and its keys in a file instead of somebody's keyring."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QTWEBENGINE_"))}
    return {
        **kept,
        "QT_QPA_PLATFORM": platform or offscreen(),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "NO_AT_BRIDGE": "1",
        "PYTHONFAULTHANDLER": "1",
    }


def stoa_command(*arguments: object) -> list[str]:
    """The program's own command line from this checkout."""
    return [sys.executable, str(ROOT / "app" / "__main__.py"), *map(str, arguments)]

"""A host for one trial at a time, without a window of its own: ``python -m stoa.wiring.trial_host`` serves tests.

It is the shipping engine, gate and services; only the person is replaced, by the launch profile. Orders come as JSON
lines on standard input, answers go as JSON lines to standard output: ``{"id": 1, "do": "open", ...}`` is answered by
``{"id": 1, "answer": ...}`` or ``{"id": 1, "error": "a sentence"}``. It ends when its standard input does.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stoa.engine.chromium import prepare_environment
from stoa.engine.memory import keep_house

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until standard input ends. Returns the exit code."""
    options = _options(arguments)
    # What belongs to the protocol goes to the real standard output; Qt and Chromium write to the other one.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    keep_house()
    prepare_environment(sandbox=not options.no_sandbox, debugging_port=options.debugging_port)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen(Path(options.folder))}"
    # Everything below needs Qt, whose environment had to be set first.
    import qasync
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    qt_app = QApplication(["stoa"])
    loop = qasync.QEventLoop(qt_app)
    asyncio.set_event_loop(loop)
    from stoa.wiring.trial_orders import TrialOrders

    with loop:
        orders = TrialOrders(Path(options.folder), options.language)
        _Reader(loop, orders, answers).start()
        loop.run_forever()
        loop.run_until_complete(orders.close())
    return 0


class _Reader(threading.Thread):
    """Reads orders beside the loop, since a pipe can be waited for in no other way on every system."""

    def __init__(self, loop: Any, orders: Any, answers: Any) -> None:
        super().__init__(daemon=True)
        self._loop = loop
        self._orders = orders
        self._answers = answers
        self._running: set[asyncio.Task[None]] = set()

    def run(self) -> None:
        """Hand each line on; at the end let the loop end."""
        with suppress(RuntimeError):  # the loop may be gone already
            for line in sys.stdin:
                self._loop.call_soon_threadsafe(self._begin, line)
            self._loop.call_soon_threadsafe(self._loop.stop)

    def _begin(self, line: str) -> None:
        task = asyncio.ensure_future(self._serve(line))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _serve(self, line: str) -> None:
        answer = await self._orders.serve(json.loads(line))
        self._answers.write(json.dumps(answer) + "\n")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="stoa trial host", description=__doc__)
    parser.add_argument("--folder", required=True, help="where the testers keep their data")
    parser.add_argument("--debugging-port", type=int, help="open the engine's debugging port on loopback")
    parser.add_argument("--language", default="en", help="the host's language")
    parser.add_argument("--no-sandbox", action="store_true", help="run without Chromium's sandbox: needed as root")
    return parser.parse_args(arguments)


def _screen(folder: Path) -> Path:
    """Qt's description of a screen that every frame of a launch profile fits on."""
    folder.mkdir(parents=True, exist_ok=True)
    screen = {
        "name": "Screen",
        "x": 0,
        "y": 0,
        "width": 2400,
        "height": 2400,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".json", delete=False) as file:
        json.dump({"synchronousWindowSystemEvents": False, "screens": [screen]}, file)
    return Path(file.name)


if __name__ == "__main__":
    sys.exit(main())

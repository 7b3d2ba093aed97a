"""Packages on their way in: read, compared, asked about and placed, one at a time and beside the window."""

from __future__ import annotations

import asyncio
from collections import deque
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from stoa.miniapp.app import MiniApp
    from stoa.miniapp.catalog import Arrival
    from stoa.shell.agreeing import Agreeing
    from stoa.shell.apps import Apps
    from stoa.shell.window import MainWindow
    from stoa.ui.toast import Toast

# Most packages are in place before this, and nobody needs to be told of work that is done.
_SHOW_AFTER_MS = 300


class Arrived(Record):
    """A mini-app that was placed, and the package it came in. ``updated``: it took the place of another version."""

    app: MiniApp
    file: Path
    updated: bool = False


class Arrivals(QObject):
    """``did_arrive`` comes with all that arrived in one go (a tuple of ``Arrived``), ``failed`` for each that did not.

    The window stays free meanwhile: reading and writing happen in a thread, and everything here in the window's own.
    """

    did_arrive = Signal(object)
    failed = Signal(object, object)  # (Path, StoaError)

    def __init__(
        self, window: MainWindow, apps: Apps, agreeing: Agreeing, toast: Toast,
        spawn: Callable[[Coroutine[object, object, object]], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._apps = apps
        self._agreeing = agreeing
        self._toast = toast
        self._spawn = spawn
        self._waiting: deque[Path] = deque()
        self._busy = False
        self._stopped = Event()
        self._name = ""
        self._shown = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOW_AFTER_MS)
        self._timer.timeout.connect(self._show)

    @property
    def is_busy(self) -> bool:
        """Whether a package is on its way in."""
        return self._busy

    def take(self, file: Path) -> None:
        """Install a package once those before it are done."""
        self._waiting.append(file)
        self._show_name()
        if not self._busy:
            self._busy = True
            self._spawn(self._work())

    async def _work(self) -> None:
        arrived = []
        try:
            while self._waiting:
                file = self._waiting.popleft()
                self._begin(file.name)
                try:
                    one = await self._install(file)
                except StoaError as error:
                    self.failed.emit(file, error)
                else:
                    arrived += [one] if one is not None else []
        except asyncio.CancelledError:
            # The program ends: the thread looks at this before each file, and leaves nothing half done behind.
            self._stopped.set()
            raise
        finally:
            self._busy = False
            self._end()
        if arrived:
            self.did_arrive.emit(tuple(arrived))

    async def _install(self, file: Path) -> Arrived | None:
        """Install one package; None when the person kept the old version. Raises ``StoaError``."""
        arrival = await asyncio.to_thread(self._apps.catalog.examine, file)
        manifest = arrival.package.manifest
        self._name = manifest.short_name or manifest.name
        self._show_name()
        if not arrival.is_there and arrival.before is not None and not await self._may_update(arrival.before, arrival):
            return None
        app = await asyncio.to_thread(self._apps.catalog.place, arrival, lambda: not self._stopped.is_set())
        self._apps.adopt(app)
        return Arrived(app, file, arrival.before is not None and not arrival.is_there)

    async def _may_update(self, installed: MiniApp, arrival: Arrival) -> bool:
        """Whether an update may take the place of what is installed: the person is asked when it asks for more."""
        if not self._agreeing.asks_for_more(installed, arrival):
            return True
        self._end()
        if not await self._agreeing.may_update(installed, arrival):
            return False
        self._timer.start()
        return True

    def _begin(self, name: str) -> None:
        self._name = name
        self._show_name()
        if not self._shown:
            self._timer.start()

    def _end(self) -> None:
        self._timer.stop()
        self._shown = False
        self._toast.release()

    def _show(self) -> None:
        self._shown = True
        self._show_name()

    def _show_name(self) -> None:
        if not self._shown:
            return
        text = self.tr("Installing {0}…").format(self._name)
        if self._waiting:
            text = self.tr("Installing {0}… ({1} more waiting)").format(self._name, len(self._waiting))
        self._toast.hold(text)

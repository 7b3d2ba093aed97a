"""Trials of mini-apps that the test writes, on the engine that all tests of rooms share."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from stoa.engine.spec import RoomState
from stoa.trial.launch_profile import LaunchProfile
from stoa.trial.person import Willing
from stoa.ui.theme import Theme
from stoa.workbench.backing import TrialParts
from stoa.workbench.bench import Bench as FolderBench
from stoa.workbench.home import TrialHome
from stoa.workbench.trial_room import TrialRoom
from tests.engine.workshop import PAGE, Workshop, engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READY = PAGE + '<script src="/a.js"></script>'


class Loop:
    """Runs coroutines a step at each turn of Qt's loop, as the program's own event loop does."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._loop = asyncio.new_event_loop()
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(4)

    def spawn(self, work: Any) -> asyncio.Task[Any]:
        return self._loop.create_task(work)

    def close(self) -> None:
        self._timer.stop()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        # To their end: a watcher of files that is not let finish leaves a thread, and the whole run never ends.
        self._loop.run_until_complete(self._ended(tasks))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    @staticmethod
    async def _ended(tasks: set[asyncio.Task[Any]]) -> None:
        await asyncio.gather(*tasks, return_exceptions=True)

    def _turn(self) -> None:
        self._loop.call_soon(self._loop.stop)
        self._loop.run_forever()


class Bench(Workshop):
    """A workshop that tries its mini-apps under launch profiles."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.loop = Loop()
        self.home = TrialHome(folder / "trials", lambda: 1_000)
        self.parts = TrialParts(
            self.home, engine(), Theme("light"), lambda: 1_000, self.loop.spawn, "en", "1.0"
        )  # fmt: skip
        self.trials: list[TrialRoom] = []

    def trial(self, files: dict[str, bytes | str] | None = None, manifest: dict[str, Any] | None = None,
              profile: LaunchProfile | None = None, app: Any = None, begun: Any = None) -> TrialRoom:  # fmt: skip
        """Begin a trial and wait until its page is there."""
        written = {"index.html": READY, "a.js": "stoa.host.ready()", **(files or {})}
        trial = TrialRoom(app or self.make_app(written, manifest), profile or LaunchProfile(), self.parts, Willing())
        self.trials.append(trial)
        ready = []
        trial.did_become_ready.connect(lambda: ready.append(1))
        self.deck.raise_front(trial.room.view)
        trial.begin()
        if begun is not None:
            begun(trial)
        self.until(lambda: bool(ready) or (trial.profile.contract_version == 0 and trial.room.state == "running"))
        return trial

    def close(self) -> None:
        for trial in self.trials:
            trial.end()
        super().close()
        self.loop.close()
        self.home.close()


@pytest.fixture
def bench(qapp: Any, qtlog: Any, tmp_path: Path) -> Iterator[Bench]:
    """Tries mini-apps, and ends the trials after the test."""
    made = Bench(tmp_path)
    yield made
    made.close()
    assert [record.message for record in qtlog.records if "Release of profile" in record.message] == []


class Told:
    """What a bench said."""

    def __init__(self, made):
        self.opened, self.broken, self.found, self.closed = [], [], [], []
        made.did_open.connect(self.opened.append)
        made.did_break.connect(self.broken.append)
        made.did_find.connect(self.found.append)
        made.did_close.connect(lambda: self.closed.append(1))


@pytest.fixture
def made(bench):
    opened = FolderBench(bench.parts, Willing())
    opened.told = Told(opened)
    opened.did_open.connect(lambda trial: bench.deck.raise_front(trial.room.view))
    yield opened
    opened.close()
    bench.until(lambda: opened.trial is None)


def ready(bench, made):
    bench.until(lambda: made.trial is not None and made.trial.room.is_ready)
    # A page may say that it is ready before the last of its files is there.
    bench.until(lambda: made.trial.room.state is RoomState.RUNNING)
    return made.trial

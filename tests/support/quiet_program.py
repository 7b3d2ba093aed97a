"""The whole program over rooms without an engine: its own window, stores, gate and wiring, one event at a time."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid
from tests.support.quiet_rooms import QuietRoom

from stoa import paths
from stoa.engine import pool
from stoa.shell.composer import ComposerSheet
from stoa.shell.sheets.first_start import FirstStartSheet
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet
from stoa.wiring import afterwards, engine, first_page, ground, program
from stoa.wiring.instance import Instance
from stoa.wiring.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    import pytest

    from stoa.shell.room_face import RoomFace

_Result = TypeVar("_Result")
_PATIENCE_SECONDS = 10.0


def write_app(parent: Path, app_id: str, name: str, permissions: tuple[str, ...] = (), **members: Any) -> Path:
    """A mini-app folder with a manifest and an entry page."""
    folder = parent / app_id
    folder.mkdir(parents=True)
    manifest = {
        "app_id": app_id,
        "name": name,
        "version": {"code": 1, "name": "1.0"},
        "permissions": [{"name": permission, "reason": f"{name} needs it"} for permission in permissions],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest | members))
    (folder / "index.html").write_text("<!doctype html>")
    return folder


class Turns:
    """Lets the event loop and Qt's events take turns."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop

    def run(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        """Run a coroutine to its end, window events included."""
        task = self.loop.create_task(work)
        self.until(task.done)
        return task.result()

    def until(self, condition: Callable[[], object]) -> None:
        """Let things happen until something is so; fails when it never is."""
        deadline = time.monotonic() + _PATIENCE_SECONDS

        async def wait() -> None:
            while not condition():
                assert time.monotonic() < deadline, "it never came true"
                QCoreApplication.processEvents()
                await asyncio.sleep(0.002)

        self.loop.run_until_complete(wait())

    def settle(self) -> None:
        """Let everything happen that is due now."""

        async def rounds() -> None:
            for _ in range(6):
                QCoreApplication.processEvents()
                await asyncio.sleep(0)

        self.loop.run_until_complete(rounds())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class QuietInstance(Instance):
    """An instance that serves nobody: no lock, no socket."""

    def serve(self) -> None:
        """Hear nobody."""


class QuietProxy:
    """A filter proxy that lets nobody in."""

    is_started = False

    def start(self) -> None:
        """Say that it was."""
        self.is_started = True

    def stop(self) -> None:
        """Nothing to stop."""


class QuietProgram:
    """The running program. ``close`` and a new one over the same folder are a restart."""

    def __init__(self, turns: Turns, data: Path, qapp: QApplication, options: Options | None = None) -> None:
        self.turns = turns
        self.program = program.Program(
            options or Options(language="en", theme="light"), paths.Paths(data), qapp, QuietInstance(data)
        )
        if self.program.options.is_for_an_app:
            self.program.ground.stand_before(self.program.options.target)
        self.program.add_window()
        self.program.theme.motion = False
        if not self.program.options.is_for_an_app:
            self.program.add_feed()
            self.program.show()
        self.rest = turns.run(self._build())
        self.window = self.program.window
        self.stage = self.program.stage
        self.rooms = self.rest.rooms
        self.stores = self.program.stores
        turns.settle()

    async def _build(self) -> afterwards.Afterwards:
        rest = afterwards.Afterwards(self.program)
        if self.program.options.is_for_an_app:
            rest.open_first()
        rest.begin()
        await rest.completed()
        return rest

    def close(self) -> None:
        """End the program as its loop does."""
        self.window.close()
        self.rest.end()
        self.turns.run(self.rest.settle())
        self.window.deleteLater()
        self.turns.settle()

    # What a person does and sees.

    def open(self, app_id: str, path: str | None = None, *, ready: bool = True) -> QuietRoom:
        """Open an app from the launcher, or a page of it by link; its page loads."""
        if path is None:
            self.program.navigation.open_app(app_id)
        else:
            self.program.navigation.open_text(f"stoa://{app_id}{path}")
        room = self.front
        if room.state == "loading":
            room.load(ready=ready)
        self.turns.settle()
        return room

    def arrive(self, *files: Path) -> None:
        """Drop packages and wait until they are in, or were refused, or the person is asked about one."""
        for file in files:
            self.window.did_drop.emit(file)
        self.turns.until(lambda: not self.rest.arrivals.is_busy or self.sheets())
        self.turns.settle()

    def install(self, file: Path) -> None:
        """Drop a package and open what came of it, as a person who trusts it."""
        self.arrive(file)
        self.press(self.sheet(FirstStartSheet), "Open")

    @property
    def front(self) -> QuietRoom:
        """The room that is seen."""
        room = self.rest.pool.front
        assert isinstance(room, QuietRoom)
        return room

    @property
    def face(self) -> RoomFace:
        """The face of the room that is seen."""
        face = self.rooms.front()
        assert face is not None
        return face

    @property
    def account_id(self) -> str:
        """The account in use."""
        return self.rest.people.accounts.current.id

    def sheets(self) -> list[Sheet]:
        """The sheets that are shown, lowest first."""
        return [sheet for sheet in self.window.findChildren(Sheet) if isValid(sheet) and sheet.isVisible()]

    def sheet(self, kind: type[_Result] = Sheet, *, armed: bool = True) -> _Result:  # type: ignore[assignment]
        """The one sheet over the window, once it is there, with its press delay over unless told otherwise."""
        self.turns.until(self.sheets)
        (sheet,) = self.sheets()
        assert isinstance(sheet, kind)
        if armed:
            self.arm(sheet)
        return sheet

    def composer(self) -> ComposerSheet:
        """The composer."""
        return self.sheet(ComposerSheet)

    @staticmethod
    def arm(sheet: Sheet) -> None:
        """Let the press delay pass."""
        sheet.delay.timer.stop()
        sheet.delay.timer.timeout.emit()

    def press(self, within: QWidget, name: str) -> None:
        """Press the button with a text or accessible name."""
        found = [
            button
            for button in within.findChildren(QAbstractButton)
            if name in (button.text(), button.accessibleName()) and button.isVisibleTo(within)
        ]
        assert found, f"no button {name!r}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        self.turns.settle()

    def said(self) -> list[str]:
        """The notices that are shown or wait, and none of them again."""
        toast = self.program.toast
        texts = []
        while toast.text:
            texts.append(toast.cards[0].text)
            toast.cards[0].did_end.emit()
        return texts

    @staticmethod
    def words(within: QWidget) -> str:
        """All that labels show within a widget."""
        return "\n".join(label.text() for label in within.findChildren(Label) if label.isVisibleTo(within))

    def posts(self) -> list[Any]:
        """The account's own posts, newest first."""
        from stoa.services.feed.posts import Timeline

        return self.stores.feed.page(self.account_id, Timeline.MINE)


def prepare(monkeypatch: pytest.MonkeyPatch, bundled: Path) -> None:
    """Put quiet rooms under the program, and these mini-apps in place of those it comes with."""
    monkeypatch.setattr(pool, "Room", QuietRoom)
    monkeypatch.setattr(ground, "Room", QuietRoom)
    monkeypatch.setattr(engine, "make_proxy", lambda _door: QuietProxy())
    # A quiet room loads when the test says so, and the test goes on when the window is complete.
    monkeypatch.setattr(first_page, "PAGE_SECONDS", 0)
    find = paths._bundled
    (bundled / "_sdk").symlink_to(find("miniapps") / "_sdk")
    monkeypatch.setattr(paths, "_bundled", lambda name: bundled if name == "miniapps" else find(name))
    monkeypatch.setattr(program.Program, "_plant_starter", lambda _program: None)


@contextmanager
def programs(turns, data, qapp):
    """A function that starts the program over one data folder; whatever still runs at the end is closed."""
    locale, running = QLocale(), []

    def start_it(options=None):
        made = QuietProgram(turns, data, qapp, options)
        running.append(made)
        end = made.close

        def close():
            running.remove(made)
            end()

        made.close = close
        return made

    yield start_it
    for left in tuple(running):
        left.close()
    QLocale.setDefault(locale)

"""What the rooms need: event loop, engine, bridge. The rest of the window follows it (``stoa.wiring.completion``).

In a start for a mini-app this comes first of all, and the feed and everything else when its page is there.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import time
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import QEventLoop

from stoa import __version__
from stoa.areas import AREAS
from stoa.bridge.journal import Journal
from stoa.contract.errors import StoaError
from stoa.engine.pool import RoomPool
from stoa.miniapp.address import parse_address
from stoa.shell.agreeing import Agreeing
from stoa.shell.arrivals import Arrivals
from stoa.shell.consenting import Consenting
from stoa.shell.questions import Questions
from stoa.shell.room_desk import RoomDesk
from stoa.shell.rooms import Rooms
from stoa.shell.run_mark import RunMark
from stoa.shell.sleep_desk import SleepDesk
from stoa.wiring.bridge import Tasks, make_backing, make_gate
from stoa.wiring.engine import start_proxy
from stoa.wiring.furnishing import furnish
from stoa.wiring.mishaps import Mishaps
from stoa.wiring.services import Services

if TYPE_CHECKING:
    from stoa.contract.method import Caller
    from stoa.shell.launcher_desk import LauncherDesk
    from stoa.shell.room_face import RoomFace
    from stoa.shell.shortcuts import Shortcuts
    from stoa.shell.torn_rooms import TornRooms
    from stoa.wiring.guards import Guards
    from stoa.wiring.people import People
    from stoa.wiring.program import Program
    from stoa.wiring.workbench_door import WorkbenchDoor

# All that completing the window imports, in pieces of some ten milliseconds.
COMPLETION = (
    "stoa.shell.feed.card", "stoa.shell.feed.pane", "stoa.shell.sharing", "stoa.shell.account_desk",
    "stoa.shell.settings_desk", "stoa.wiring.people", "stoa.wiring.completion",
)  # fmt: skip
# A page that takes longer than this to load keeps the rest of the window waiting no more.
PAGE_SECONDS = 3.0
# From the end of loading to the page's first picture, twice over.
_PAINT_SECONDS = 0.06
PERMISSIONS = {permission.name: permission for area in AREAS for permission in area.permissions}


def run_loop(program: Program) -> int:
    """Build the rest and run until the window is closed. Returns the exit code."""
    loop = qasync.QEventLoop(program.qt_app)
    asyncio.set_event_loop(loop)
    with loop:
        rest = Afterwards(program)
        _close_on_signals(loop, program)
        loop.call_soon(rest.begin)
        try:
            loop.run_forever()
        finally:
            rest.end()
            loop.run_until_complete(rest.settle())
    return 0


def _close_on_signals(loop: asyncio.AbstractEventLoop, program: Program) -> None:
    """Let a log-out, a shutdown or Ctrl+C close the window as a person does, so that the run has its clean end."""
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, program.window.close)


def _monotonic_ms() -> int:
    """For what a person waits through: while the machine sleeps it stands still."""
    return round(time.monotonic() * 1000)


class Afterwards:
    """The objects that come after the first paint. Those that only stand here with a type come with the completion."""

    launcher: LauncherDesk
    people: People
    shortcuts: Shortcuts
    torn: TornRooms
    guards: Guards
    workbench: WorkbenchDoor
    is_complete = False

    def __init__(self, program: Program) -> None:
        self.program = program
        self._completed = asyncio.Event()
        # Before the first room: it may be about to take everything down.
        self._mark = RunMark(program.stores.settings)
        self.ended_unclean = self._mark.begin()
        furnish(program)
        self.mishaps = Mishaps(lambda sentence: program.toast.say(sentence, "warm"))
        self.mishaps.listen()
        self.tasks = Tasks(self.mishaps.on_task_failed)
        self.questions = Questions()
        self.permissions = PERMISSIONS
        self.journal = Journal()
        self.agreeing = Agreeing(
            program.stores.agreed, program.apps, PERMISSIONS, self.questions, program.theme, program.window,
            self.tasks.spawn,
        )  # fmt: skip
        self.arrivals = Arrivals(program.window, program.apps, self.agreeing, program.toast, self.tasks.spawn)
        program.navigation.attach_entrance(self.arrivals, self.agreeing, self.tasks.spawn)
        self.proxy = program.proxy or start_proxy()
        self.consenting = Consenting(
            program.stores.grants, PERMISSIONS, self.questions, program.theme, program.window,
            self._face_of,
        )  # fmt: skip
        self.services = Services(program, self)
        gate, _registry = make_gate(
            self.services.handlers(), self.consenting, self.journal, self.tasks, program.stores.clock
        )
        self.gate = gate
        self.pool = RoomPool(
            program.stage.frame.deck, make_backing(gate, self.consenting, self.proxy, self.tasks), program.window
        )
        self.rooms = Rooms(
            self.pool, program.stage, program.apps, program.paths.rooms, self.consenting.granted,
            lambda: program.theme.color("card"), program.language,
        )  # fmt: skip
        self._serve_rooms()

    def _serve_rooms(self) -> None:
        """Whatever stands between the window and the rooms."""
        program = self.program
        self.desk = RoomDesk(
            self.rooms, self.pool, program.stage, self.questions, program.theme, program.navigation, program.window,
            self.gate.event, program.language, __version__,
        )  # fmt: skip
        self.sleep = SleepDesk(self.pool, self.rooms, program.stores.settings, self.gate.waits, _monotonic_ms)
        self.desk.menu.sleep = self.sleep
        self.questions.is_shown = self._is_shown
        self.rooms.did_close.connect(self._on_room_closed)

    def _face_of(self, caller: Caller) -> RoomFace | None:
        return self.rooms.face_of(caller)

    def _on_room_closed(self, face: RoomFace) -> None:
        self.consenting.forget_room(face.room.caller.room_id)
        self.gate.forget(face.room.caller.room_id)

    def _is_shown(self, room_id: int) -> bool:
        rooms = self.pool.rooms.values()
        return any(room.caller.room_id == room_id and self.pool.is_shown(room) for room in rooms)

    def begin(self) -> None:
        """Let rooms be opened; then complete the window, at once or when the mini-app that was asked for is there."""
        # What a start has made stays; looking through it again and again would hold the window up.
        gc.freeze()
        gc.enable()
        self.rooms.set_account(self.program.account.id)
        self.program.navigation.account_id = self.program.account.id
        self.program.session.set_account(self.program.stores.settings.of_account(self.program.account.id))
        self.program.navigation.attach_engine(self.rooms)
        if self.program.options.is_for_an_app:
            self._open_first()
            self.tasks.spawn(self._complete_later())
        else:
            self.complete()

    def complete(self) -> None:
        """Build what follows the rooms."""
        from stoa.wiring.completion import complete

        complete(self.program, self)
        self.is_complete = True
        self._completed.set()

    async def completed(self) -> None:
        """Return when the window is complete."""
        await self._completed.wait()

    def _open_first(self) -> None:
        """Open what the start is for, with nothing before it that the room does not need."""
        program = self.program
        program.session.restore_tabs(self.rooms)
        # The renderer starts while the window is painted.
        program.navigation.open_text(program.options.target)
        if self.rooms.front() is None:
            # All files of a signed app are read before it runs.
            with suppress(StoaError):
                address = parse_address(program.options.target)
                program.navigation.prepare(program.apps.by_id(address.app_id), address.path)
        program.session.keep_first(self.rooms)
        program.show("feed" if self.rooms.front() is None else "apps")

    async def _complete_later(self) -> None:
        """Wait until the page is there, then read what is missing, a module at a time."""
        if (face := self.rooms.front()) is not None:
            there = asyncio.Event()
            face.room.did_change_state.connect(lambda _state: there.set())
            with suppress(TimeoutError):
                await asyncio.wait_for(there.wait(), PAGE_SECONDS)
            await asyncio.sleep(_PAINT_SECONDS)
        for name in COMPLETION:
            await asyncio.sleep(0)
            import_module(name)
        # Not in this task: what comes of the events is the next step of other tasks, which would be lost inside it.
        asyncio.get_running_loop().call_soon(self._complete_now)

    def _complete_now(self) -> None:
        self.program.add_feed()
        self.program.qt_app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.complete()

    def end(self) -> None:
        """Keep what comes back at the next start, then take everything down in order."""
        if self.is_complete:
            self.program.session.end()
        self.tasks.cancel()
        self.rooms.close_all()
        if self.is_complete:
            self.workbench.close()
        self.proxy.stop()
        self.mishaps.leave()

    async def settle(self) -> None:
        """Let what was cancelled finish, and close what is left."""
        await self.services.close()
        await self.tasks.settle()
        self._mark.end()
        self.program.stores.database.close()

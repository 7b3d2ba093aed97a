"""What follows the first paint: event loop, engine, bridge, pages, and what the command line asked for."""

from __future__ import annotations

import asyncio
import gc
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import qasync

from stoa import __version__
from stoa.areas import AREAS
from stoa.bridge.journal import Journal
from stoa.engine.pool import RoomPool
from stoa.shell.agreeing import Agreeing
from stoa.shell.arrivals import Arrivals
from stoa.shell.consenting import Consenting
from stoa.shell.launcher_desk import LauncherDesk
from stoa.shell.questions import Questions
from stoa.shell.room_desk import RoomDesk
from stoa.shell.rooms import Rooms
from stoa.shell.shortcuts import Shortcuts
from stoa.shell.sleep_desk import SleepDesk
from stoa.shell.torn_rooms import TornRooms
from stoa.wiring.bridge import Tasks, make_backing, make_gate, start_proxy
from stoa.wiring.errands import run_errands
from stoa.wiring.furnishing import furnish
from stoa.wiring.guards import Guards
from stoa.wiring.mishaps import Mishaps
from stoa.wiring.people import People
from stoa.wiring.services import Services
from stoa.wiring.system_motion import SystemMotion
from stoa.wiring.workbench_door import WorkbenchDoor

if TYPE_CHECKING:
    from stoa.contract.method import Caller
    from stoa.shell.room_face import RoomFace
    from stoa.wiring.program import Program

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
    """The objects that come after the first paint."""

    def __init__(self, program: Program) -> None:
        self.program = program
        furnish(program)
        self.mishaps = Mishaps(lambda sentence: program.toast.say(sentence, "warm"))
        self.mishaps.listen()
        self.tasks = Tasks(self.mishaps.on_task_failed)
        self.questions = Questions()
        self.permissions = PERMISSIONS
        self.journal = Journal()
        self.launcher = LauncherDesk(
            program.theme, program.window, program.apps, program.stores.launches, program.navigation, self.questions,
            self.tasks.spawn,
        )  # fmt: skip
        self.agreeing = Agreeing(
            program.stores.agreed, program.apps, PERMISSIONS, self.questions, program.theme, program.window,
            self.tasks.spawn,
        )  # fmt: skip
        self.arrivals = Arrivals(program.window, program.apps, self.agreeing, program.toast, self.tasks.spawn)
        program.navigation.attach_entrance(self.arrivals, self.agreeing, self.tasks.spawn)
        program.apps.load_folders()
        program.stage.add_page("apps", self.launcher.page)
        program.stage.show_page("apps")
        self.proxy = start_proxy()
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
        self._set_desks(program)

    def _set_desks(self, program: Program) -> None:
        """Whatever stands between the window and the rooms."""
        self.desk = RoomDesk(
            self.rooms, self.pool, program.stage, self.questions, program.theme, program.navigation, program.window,
            self.gate.event, program.language, __version__,
        )  # fmt: skip
        self.sleep = SleepDesk(self.pool, self.rooms, program.stores.settings, self.gate.waits, _monotonic_ms)
        self.desk.menu.sleep = self.sleep
        self.people = People(program, self)
        self.shortcuts = Shortcuts(
            program.window, program.stage, program.navigation, self.launcher, self.rooms, self.desk,
            self.services.sharing, self.tasks.spawn,
        )  # fmt: skip
        self.torn = TornRooms(
            program.theme, program.window, program.stage, self.rooms, self.pool, self.desk, program.stores.settings
        )
        self.questions.in_own_window = self.torn.has_window
        self.questions.is_shown = self._is_shown
        self.guards = Guards(program, self)
        program.session.follow(self.rooms, self.torn)
        self.rooms.did_close.connect(self._on_room_closed)
        # Which room was in front is what an unclean end is told by.
        self.pool.did_show.connect(program.session.keep_rooms)
        self.pool.did_hide.connect(program.session.note_change)

    def _face_of(self, caller: Caller) -> RoomFace | None:
        return self.rooms.face_of(caller)

    def _on_room_closed(self, face: RoomFace) -> None:
        self.consenting.forget_room(face.room.caller.room_id)
        self.gate.forget(face.room.caller.room_id)

    def _is_shown(self, room_id: int) -> bool:
        rooms = self.pool.rooms.values()
        return any(room.caller.room_id == room_id and self.pool.is_shown(room) for room in rooms)

    def begin(self) -> None:
        """Bring yesterday's rooms back, then do what the command line asked for."""
        # What a start has made stays; looking through it again and again would hold the window up.
        gc.freeze()
        gc.enable()
        self.rooms.set_account(self.program.account.id)
        self.program.navigation.account_id = self.program.account.id
        self.program.navigation.attach_engine(self.rooms)
        self.people.begin()
        self.workbench = WorkbenchDoor(self.program, self)
        self.launcher.refresh()
        self.guards.restore_rooms()
        self.program.instance.did_ask.connect(self._on_asked)
        self.program.instance.serve()
        run_errands(self.program, self.rooms)
        self._follow_motion()
        self.guards.tell_asleep()
        self.tasks.spawn(self.guards.compare_installed())

    def _follow_motion(self) -> None:
        """Keep still where the desktop asks for it and the person has not chosen otherwise in here."""
        if self.program.stores.settings.get("motion", None) is None:
            motion = SystemMotion(self.program.window)
            motion.did_ask_for_stillness.connect(lambda: setattr(self.program.theme, "motion", False))
            motion.ask()

    def _on_asked(self, target: str) -> None:
        """A second start handed over what it was to open."""
        self.program.window.show()
        self.program.window.raise_()
        self.program.window.activateWindow()
        if target:
            self.program.navigation.open_text(target)

    def end(self) -> None:
        """Keep what comes back at the next start, then take everything down in order."""
        self.program.session.end()
        self.tasks.cancel()
        self.rooms.close_all()
        self.workbench.close()
        self.proxy.stop()
        self.mishaps.leave()

    async def settle(self) -> None:
        """Let what was cancelled finish, and close what is left."""
        await self.services.close()
        await self.tasks.settle()
        self.guards.end()
        self.program.stores.database.close()

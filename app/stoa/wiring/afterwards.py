"""What the rooms need: event loop, engine, bridge. The rest of the window follows it (``stoa.wiring.completion``).

In a start for a mini-app its room comes first of all: the bridge, the feed and everything else when its page is there.
"""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import QEventLoop

from stoa.contract.errors import StoaError
from stoa.engine.pool import RoomPool
from stoa.engine.spec import RoomState
from stoa.miniapp.address import parse_address
from stoa.permissions import PERMISSIONS
from stoa.shell.rooms import Rooms
from stoa.shell.run_mark import RunMark
from stoa.wiring.beside import ImportsBeside
from stoa.wiring.furnishing import furnish
from stoa.wiring.mishaps import Mishaps
from stoa.wiring.tasks import Tasks

if TYPE_CHECKING:
    from stoa.bridge.gate import Gate
    from stoa.bridge.journal import Journal
    from stoa.contract.caller import Caller
    from stoa.shell.agreeing import Agreeing
    from stoa.shell.arrivals import Arrivals
    from stoa.shell.consenting import Consenting
    from stoa.shell.launcher_desk import LauncherDesk
    from stoa.shell.questions import Questions
    from stoa.shell.room_desk import RoomDesk
    from stoa.shell.room_face import RoomFace
    from stoa.shell.shortcuts import Shortcuts
    from stoa.shell.sleep_desk import SleepDesk
    from stoa.shell.torn_rooms import TornRooms
    from stoa.wiring.guards import Guards
    from stoa.wiring.people import People
    from stoa.wiring.program import Program
    from stoa.wiring.services import Services
    from stoa.wiring.workbench_door import WorkbenchDoor

# What the bridge needs; imported in a second thread, as a page may be about to paint.
_FOR_THE_BRIDGE = ("pydantic.main", "stoa.areas", "stoa.bridge.gate", "stoa.wiring.services", "stoa.wiring.serving")
# All that completing the window imports, in pieces of some ten milliseconds.
COMPLETION = (
    "stoa.shell.feed.card", "stoa.shell.feed.pane", "stoa.shell.sharing", "stoa.shell.account_desk",
    "stoa.shell.settings_desk", "stoa.wiring.people", "stoa.wiring.completion",
)  # fmt: skip
_READY = "host.ready"
# A page that takes longer than this to load keeps the rest of the window waiting no more.
PAGE_SECONDS = 3.0
# From the end of loading to the page's first picture, twice over.
_PAINT_SECONDS = 0.06


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


class Afterwards:
    """The objects that come after the first paint.

    Of those that only stand here with a type, the first ones come with the bridge (``stoa.wiring.serving``) and the
    others with the completion.
    """

    journal: Journal
    questions: Questions
    agreeing: Agreeing
    arrivals: Arrivals
    consenting: Consenting
    services: Services
    gate: Gate
    desk: RoomDesk
    sleep: SleepDesk
    is_serving = False
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
        self.permissions = PERMISSIONS
        self.proxy = program.ground.proxy
        self.pool = RoomPool(
            program.stage.frame.deck, program.ground.backing, program.window, program.ground.take_first()
        )
        self.rooms = Rooms(self.pool, program.stage, program.apps, program.ground.specs)
        # The first page asked for something, and that or that its loading ended.
        self._asked, self._stirred = asyncio.Event(), asyncio.Event()
        program.ground.backing.on_call = self._on_early_call
        self.rooms.did_close.connect(lambda face: program.ground.standing.forget_room(face.room.caller.room_id))

    def begin(self) -> None:
        """Let rooms be opened; then complete the window, at once or when the mini-app that was asked for is there."""
        # What a start has made stays; looking through it again and again would hold the window up.
        gc.freeze()
        gc.enable()
        self.rooms.set_account(self.program.account.id)
        self.program.navigation.account_id = self.program.account.id
        self.program.session.set_account(self.program.stores.settings.of_account(self.program.account.id))
        self.program.navigation.attach_engine(self.rooms, self.tasks.spawn)
        if self.program.options.is_for_an_app:
            self._open_first()
            self.tasks.spawn(self._complete_later())
        else:
            self.serve()
            self.complete()

    def serve(self) -> None:
        """Build the bridge, and whatever stands between the window and the rooms."""
        from stoa.wiring.serving import serve

        serve(self.program, self)
        self.is_serving = True

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
        # As before the window was built: the engine goes on with the load.
        program.qt_app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        program.show("feed" if self.rooms.front() is None else "apps")

    def _on_early_call(self, caller: Caller, method: str) -> None:
        """A page calls before there is a bridge: one that is ready is shown, and any other must not wait for long."""
        face = self.rooms.face_of(caller)
        if method != _READY:
            self._asked.set()
            self._stirred.set()
        elif face is not None:
            face.room.mark_ready()
            self.rooms.covers.show_ready(face)

    async def _complete_later(self) -> None:
        """When the page is there, or waits for an answer, build the bridge; then the rest, a module at a time."""
        if (face := self.rooms.front()) is not None:
            await self._page_stirs(face)
        imports = ImportsBeside(_FOR_THE_BRIDGE)
        imports.start()
        await asyncio.to_thread(imports.wait)
        self.serve()
        for name in COMPLETION:
            await asyncio.sleep(0)
            import_module(name)
        # Not in this task: what comes of the events is the next step of other tasks, which would be lost inside it.
        asyncio.get_running_loop().call_soon(self._complete_now)

    async def _page_stirs(self, face: RoomFace) -> None:
        """Return when a page has had the time to paint, or waits for an answer, or takes too long."""
        if face.room.state is RoomState.LOADING:
            face.room.did_change_state.connect(lambda _state: self._stirred.set())
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stirred.wait(), PAGE_SECONDS)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._asked.wait(), _PAINT_SECONDS)

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
        if self.is_serving:
            await self.services.close()
        await self.tasks.settle()
        self._mark.end()
        self.program.stores.database.close()

"""What the rooms need: event loop, engine, bridge. The rest of the window follows it (``stoa.wiring.completion``).

In a start for a mini-app its room comes first of all: the bridge, the feed and everything else when its page is there.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import time
from contextlib import ExitStack, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from stoa.contract.errors import StoaError
from stoa.engine.pool import RoomPool
from stoa.miniapp.address import parse_address
from stoa.permissions import PERMISSIONS
from stoa.shell.rooms import Rooms
from stoa.shell.run_mark import RunMark
from stoa.wiring.beside import ImportsBeside
from stoa.wiring.first_page import FirstPage
from stoa.wiring.furnishing import furnish
from stoa.wiring.mishaps import Mishaps
from stoa.wiring.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from stoa.bridge.gate import Gate
    from stoa.bridge.journal import Journal
    from stoa.shell.agreeing import Agreeing
    from stoa.shell.arrivals import Arrivals
    from stoa.shell.consenting import Consenting
    from stoa.shell.launcher_desk import LauncherDesk
    from stoa.shell.questions import Questions
    from stoa.shell.room_desk import RoomDesk
    from stoa.shell.shortcuts import Shortcuts
    from stoa.shell.sleep_desk import SleepDesk
    from stoa.shell.torn_rooms import TornRooms
    from stoa.wiring.guards import Guards
    from stoa.wiring.people import People
    from stoa.wiring.program import Program
    from stoa.wiring.services import Services
    from stoa.wiring.workbench_door import WorkbenchDoor

# What the bridge needs; imported in a second thread, as the page is on its way through the first.
_FOR_THE_BRIDGE = ("stoa.areas", "stoa.bridge.gate", "stoa.wiring.services", "stoa.wiring.serving")
# All that completing the window imports, in pieces of some ten milliseconds.
COMPLETION = (
    "stoa.shell.feed.card", "stoa.shell.feed.pane", "stoa.shell.sharing", "stoa.shell.account_desk",
    "stoa.shell.settings_desk", "stoa.wiring.people", "stoa.wiring.completion",
)  # fmt: skip
_PAUSE_SECONDS = 0.01


def run_loop(program: Program) -> int:
    """Build the rest and run until the window is closed. Returns the exit code.

    The room of a start for a mini-app is there before the loop is imported.
    """
    # Before the mark that this run has not come to its end, which the next start would tell of.
    asked = _note_signals()
    rest = Afterwards(program)
    if program.options.is_for_an_app:
        rest.open_first()
        ImportsBeside(("qasync",)).run(lambda: program.go_on(wait=True))
    import qasync

    loop = qasync.QEventLoop(program.qt_app)
    asyncio.set_event_loop(loop)
    with loop:
        _close_on_signals(loop, program)
        try:
            # It may have been closed while it was painted for the first time.
            if program.window.isVisible() and not asked:
                rest.begin_soon(loop)
                loop.run_forever()
        finally:
            try:
                rest.end()
            finally:
                _run_to_end(loop, rest.settle())
    return 0


def _run_to_end(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, None]) -> None:
    """Run the loop until some work is done, however often it is told to end meanwhile.

    A second log-out tells it so, and Qt itself at every turn once the display is gone.
    """
    task = loop.create_task(work)
    task.add_done_callback(lambda _task: loop.stop())
    loop.run_forever()
    while not task.done():
        # Each turn without a display is a line on stderr.
        time.sleep(_PAUSE_SECONDS)
        loop.run_forever()
    task.result()


def _signals() -> list[int]:
    """What a log-out, a shutdown and Ctrl+C send, but for what whoever started us asked to be ignored (nohup)."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)]
    return [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]


def _note_signals() -> list[int]:
    """Keep from now on what asks for an end, until there is a loop that hears it: the run gets its clean end then."""
    asked: list[int] = []
    for number in _signals():
        signal.signal(number, lambda number, _frame: asked.append(number))
    return asked


def _close_on_signals(loop: asyncio.AbstractEventLoop, program: Program) -> None:
    """Let what asks for an end close the window as a person does."""
    for number in _signals():
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, program.window.close)


class Afterwards:
    """The objects that come after the first paint: those for rooms with this, with ``begin`` what else there is.

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
    _completed: asyncio.Event
    # What the loop does next of the start, which it must not do once the end has begun.
    _next: asyncio.Handle | None = None

    def __init__(self, program: Program) -> None:
        self.program = program
        # Before the first room: it may be about to take everything down.
        self._mark = RunMark(program.stores.settings)
        self.ended_unclean = self._mark.begin()
        furnish(program)
        program.go_on()
        self.mishaps = Mishaps(lambda sentence: program.toast.say(sentence, "warm"))
        self.mishaps.listen()
        self.tasks = Tasks(self.mishaps.on_task_failed)
        self.permissions = PERMISSIONS
        self.proxy = program.ground.proxy
        self.pool = RoomPool(
            program.stage.frame.deck, program.ground.backing, program.window, program.ground.take_first()
        )
        self.rooms = Rooms(self.pool, program.stage, program.apps, program.ground.specs)
        self._first = FirstPage(self.rooms)
        program.ground.backing.on_call = self._first.on_call
        self._hold_presses()
        self.rooms.did_close.connect(lambda face: program.ground.standing.forget_room(face.room.caller.room_id))

    def begin_soon(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin as soon as the loop runs, unless the end comes first."""
        self._next = loop.call_soon(self.begin)

    def begin(self) -> None:
        """The loop runs: complete the window, at once or when the mini-app that was asked for is there."""
        # What a start has made stays; looking through it again and again would hold the window up.
        gc.freeze()
        gc.enable()
        self._completed = asyncio.Event()
        self.proxy.start()
        self.tasks.begin()
        if self.program.options.is_for_an_app:
            self.tasks.spawn(self._complete_later())
        else:
            self._let_rooms_open()
            self.serve()
            self.complete()

    def _hold_presses(self) -> None:
        """Keep what is pressed of a room until it can be done, and let nothing else be waited for then."""
        window, stage = self.program.window, self.program.stage
        header = stage.frame.header
        capsule = header.capsule
        window.early.hold(
            capsule.share_pressed, capsule.menu_pressed, capsule.close_pressed, header.back_pressed,
            stage.frame.report_pressed, stage.room_close_pressed, stage.room_torn,
        )  # fmt: skip
        # Places of the rail and the launcher's tab are heard already, and come when they are there.
        for pressed in (window.early.did_hold, window.did_choose, stage.page_chosen):
            pressed.connect(self._first.hurry)

    def _let_rooms_open(self) -> None:
        program = self.program
        self.rooms.set_account(program.account.id)
        program.navigation.account_id = program.account.id
        program.session.set_account(program.stores.settings.of_account(program.account.id))
        program.navigation.attach_engine(self.rooms, self.tasks.spawn_soon)

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
        """Return when the window is complete, which waits for no page from now on."""
        self._first.hurry()
        await self._completed.wait()

    def open_first(self) -> None:
        """Open what the start is for and show the window, with nothing before it that the room does not need."""
        program = self.program
        self._let_rooms_open()
        program.session.restore_tabs(self.rooms)
        # The renderer starts while the window is painted.
        program.navigation.open_text(program.options.target)
        program.go_on()
        # The window comes up with the room, which it shows later than the page elsewhere.
        self.rooms.passing.catch_up()
        if self.rooms.front() is None:
            # All files of a signed app are read before it runs.
            with suppress(StoaError):
                address = parse_address(program.options.target)
                program.navigation.prepare(program.apps.by_id(address.app_id), address.path)
        program.session.keep_first(self.rooms)
        program.go_on()
        program.show("feed" if self.rooms.front() is None else "apps")

    async def _complete_later(self) -> None:
        """Build the bridge while the page is on its way; when it has come, the rest, a module at a time."""
        imports = ImportsBeside(_FOR_THE_BRIDGE)
        imports.start()
        await asyncio.to_thread(imports.wait)
        self.serve()
        if (face := self.rooms.front()) is not None:
            await self._first.settles(face, lambda: self._has_asked(face.room.caller.room_id))
        for name in COMPLETION:
            await asyncio.sleep(0)
            import_module(name)
        # Not in this task: what comes of the events is the next step of other tasks, which would be lost inside it.
        self._next = asyncio.get_running_loop().call_soon(self._complete_now)

    def _has_asked(self, room_id: int) -> bool:
        """Whether a page has called: what it was told is in the journal too."""
        return self.gate.waits(room_id) or any(line.verdict != "event" for line in self.journal.of_room(room_id))

    def _complete_now(self) -> None:
        self.program.add_feed()
        self.program.go_on()
        self.complete()

    def end(self) -> None:
        """Keep what comes back at the next start, then take everything down in order."""
        if self._next is not None:
            self._next.cancel()
        # What goes wrong in one of them is told, and keeps none of the others from its end: a program that holds a
        # thread back would be there for ever, without a window.
        with ExitStack() as ending:
            ending.callback(self.mishaps.leave)
            ending.callback(self.proxy.stop)
            if self.is_complete:
                ending.callback(self.workbench.close)
            ending.callback(self.rooms.close_all)
            ending.callback(self.tasks.cancel)
            if self.is_complete:
                ending.callback(self.program.session.end)

    async def settle(self) -> None:
        """Let what was cancelled finish, and close what is left."""
        if self.is_serving:
            await self.services.close()
        await self.tasks.settle()
        self._mark.end()
        self.program.stores.database.close()

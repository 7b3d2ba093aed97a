"""What serves the rooms: gate and services behind them, and the desks between them and the window.

Rooms that are open already find it as those that come later do.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from stoa import __version__
from stoa.bridge.journal import Journal
from stoa.engine.web_permission import decide_beside
from stoa.shell.agreeing import Agreeing
from stoa.shell.arrivals import Arrivals
from stoa.shell.consenting import Consenting
from stoa.shell.questions import Questions
from stoa.shell.room_desk import RoomDesk
from stoa.shell.sleep_desk import SleepDesk
from stoa.wiring.bridge import make_gate
from stoa.wiring.services import Services

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.contract.caller import Caller
    from stoa.wiring.afterwards import Afterwards
    from stoa.wiring.program import Program


def serve(program: Program, rest: Afterwards) -> None:
    """Build all of it, and answer what was asked until now."""
    stores = program.stores
    rest.questions = Questions()
    rest.journal = Journal()
    rest.consenting = Consenting(
        program.ground.standing, stores.grants, rest.permissions, rest.questions, program.theme, program.window,
        rest.rooms.face_of,
    )  # fmt: skip
    rest.services = Services(program, rest)
    rest.gate = make_gate(rest.services.handlers(), rest.consenting, rest.journal, rest.tasks, stores.clock)
    _open_the_door(program, rest)
    _add_desks(program, rest)

    def ask_web(caller: Caller, names: tuple[str, ...], answer: Callable[[bool], None]) -> None:
        decide_beside(rest.tasks.spawn, rest.consenting.ask_web(caller, names), answer)

    program.ground.backing.attach(rest.gate, ask_web)


def _open_the_door(program: Program, rest: Afterwards) -> None:
    """Let packages come in, and ask about what is installed before it first runs."""
    rest.agreeing = Agreeing(
        program.ground.agreed, program.apps, rest.permissions, rest.questions, program.theme, program.window,
        rest.tasks.spawn,
    )  # fmt: skip
    rest.arrivals = Arrivals(program.window, program.apps, rest.agreeing, program.toast, rest.tasks.spawn)
    program.navigation.attach_entrance(rest.arrivals, rest.agreeing)


def _add_desks(program: Program, rest: Afterwards) -> None:
    rest.desk = RoomDesk(
        rest.rooms, rest.pool, program.stage, rest.questions, program.theme, program.navigation, program.window,
        rest.gate.event, program.language, __version__,
    )  # fmt: skip
    rest.sleep = SleepDesk(rest.pool, rest.rooms, program.stores.settings, rest.gate.waits, _monotonic_ms)
    rest.desk.menu.sleep = rest.sleep
    rest.questions.is_shown = lambda room_id: _is_shown(rest, room_id)
    rest.rooms.did_close.connect(lambda face: rest.gate.forget(face.room.caller.room_id))


def _is_shown(rest: Afterwards, room_id: int) -> bool:
    rooms = rest.pool.rooms.values()
    return any(room.caller.room_id == room_id and rest.pool.is_shown(room) for room in rooms)


def _monotonic_ms() -> int:
    """For what a person waits through: while the machine sleeps it stands still."""
    return round(time.monotonic() * 1000)

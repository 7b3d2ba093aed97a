"""What follows the rooms: launcher, people, settings, watches, shortcuts, and what the command line asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.shell.launcher_desk import LauncherDesk
from stoa.shell.shortcuts import Shortcuts
from stoa.shell.torn_rooms import TornRooms
from stoa.wiring.errands import run_errands
from stoa.wiring.guards import Guards
from stoa.wiring.people import People
from stoa.wiring.system_motion import SystemMotion
from stoa.wiring.workbench_door import WorkbenchDoor

if TYPE_CHECKING:
    from stoa.wiring.afterwards import Afterwards
    from stoa.wiring.program import Program


def complete(program: Program, rest: Afterwards) -> None:
    """Build all of it, bring yesterday's rooms back, then do what the command line asked for."""
    _add_pages(program, rest)
    _add_desks(program, rest)
    program.feed.refresh_app_icons()
    rest.people.begin()
    rest.workbench = WorkbenchDoor(program, rest)
    rest.guards.restore_rooms()
    program.instance.did_ask.connect(lambda target: _on_asked(program, target))
    program.instance.serve()
    run_errands(program, rest.rooms)
    follow_motion(program)
    rest.guards.tell_asleep()
    rest.tasks.spawn(rest.guards.compare_installed())
    program.window.early.release()


def _add_pages(program: Program, rest: Afterwards) -> None:
    """The launcher, and what is in it."""
    rest.launcher = LauncherDesk(
        program.theme, program.window, program.apps, program.stores.launches, program.navigation, rest.questions,
        rest.tasks.spawn,
    )  # fmt: skip
    program.stage.add_page("apps", rest.launcher.page)
    if rest.rooms.front() is None:
        program.stage.show_page("apps")


def _add_desks(program: Program, rest: Afterwards) -> None:
    """Whatever stands between the window and the rooms, and hears from now on what is pressed."""
    rest.desk.serve(program.stage.frame, rest.rooms.front)
    program.stage.room_close_pressed.connect(rest.desk.close)
    rest.people = People(program, rest)
    rest.shortcuts = Shortcuts(
        program.window, program.stage, program.navigation, rest.launcher, rest.rooms, rest.desk,
        rest.services.sharing, rest.tasks.spawn,
    )  # fmt: skip
    rest.torn = TornRooms(
        program.theme, program.window, program.stage, rest.rooms, rest.pool, rest.desk, program.stores.settings
    )
    rest.questions.in_own_window = rest.torn.has_window
    rest.guards = Guards(program, rest)
    program.session.follow(rest.rooms, rest.torn)
    program.session.follow_feed(program.feed)
    # Which room was in front is what an unclean end is told by.
    rest.pool.did_show.connect(program.session.keep_rooms)
    rest.pool.did_hide.connect(program.session.note_change)


def follow_motion(program: Program) -> None:
    """Keep still where the desktop asks for it and the person has not chosen otherwise in here."""
    if program.stores.settings.get("motion", None) is None:
        motion = SystemMotion(program.window)
        motion.did_ask_for_stillness.connect(lambda: setattr(program.theme, "motion", False))
        motion.ask()


def _on_asked(program: Program, target: str) -> None:
    """A second start handed over what it was to open."""
    program.window.show()
    program.window.raise_()
    program.window.activateWindow()
    if target:
        program.navigation.open_text(target)

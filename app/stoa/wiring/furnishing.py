"""What the window gets right after its first paint: the apps, navigation, notices and the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.shell.navigation import Navigation
from stoa.shell.session import Session
from stoa.ui.toast import Toast
from stoa.wiring.other_programs import OtherPrograms

if TYPE_CHECKING:
    from stoa.wiring.program import Program


def furnish(program: Program) -> None:
    """Fill in what ``Program`` only names. Reading the manifests is why this waits for the first paint."""
    window, stage, stores = program.window, program.stage, program.stores
    program.apps = program.ground.apps
    program.toast = Toast(program.theme, window)
    program.navigation = Navigation(
        window, stage, program.apps, stores.launches, stores.clock, program.toast, program.ground.agreed
    )
    program.session = Session(window, stage, program.apps, stores.settings)
    program.session.failed.connect(lambda sentence: program.toast.say(sentence, "warm"))
    if program.outside is not None:
        OtherPrograms(program.outside, lambda sentence: program.toast.say(sentence, "warm"), window)
    program.furnished = True

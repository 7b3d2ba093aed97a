"""What the window gets right after its first paint: the apps, navigation, notices and the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.areas import PERMISSION_NAMES
from stoa.miniapp.catalog import Catalog
from stoa.paths import miniapps
from stoa.shell.apps import Apps
from stoa.shell.navigation import Navigation
from stoa.shell.session import Session
from stoa.ui.toast import Toast
from stoa.wiring.other_programs import OtherPrograms

if TYPE_CHECKING:
    from stoa.wiring.program import Program


def furnish(program: Program) -> None:
    """Fill in what ``Program`` only names. Reading the manifests is why this waits for the first paint."""
    window, stage, stores = program.window, program.stage, program.stores
    catalog = Catalog(miniapps(), program.paths.packages, PERMISSION_NAMES)
    program.apps = Apps(catalog, stores.launches, PERMISSION_NAMES, stores.clock)
    program.toast = Toast(program.theme, window)
    program.navigation = Navigation(window, stage, program.apps, stores.launches, stores.clock, program.toast)
    program.session = Session(window, stage, program.apps, stores.settings)
    program.session.failed.connect(lambda sentence: program.toast.say(sentence, "warm"))
    if program.outside is not None:
        OtherPrograms(program.outside, lambda sentence: program.toast.say(sentence, "warm"), window)
    program.furnished = True

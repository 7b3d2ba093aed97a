"""Opens the window: one for each data folder, the feed first, or the mini-app that the start is for.

What is imported late here is imported late on purpose: it is most of the start-up time.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from stoa import __version__
from stoa.paths import user_paths
from stoa.wiring.instance import Instance

if TYPE_CHECKING:
    from stoa.engine.outside import Outside
    from stoa.paths import Paths
    from stoa.wiring.options import Options
    from stoa.wiring.program import Program

# Imported while the engine starts: what the first room needs first, then the window around it.
_BESIDE_THE_ENGINE = (
    "stoa.wiring.program", "stoa.wiring.ground", "stoa.shell.stage", "stoa.shell.window", "stoa.wiring.afterwards",
)  # fmt: skip


def open_window(options: Options, outside: Outside | None) -> int:
    """Open the window and run until it is closed. ``outside`` starts other programs, where there is need of it."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QCoreApplication.setApplicationName("Stoa")
    QCoreApplication.setApplicationVersion(__version__)
    qt_app = QApplication(sys.argv[:1])
    qt_app.setDesktopFileName("stoa")
    paths = user_paths(options.data_dir)
    instance = Instance(paths.data)
    if not instance.claim(options.target):
        return 0
    try:
        program = _begin(options, paths, qt_app, instance)
        program.outside = outside
        if not options.is_for_an_app and not _show_feed(program):
            return 0
        instance.listen()
        from stoa.wiring.afterwards import run_loop

        return run_loop(program)
    finally:
        instance.release()


def _begin(options: Options, paths: Paths, qt_app: QApplication, instance: Instance) -> Program:
    """The program with its window; in a start for a mini-app after the engine, and with a room before its page."""
    if not options.is_for_an_app:
        from stoa.wiring.program import Program

        program = Program(options, paths, qt_app, instance)
    else:
        from stoa.engine.beginning import begin
        from stoa.engine.memory import keep_house
        from stoa.wiring.beside import ImportsBeside
        from stoa.wiring.engine import open_door

        keep_house()
        door = open_door()
        imports = ImportsBeside(_BESIDE_THE_ENGINE)
        imports.start()
        begin()
        imports.wait()
        from stoa.wiring.program import Program

        program = Program(options, paths, qt_app, instance)
        program.door = door
        program.ground.stand_before(options.target)
        # Between any two pieces of what this thread has to do now.
        program.go_on()
    program.add_window()
    return program


def _show_feed(program: Program) -> bool:
    """Show the window with the feed and import the rest; False when it was closed meanwhile."""
    program.add_feed()
    if program.show():
        # The first picture of the feed does not wait for it, and there are few threads yet.
        from stoa.engine.memory import keep_house

        keep_house()
        if program.load_rest():
            return True
    # A picture may be in the making in a thread, which has to end before Python does.
    delete(program.window)
    program.stores.database.close()
    return False

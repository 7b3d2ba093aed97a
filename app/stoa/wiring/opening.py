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
    from stoa.engine.filter_proxy import FilterProxy
    from stoa.engine.outside import Outside
    from stoa.wiring.options import Options
    from stoa.wiring.program import Program

# What a room needs and Qt has no part in: imported while the engine starts.
_BESIDE_THE_ENGINE = (
    "pydantic.main", "stoa.areas", "stoa.bridge.gate", "stoa.bridge.registry", "stoa.contract.generate",
    "stoa.miniapp.catalog", "stoa.miniapp.policy", "stoa.bridge.journal",
    "stoa.services.identity.handlers", "stoa.services.surveys.handlers", "stoa.services.surveys.store",
    "stoa.services.syndication.refresher", "stoa.services.identity.vault",
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
        proxy = _begin_engine() if options.is_for_an_app else None
        from stoa.wiring.program import Program

        program = Program(options, paths, qt_app, instance)
        program.outside, program.proxy = outside, proxy
        if not options.is_for_an_app and not _show_feed(program):
            return 0
        instance.listen()
        from stoa.wiring.afterwards import run_loop

        return run_loop(program)
    finally:
        instance.release()


def _begin_engine() -> FilterProxy:
    """Start the engine while a second thread imports what the first room needs beside it."""
    from stoa.engine.beginning import begin
    from stoa.wiring.beside import ImportsBeside
    from stoa.wiring.engine import start_proxy

    proxy = start_proxy()
    imports = ImportsBeside(_BESIDE_THE_ENGINE)
    imports.start()
    begin()
    imports.wait()
    return proxy


def _show_feed(program: Program) -> bool:
    """Show the window with the feed and import the rest; False when it was closed meanwhile."""
    program.add_feed()
    program.show()
    if program.load_rest():
        return True
    # A picture may be in the making in a thread, which has to end before Python does.
    delete(program.window)
    program.stores.database.close()
    return False

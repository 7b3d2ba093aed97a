"""The running program: what is built before the first paint, and what follows after it.

Before the first paint: database, theme, feed, window. After it: event loop, engine, bridge, launcher and the rest.
What is imported late here is imported late on purpose: it is most of the start-up time.
"""

from __future__ import annotations

import sys
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer

from stoa.database import system_clock
from stoa.paths import resources
from stoa.ui.theme import Theme
from stoa.wiring.language import install_language
from stoa.wiring.stores import Stores, open_stores

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

    from stoa.engine.door import Door
    from stoa.engine.outside import Outside
    from stoa.paths import Paths
    from stoa.services.identity.accounts import Account
    from stoa.shell.apps import Apps
    from stoa.shell.feed.pane import FeedPane
    from stoa.shell.navigation import Navigation
    from stoa.shell.session import Session
    from stoa.shell.stage import Stage
    from stoa.shell.window import MainWindow
    from stoa.ui.theme import Mode
    from stoa.ui.toast import Toast
    from stoa.wiring.ground import Ground
    from stoa.wiring.instance import Instance
    from stoa.wiring.options import Options

# All that ``stoa.wiring.afterwards`` imports, in pieces of some ten milliseconds.
_AFTER_FIRST_PAINT = (
    "stoa.areas", "asyncio", "PySide6.QtWebEngineCore", "stoa.engine.pool", "stoa.shell.agreeing",
    "stoa.shell.room_desk", "stoa.wiring.services", "stoa.wiring.afterwards", "stoa.wiring.serving",
    "stoa.shell.sharing", "stoa.shell.account_desk", "stoa.wiring.people", "stoa.wiring.completion",
)  # fmt: skip


class Program:
    """The objects of the first paint, by name. Those that only stand here with a type come right after it.

    ``furnished`` tells whether they have come (see ``stoa.wiring.furnishing``). ``door`` is there where the engine was
    started first.
    """

    apps: Apps
    feed: FeedPane
    navigation: Navigation
    session: Session
    toast: Toast
    stage: Stage
    window: MainWindow
    furnished = False
    outside: Outside | None = None
    door: Door | None = None

    def __init__(self, options: Options, paths: Paths, qt_app: QApplication, instance: Instance) -> None:
        self.options = options
        self.paths = paths
        self.qt_app = qt_app
        self.instance = instance
        self.stores: Stores = open_stores(paths, system_clock)
        self.account: Account = self.stores.accounts.ensure(system_clock())
        settings = self.stores.settings
        self.language = install_language(qt_app, options.language or settings.get("language", "system"), resources())
        self._plant_starter()
        self.theme = Theme(
            theme_mode(options.theme or settings.get("theme", "system")), motion=settings.get("motion", True)
        )
        self.theme.apply(qt_app)

    @cached_property
    def ground(self) -> Ground:
        """What rooms are made from, apart from the window, and the proxy behind the door; or the door as well."""
        from stoa.wiring.engine import make_proxy
        from stoa.wiring.ground import Ground

        return Ground(self, make_proxy(self.door))

    def add_window(self) -> None:
        """Make the window, which ``show`` shows."""
        # A start for a mini-app imports these while its engine starts.
        from stoa.shell.stage import Stage
        from stoa.shell.window import MainWindow

        self.stage = Stage(self.theme)
        self.go_on()
        self.window = MainWindow(self.theme, self.stage)
        self._warn()
        self.go_on()

    def add_feed(self) -> None:
        """Make the feed and put it into the window."""
        # A start for a mini-app pays for these imports when that is there.
        from stoa.services.feed.posts import Author
        from stoa.shell.feed.pane import FeedPane
        from stoa.shell.feed.viewing import Sources, Viewer

        viewer = Viewer(self.account.id, partial(Author, self.account.name, self.account.handle))
        sources = Sources(self.stores.feed, self.stores.pictures, None)
        self.feed = FeedPane(self.theme, sources, viewer, clock=system_clock, app_icons=self.app_icon)
        self.window.set_feed(self.feed)

    def show(self, place: str = "feed") -> bool:
        """Show the window at a place and return when it has painted; False when the display went meanwhile."""
        state: dict[str, Any] = self.stores.settings.get("window", {})
        self.window.restore(state)
        if self.options.size is not None:
            self.window.resize(*self.options.size)
        self.window.rail.account.set_account(self.account.name, None)
        self.window.show_place(place)
        self.go_on()
        painted = _FirstPaint(self.window)
        self.window.show()
        return painted.wait()

    def go_on(self, *, wait: bool = False) -> None:
        """Let the engine, where it was started first, go on with the load of its page; ``wait`` for 2 ms at most.

        Starting a renderer and a load takes a dozen steps in this thread, each of which waits for the one before.
        """
        if self.door is not None:
            flags = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
            if wait:
                QTimer.singleShot(2, self.qt_app, lambda: None)
                flags |= QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            self.qt_app.processEvents(flags)

    def load_rest(self) -> bool:
        """Import what follows the first paint, a piece at a time: the window goes on drawing itself in between.

        What the person presses meanwhile waits until there is somebody to hear it. False when the window was closed:
        the loop that would end with it has not begun.
        """
        for name in _AFTER_FIRST_PAINT:
            self.qt_app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            if not self.window.isVisible():
                return False
            import_module(name)
        return True

    def app_icon(self, app_id: str) -> QPixmap | None:
        """The icon of an app by id, for jump cards; None until the apps have been read, after the first paint."""
        app = self.apps.by_id(app_id) if self.furnished else None
        return None if app is None else self.apps.icon(app)

    def _plant_starter(self) -> None:
        """Give a first start something to look at. It is marked as a sample and can be removed with one press."""
        if self.stores.settings.get("starter", False):
            return
        # Only a first start pays for these imports before its first paint.
        from stoa.services.starter.content import StarterError
        from stoa.services.starter.planting import load_starter
        from stoa.services.surveys.store import SurveyStore

        surveys = SurveyStore(self.stores.database, self.stores.clock)
        try:
            with self.stores.database.transaction():
                load_starter(resources() / "starter", self.stores.feed, surveys, self.stores.clock(), self.language)
                self.stores.settings.set("starter", True)
        except StarterError as error:
            print(error, file=sys.stderr)  # noqa: T201

    def _warn(self) -> None:
        """What the person must know before anything else."""
        translate = QCoreApplication.translate
        if self.options.no_sandbox:
            text = translate("Program", "Chromium's sandbox is off (--no-sandbox): open only mini-apps you trust.")
            self.window.add_strip(text)
            print("Stoa runs without Chromium's sandbox (--no-sandbox).", file=sys.stderr)  # noqa: T201
        if self.stores.moved_aside is not None:
            text = translate("Program", "The database was damaged. It was kept as {0}, and a new one was begun.")
            self.window.add_strip(text.format(self.stores.moved_aside), closable=True)


class _FirstPaint(QObject):
    """Notices the first paint of the window."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._seen = False
        # Not events in a row: without a display Qt ends its loops, and those would go on for ever.
        self._loop = QEventLoop(self)
        window.installEventFilter(self)

    def wait(self) -> bool:
        """Return when it has come, or will never come: whether it has."""
        if not self._seen:
            self._loop.exec()
        return self._seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watches for it."""
        if event.type() is QEvent.Type.Paint:
            self._seen = True
            watched.removeEventFilter(self)
            self._loop.quit()
        return False


def theme_mode(text: str) -> Mode:
    """A kept setting as a mode; anything unknown follows the system."""
    return "light" if text == "light" else "dark" if text == "dark" else "system"

"""Where the person goes: places of the rail, apps by press, link, folder or package, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stoa.contract.errors import StoaError
from stoa.miniapp.address import parse_address
from stoa.miniapp.app import MiniApp, Source
from stoa.services.host.api import Scene
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from stoa.services.feed.posts import Jump
    from stoa.services.launches.store import LaunchStore
    from stoa.shell.apps import Apps
    from stoa.shell.rooms import Rooms
    from stoa.shell.stage import Stage
    from stoa.shell.window import MainWindow
    from stoa.ui.toast import Toast


class Navigation(QObject):
    """Opens apps and shows places. Presses that come before the engine is up wait for it."""

    did_open_app = Signal(str)
    did_show_place = Signal(str)

    def __init__(
        self, window: MainWindow, stage: Stage, apps: Apps, launches: LaunchStore, clock: Callable[[], int],
        toast: Toast,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._apps = apps
        self._launches = launches
        self._clock = clock
        self._toast = toast
        self._rooms: Rooms | None = None
        self._waiting: list[Callable[[], None]] = []
        self.account_id = ""
        window.did_choose.connect(self.show_place)
        window.did_drop.connect(self.open_path)
        stage.page_chosen.connect(self.show_place)
        stage.room_chosen.connect(self._on_room_chosen)

    def attach_engine(self, rooms: Rooms) -> None:
        """The engine is up: do what waited for it."""
        self._rooms = rooms
        for act in self._waiting:
            act()
        self._waiting.clear()

    def show_place(self, place: str) -> None:
        """Show a place of the rail: feed, or a page of the stage."""
        if place == "feed":
            self._window.show_place("feed")
        elif not self._stage.has_page(place):
            self.when_ready(lambda: self.show_place(place))
            return
        else:
            if self._rooms is not None:
                self._rooms.hide()
            self._stage.show_page(place)
            self._window.show_place(place)
        self.did_show_place.emit(place)

    def open_app(self, key: str, path: str = "/", scene: Scene = Scene.LAUNCHER, start: JsonValue = None) -> None:
        """Open the app of a key."""
        app = self._apps.by_key(key)
        if app is None:
            self.toast(self.tr("This app is not here any more."), "warm")
        else:
            self._open(app, path, scene, start)

    def open_by_id(self, app_id: str, path: str, scene: Scene, start: JsonValue = None) -> bool:
        """Open an app by its id; False when there is none, which the person is told."""
        app = self._apps.by_id(app_id)
        if app is None:
            self.toast(self.tr("No app {0} is installed here.").format(app_id), "warm")
            return False
        self._open(app, path, scene, start)
        return True

    def open_jump(self, jump: Jump) -> None:
        """Open the page a post leads to."""
        self.open_by_id(jump.app_id, jump.path, Scene.POST)

    def open_text(self, text: str) -> bool:
        """Open what was typed, pasted or given on the command line: a link, a folder, or a package."""
        if text[:5].casefold() == "stoa:":
            return self._open_link(text)
        return self.open_path(Path(text))

    def open_path(self, path: Path) -> bool:
        """Open a folder, or install a package and open it. What is wrong with it is told in full."""
        try:
            app = self._apps.open_folder(path) if path.is_dir() else self._apps.install(path)
        except StoaError as error:
            self.toast(told(error), "warm")
            return False
        self._open(app, "/", Scene.LAUNCHER, None)
        self._tell_news(app)
        return True

    def prepare(self, app: MiniApp | None) -> None:
        """Get ready for an app that is likely to be opened next."""
        if self._rooms is not None and app is not None:
            self._rooms.prepare(app)

    def name_of(self, app_id: str) -> str | None:
        """The name of an app that can be opened, or None."""
        app = self._apps.by_id(app_id)
        return None if app is None else app.manifest.name

    def toast(self, text: str, tone: str) -> None:
        """Show a short notice."""
        self._toast.say(text, "good" if tone == "good" else "warm" if tone == "warm" else "neutral")

    def when_ready(self, act: Callable[[], None]) -> None:
        """Do something once the engine is up."""
        if self._rooms is None:
            self._waiting.append(act)
        else:
            act()

    def _open(self, app: MiniApp, path: str, scene: Scene, start: JsonValue) -> None:
        if self._rooms is None:
            self._waiting.append(lambda: self._open(app, path, scene, start))
            return
        face = self._rooms.open(app, path, scene, start)
        try:
            self._launches.opened(self.account_id, app.key, self._clock())
        except StoaError as error:
            # The app is open; only the list of recent ones does not know.
            self.toast(told(error), "warm")
        if face.window is None:
            self._window.show_place("apps")
        self.did_open_app.emit(app.key)
        if app.source is Source.FOLDER and app.findings:
            self.toast(str(app.findings[0]), "neutral")

    def _tell_news(self, app: MiniApp) -> None:
        """What the person should know of an app that has just come."""
        other = self._apps.by_id(app.app_id)
        if other is not None and other.key != app.key:
            text = self.tr("{0} is installed with the same id: links open that one, not this folder.")
            self.toast(text.format(other.manifest.name), "neutral")
        if app.source is Source.PACKAGE and self._apps.added:
            names = ", ".join(request.name for request in self._apps.added)
            self.toast(
                self.tr("{0} was updated. New in it: it may ask for {1}.").format(app.manifest.name, names), "neutral"
            )

    def _open_link(self, text: str) -> bool:
        try:
            address = parse_address(text)
        except StoaError as error:
            self.toast(told(error), "warm")
            return False
        return self.open_by_id(address.app_id, address.path, Scene.LINK)

    def _on_room_chosen(self, key: str) -> None:
        if self._rooms is not None:
            self._rooms.show(key)
            self._window.show_place("apps")

"""Where the person goes: places of the rail, apps by press, link, folder or package, and back again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from stoa.contract.errors import StoaError
from stoa.miniapp.address import parse_address
from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.errors import ManifestError
from stoa.services.host.scene import Scene
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from pydantic import JsonValue

    from stoa.services.feed.posts import Jump
    from stoa.services.launches.store import LaunchStore
    from stoa.shell.agreed import Agreed
    from stoa.shell.agreeing import Agreeing
    from stoa.shell.apps import Apps
    from stoa.shell.arrivals import Arrivals, Arrived
    from stoa.shell.rooms import Rooms
    from stoa.shell.stage import Stage
    from stoa.shell.window import MainWindow
    from stoa.ui.toast import Toast


class Navigation(QObject):
    """Opens apps and shows places. Presses that come before the engine is up wait for it.

    ``did_break`` comes with a path and what is wrong with the manifest there (a tuple of ``Finding``), ``did_mend``
    with a path that could be opened. ``did_find_change``: an app was changed on the disk and does not open.
    """

    did_open_app = Signal(str)
    did_install = Signal()
    did_find_change = Signal()
    did_break = Signal(object, object)
    did_mend = Signal(object)
    did_show_place = Signal(str)
    did_drop_on_bench = Signal(object)

    def __init__(
        self, window: MainWindow, stage: Stage, apps: Apps, launches: LaunchStore, clock: Callable[[], int],
        toast: Toast, agreed: Agreed,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._apps = apps
        self._launches = launches
        self._clock = clock
        self._toast = toast
        self._agreed = agreed
        self._rooms: Rooms | None = None
        self._arrivals: Arrivals | None = None
        self._agreeing: Agreeing | None = None
        self._spawn: Callable[[Coroutine[Any, Any, Any]], object] | None = None
        self._waiting: list[Callable[[], None]] = []
        self._at_the_door: list[Callable[[], None]] = []
        self._place_to_come = ""
        self.account_id = ""
        window.did_choose.connect(self.show_place)
        window.did_drop.connect(self._on_dropped)
        stage.page_chosen.connect(self.show_place)
        stage.room_chosen.connect(self._on_room_chosen)
        stage.did_add_page.connect(self._on_page_added)

    def attach_engine(self, rooms: Rooms, spawn: Callable[[Coroutine[Any, Any, Any]], object]) -> None:
        """The engine is up: do what waited for it."""
        self._rooms = rooms
        self._spawn = spawn
        self._catch_up(self._waiting)

    def attach_entrance(self, arrivals: Arrivals, agreeing: Agreeing) -> None:
        """From now on packages can come in, and the person can be asked: do what waited for that."""
        self._arrivals = arrivals
        self._agreeing = agreeing
        arrivals.did_arrive.connect(self._on_arrived)
        arrivals.failed.connect(self._on_failed)
        self._catch_up(self._at_the_door)

    def show_place(self, place: str) -> None:
        """Show a place of the rail: feed, or a page of the stage as soon as it is there."""
        self._place_to_come = ""
        if place == "feed":
            self._window.show_place("feed")
        elif not self._stage.has_page(place):
            self._place_to_come = place
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
        if self._is_engaged(text):
            return False
        if text[:5].casefold() == "stoa:":
            return self._open_link(text)
        return self.open_path(Path(text))

    def open_path(self, path: Path) -> bool:
        """Open a folder, or begin to install a package. What is wrong with it is told in full."""
        if not path.is_dir():
            self.when_ready(lambda: self._take(path))
            return True
        try:
            app = self._apps.open_folder(path)
        except StoaError as error:
            self._on_failed(path, error)
            return False
        self.did_mend.emit(path)
        self._open(app, "/", Scene.LAUNCHER, None)
        self._tell_double(app)
        return True

    def prepare(self, app: MiniApp | None, path: str | None = None) -> None:
        """Get ready for an app that is likely to be opened next, at a page or where the launcher opens it."""
        if self._rooms is not None and app is not None and not self._agreed.is_due(app):
            self._rooms.prepare(app, path)

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
        if self._spawn is not None and app.seal is not None and not app.seal.is_read:
            self._spawn(self._read_and_open(app, path, scene, start))
            return
        if (changed := self._apps.change(app)) is not None:
            self._tell_change(changed)
            return
        if self._agreed.is_due(app):
            self._ask(app, lambda: self._open(app, path, scene, start))
            return
        face = self._rooms.open(app, path, scene, start)
        try:
            self._launches.opened(self.account_id, app.key, self._clock())
        except StoaError as error:
            # The app is open; only the list of recent ones does not know.
            self.toast(told(error), "warm")
        self._on_room_chosen(face.key)
        self.did_open_app.emit(app.key)
        if app.source is Source.FOLDER and app.findings:
            self.toast(str(app.findings[0]), "neutral")

    async def _read_and_open(self, app: MiniApp, path: str, scene: Scene, start: JsonValue) -> None:
        """Open a signed app after all its files were read, which may take longer than a frame."""
        changed = await asyncio.to_thread(self._apps.change, app)
        if changed is None:
            self._open(app, path, scene, start)
        else:
            self._tell_change(changed)

    def _tell_change(self, changed: str) -> None:
        self.toast(told(changed), "warm")
        self.did_find_change.emit()

    def _ask(self, app: MiniApp, start: Callable[[], None]) -> None:
        """Ask whether an installed app may run, once there is somebody who can."""
        if self._agreeing is None:
            self._at_the_door.append(lambda: self._ask(app, start))
        else:
            self._agreeing.ask(app, start)

    def _take(self, file: Path) -> None:
        if self._arrivals is None:
            self._at_the_door.append(lambda: self._take(file))
        else:
            self._arrivals.take(file)

    @staticmethod
    def _catch_up(waiting: list[Callable[[], None]]) -> None:
        while waiting:
            waiting.pop(0)()

    def _is_engaged(self, what: str) -> bool:
        """Whether a question stands over the window, which the person then is told of: nothing opens behind it."""
        if self._window.has_sheet:
            text = self.tr("{0} was not opened: answer what is asked here first, then open it again.")
            self.toast(text.format(what), "warm")
        return self._window.has_sheet

    def _tell_double(self, app: MiniApp) -> None:
        """Say which app a link means, where two have one id."""
        other = self._apps.by_id(app.app_id)
        if other is not None and other.key != app.key:
            text = self.tr("{0} is installed with the same id: links open that one, not this folder.")
            self.toast(text.format(other.manifest.name), "neutral")

    def _on_dropped(self, path: Path) -> None:
        if self._is_engaged(path.name):
            return
        if self._stage.shown_page == "workbench" and path.is_dir():
            self.did_drop_on_bench.emit(path)
        else:
            self.open_path(path)

    def _on_arrived(self, arrived: tuple[Arrived, ...]) -> None:
        """One package is opened, unless the person does something else now; of several they choose where to begin."""
        self.did_install.emit()
        for one in arrived:
            self.did_mend.emit(one.file)
        if len(arrived) > 1:
            self.toast(self.tr("{0} apps are installed.").format(len(arrived)), "good")
            if not self._window.has_sheet:
                self.show_place("apps")
            return
        (one,) = arrived
        manifest = one.app.manifest
        if one.updated:
            self.toast(self.tr("{0} is now version {1}.").format(manifest.name, manifest.version.name), "good")
        if self._window.has_sheet:
            self.toast(self.tr("{0} is installed: you find it under Apps.").format(manifest.name), "good")
        else:
            self._open(one.app, "/", Scene.LAUNCHER, None)

    def _on_failed(self, path: Path, error: StoaError) -> None:
        """A manifest with findings gets a card that stays; anything else is one sentence."""
        if isinstance(error, ManifestError):
            self.when_ready(lambda: self.show_place("apps"))
            self.did_break.emit(path, error.findings)
        else:
            self.toast(told(error), "warm")

    def _open_link(self, text: str) -> bool:
        try:
            address = parse_address(text)
        except StoaError as error:
            self.toast(told(error), "warm")
            return False
        return self.open_by_id(address.app_id, address.path, Scene.LINK)

    def _on_page_added(self, name: str) -> None:
        if name == self._place_to_come:
            self.show_place(name)

    def _on_room_chosen(self, key: str) -> None:
        if self._rooms is not None:
            self._rooms.show(key, lambda: self._window.show_place("apps"))

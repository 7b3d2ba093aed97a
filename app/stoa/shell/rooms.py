"""Opens, shows and ends rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stoa.engine.spec import RoomState
from stoa.services.host.scene import Scene
from stoa.shell.passing import Passing
from stoa.shell.room_covers import RoomCovers
from stoa.shell.room_face import RoomFace

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from stoa.contract.caller import Caller
    from stoa.engine.pool import RoomPool
    from stoa.engine.refusal import Refusal
    from stoa.engine.room import Room
    from stoa.miniapp.app import MiniApp
    from stoa.shell.apps import Apps
    from stoa.shell.room_specs import RoomSpecs
    from stoa.shell.stage import Stage


class Rooms(QObject):
    """The open rooms by room key: ``faces``, and ``dormant``, of an earlier session, whose rooms are not made yet.

    ``passing`` holds the one that comes to the front when its page has gone by; what comes after it finds it there.
    """

    did_open = Signal(object)
    did_reopen = Signal(object)  # (RoomFace, path)
    did_refuse = Signal(object, object)
    did_write_console = Signal(object, object)
    did_close = Signal(object)

    def __init__(
        self,
        pool: RoomPool,
        stage: Stage,
        apps: Apps,
        specs: RoomSpecs,
    ) -> None:
        super().__init__()
        self.covers = RoomCovers(pool, stage)
        self._pool = pool
        self._stage = stage
        self._apps = apps
        self._specs = specs
        self.faces: dict[str, RoomFace] = {}
        self.dormant: dict[str, tuple[MiniApp, str]] = {}
        self.passing = Passing(self)
        pool.did_close.connect(self._on_closed)
        stage.retry_pressed.connect(self._on_retry_pressed)
        stage.tabs.did_rest.connect(self._on_tab_expected)

    def set_account(self, account_id: str) -> None:
        """Serve another account from now on; the rooms of the one before are ended."""
        if account_id != self._specs.account_id:
            self.close_all()
            self._specs.account_id = account_id

    def open(self, app: MiniApp, path: str, scene: Scene, start: JsonValue = None) -> RoomFace:
        """Open an app at a page, or bring it there; ``show`` brings its room to the front."""
        key = self._specs.key(app)
        if (face := self.faces.get(key)) is not None and face.app != app:
            # It was updated, or changed in its folder: what is open is what it was before.
            self.end_now(key)
            face = None
        if face is None:
            _, kept_path = self.dormant.pop(key, (app, path))
            return self._open_new(key, app, kept_path if scene is Scene.LAUNCHER else path, scene, start)
        face.start = start
        if scene is not Scene.LAUNCHER:
            face.room.change_scene(scene)
            if face.room.is_ready:
                if face.room.keepsake.look is not None:
                    # It woke unseen, and goes elsewhere than where it was left.
                    face.room.keepsake.forget_look()
                self.did_reopen.emit((face, path))
            else:
                face.room.open(path, scene)
        return face

    def add_dormant(self, app: MiniApp, path: str) -> str:
        """Give an app of an earlier session its tab; its room is made when the tab is chosen. Returns its key."""
        key = self._specs.key(app)
        if key not in self.faces and key not in self.dormant:
            self.dormant[key] = (app, path)
            self._stage.add_room(key, app.manifest.short_name or app.manifest.name, self._apps.icon(app))
            self._stage.set_tab_note(key, self.tr("sleeping"))
        return key

    def open_tabs(self) -> list[tuple[str, str]]:
        """App key and path of every tab, in order."""
        tabs = []
        for key in self._stage.tabs.keys:
            if key in self.faces:
                tabs.append((self.faces[key].app.key, self.faces[key].room.path))
            elif key in self.dormant:
                app, path = self.dormant[key]
                tabs.append((app.key, path))
        return tabs

    def prepare(self, app: MiniApp, path: str | None = None) -> None:
        """Make the room that is likely to be opened next; without a path at the page where the launcher opens it.

        One that is there and sleeps is woken where it is: that is where it is told what was opened.
        """
        key = self._specs.key(app)
        if (face := self.faces.get(key)) is None:
            kept_path = self.dormant[key][1] if key in self.dormant else "/"
            self._pool.prepare(self._specs.make(app, Scene.LAUNCHER), kept_path if path is None else path)
        elif face.app == app:
            self._pool.rouse(face.room)

    def show(self, key: str, then: Callable[[], None] = lambda: None) -> None:
        """Bring a room to the front; one of an earlier session is made first.

        ``then`` is called once it is on the stage, and not for a room in a window of its own. A page that was let go
        goes first: that all of it is there, the engine says through this thread.
        """
        self.passing.catch_up()
        if key in self.dormant:
            self.open(self.dormant[key][0], "/", Scene.LAUNCHER)
        if self.faces[key].room.standby.is_passing:
            self.passing.then(lambda: self._bring(key, then))
        else:
            self._bring(key, then)

    def hide(self) -> None:
        """Show something else than a room."""
        self.passing.catch_up()
        self._pool.hide_front()

    def end(self, face: RoomFace) -> None:
        """Close a room without asking."""
        self._pool.close(face.room)

    def end_now(self, key: str) -> None:
        """Close a room, asleep or not, and return when its files are let go."""
        self._forget_dormant(key)
        if (face := self.faces.get(key)) is not None:
            self._pool.close(face.room)
        self._pool.drop_spare()
        self._pool.end_waiting()

    def close_all(self) -> None:
        """End every room, and wake none of them by taking away its neighbour."""
        if self._stage.shown_page is None:
            self._stage.show_page("apps")
        for key in tuple(self.dormant):
            self._forget_dormant(key)
        self._pool.close_all()

    def face_of(self, caller: Caller) -> RoomFace | None:
        """The open room that a caller stands for."""
        face = self.faces.get(caller.room_key)
        return face if face is not None and face.room.caller.room_id == caller.room_id else None

    def front(self) -> RoomFace | None:
        """The room that is seen."""
        room = self._pool.front
        return None if room is None else self.faces.get(room.caller.room_key)

    def _open_new(self, key: str, app: MiniApp, path: str, scene: Scene, start: JsonValue) -> RoomFace:
        room = self._pool.open(self._specs.make(app, scene), path, scene.value)
        face = RoomFace(app, self._apps.icon(app), room, start=start)
        self.faces[key] = face
        room.did_change_state.connect(lambda state: self._on_state_changed(face, state))
        room.keepsake.did_change.connect(lambda: self.covers.refresh(face))
        room.did_refuse.connect(lambda refusal: self._on_refused(face, refusal))
        room.did_write_console.connect(lambda line: self.did_write_console.emit(face, line))
        self._stage.set_tab_note(key, "")
        # Now, shown or not: the page may speak before it is seen.
        self.did_open.emit(face)
        return face

    def _bring(self, key: str, then: Callable[[], None]) -> None:
        face = self.faces.get(key)
        if face is None:
            return  # it was closed before its turn came
        if face.room.keepsake.look is not None and self._apps.by_key(face.app.key) != face.app:
            # It was updated, or changed in its folder, since its page was left.
            face.room.keepsake.forget_look()
        if face.window is None:
            self._stage.add_room(key, face.name, face.icon)
            self._pool.show(face.room)
            self._stage.show_room(key)
            then()
        else:
            self._pool.show(face.room, face.window.frame.deck)
            face.window.come_forward()
        self.covers.refresh(face)

    def _forget_dormant(self, key: str) -> None:
        if self.dormant.pop(key, None) is not None:
            self._stage.remove_room(key)

    def _on_state_changed(self, face: RoomFace, state: RoomState) -> None:
        if state is RoomState.DISCARDED:
            face.leave_page()
        self.covers.refresh(face)

    def _on_tab_expected(self, key: str) -> None:
        if (face := self.faces.get(key)) is not None:
            self._pool.rouse(face.room)
        elif key in self.dormant:
            self.prepare(self.dormant[key][0])

    def _on_retry_pressed(self) -> None:
        if (face := self.front()) is not None:
            face.reload()

    def _on_refused(self, face: RoomFace, refusal: Refusal) -> None:
        if face.refuse(refusal):
            self.did_refuse.emit(face, refusal)

    def _on_closed(self, room: Room) -> None:
        face = self.faces.pop(room.caller.room_key, None)
        if face is not None:
            self._stage.remove_room(face.key)
            self.did_close.emit(face)

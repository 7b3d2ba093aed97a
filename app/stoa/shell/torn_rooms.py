"""Rooms in windows of their own: torn off the stage, put back, and where their windows were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication

from stoa.shell.room_window import RoomWindow

if TYPE_CHECKING:
    from stoa.engine.pool import RoomPool
    from stoa.shell.room_desk import RoomDesk
    from stoa.shell.room_face import RoomFace
    from stoa.shell.rooms import Rooms
    from stoa.shell.session import Settings
    from stoa.shell.stage import Stage
    from stoa.shell.window import MainWindow
    from stoa.ui.theme import Theme

_PLACES = "room_windows"
_PLACES_MAX = 100
# Where on the new window the pointer is when a tab is let go: on the name in its header.
_HOLD = QPoint(72, 24)
_CASCADE = 28


class TornRooms(QObject):
    """Gives rooms their windows and takes them back. ``did_change`` says that there is something new to keep."""

    did_change = Signal()

    def __init__(
        self, theme: Theme, main: MainWindow, stage: Stage, rooms: Rooms, pool: RoomPool, desk: RoomDesk,
        settings: Settings,
    ) -> None:  # fmt: skip
        super().__init__(main)
        self._theme = theme
        self._main = main
        self._stage = stage
        self._rooms = rooms
        self._pool = pool
        self._desk = desk
        self._settings = settings
        self._tearing: tuple[str, QPoint | None] | None = None
        stage.room_torn.connect(self.tear)
        main.did_close.connect(self._on_main_closed)
        rooms.did_open.connect(self._on_opened)
        rooms.did_close.connect(self._on_closed)
        desk.move_pressed.connect(self._on_move_pressed)
        desk.share_pressed.connect(self._on_main_needed)
        desk.settings_pressed.connect(self._on_main_needed)

    def tear(self, key: str, at: QPoint | None = None) -> None:
        """Give the room of a tab its own window, under the pointer at ``at`` or where it was the last time."""
        face = self._rooms.faces.get(key)
        if face is None:
            # A sleeping tab of an earlier session: its room comes up in the window at once.
            self._tearing = (key, at)
        elif face.window is None:
            self._give_window(face, at)
        self._rooms.show(key)
        self._tearing = None
        self._stage.remove_room(key)
        self.did_change.emit()

    def put_back(self, key: str) -> None:
        """Give a torn room its tab again and show it there."""
        face = self._rooms.faces.get(key)
        if face is None or face.window is None:
            return
        self._take_window(face)
        self._stage.add_room(key, face.name, face.icon)
        self._pool.show(face.room, self._stage.frame.deck)
        self._rooms.show(key)
        self._main.show_place("apps")
        self._bring_main()
        self.did_change.emit()

    def open_rooms(self) -> list[tuple[str, str]]:
        """App key and path of every torn room, the oldest first."""
        return [(face.app.key, face.room.path) for face in self._torn()]

    def has_window(self, room_id: int) -> bool:
        """Whether a room has a window of its own now."""
        return any(face.room.caller.room_id == room_id for face in self._torn())

    def keep_places(self) -> None:
        """Keep where the windows are now, by app. Without any nothing is written: the program may be at its end."""
        torn = self._torn()
        if not torn:
            return
        places = self._places()
        for face in torn:
            if face.window is not None and face.window.isVisible():
                places.pop(face.app.key, None)
                places[face.app.key] = face.window.state()
        for old in list(places)[:-_PLACES_MAX]:
            del places[old]
        self._settings.set(_PLACES, places)

    def _torn(self) -> list[RoomFace]:
        return [face for face in self._rooms.faces.values() if face.window is not None]

    def _places(self) -> dict[str, str]:
        places = self._settings.get(_PLACES, {})
        return {key: state for key, state in places.items() if isinstance(state, str)}

    def _give_window(self, face: RoomFace, at: QPoint | None) -> None:
        window = face.window = RoomWindow(self._theme, face.name, face.icon)
        self._desk.serve(window.frame, lambda: face)
        window.frame.retry_pressed.connect(face.reload)
        window.put_back_pressed.connect(lambda: self.put_back(face.key))
        window.did_shortcut.connect(lambda action: self._on_shortcut(face, action))
        window.did_move.connect(self.did_change)
        self._place(window, face.app.key, at)
        window.show()

    def _take_window(self, face: RoomFace) -> None:
        if face.window is not None:
            self.keep_places()
            window, face.window = face.window, None
            window.retire()
            window.deleteLater()

    def _place(self, window: RoomWindow, app_key: str, at: QPoint | None) -> None:
        if (kept := self._places().get(app_key)) is not None:
            window.restore(kept)
            if at is None:
                return
        step = _CASCADE * (len(self._torn()) - 1)
        corner = self._main.geometry().center() - window.rect().center() + QPoint(step, step)
        if at is not None:
            corner = at - _HOLD
        window.move(_inside(QRect(corner, window.size()), at or self._main.geometry().center()))

    def _bring_main(self) -> None:
        self._main.raise_()
        self._main.activateWindow()

    def _on_shortcut(self, face: RoomFace, action: str) -> None:
        if action == "close":
            self._desk.close(face.key)
        elif action == "refuse" and face.window is not None:
            self._desk.refuse_question(face.window)
        elif action == "reload":
            face.reload()
        elif action == "quit":
            self._main.close()
        elif face.back and face.window is not None:
            face.window.frame.header.back_pressed.emit()

    def _on_move_pressed(self, face: RoomFace) -> None:
        if face.window is None:
            self.tear(face.key)
        else:
            self.put_back(face.key)

    def _on_main_needed(self, face: RoomFace) -> None:
        """The composer and the settings are over the main window."""
        if face.window is not None:
            self._bring_main()

    def _on_opened(self, face: RoomFace) -> None:
        if self._tearing is not None and self._tearing[0] == face.key:
            self._give_window(face, self._tearing[1])

    def _on_closed(self, face: RoomFace) -> None:
        self._take_window(face)

    def _on_main_closed(self) -> None:
        """The torn windows go with the main one; they are still torn when the session is kept a last time."""
        self.keep_places()
        for face in self._torn():
            if face.window is not None:
                face.window.retire()


def _inside(rect: QRect, near: QPoint) -> QPoint:
    """Where a window goes so that it can be reached on the screen at ``near``."""
    screen = QGuiApplication.screenAt(near) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    x = max(room.left(), min(rect.left(), room.right() - rect.width() + 1))
    y = max(room.top(), min(rect.top(), room.bottom() - rect.height() + 1))
    return QPoint(x, y)

"""Keeps tab, header and cover of every room in step with its state, wherever the room is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from stoa.engine.spec import RoomState
from stoa.miniapp.app import Source
from stoa.shell.room_endings import words_of_end

if TYPE_CHECKING:
    from stoa.engine.pool import RoomPool
    from stoa.shell.room_face import RoomFace
    from stoa.shell.room_frame import RoomFrame
    from stoa.shell.stage import Stage

# A page without the SDK, or one that forgets host.ready, is shown this long after it has loaded.
_READY_GRACE_MS = 1500
_SLEEPING = frozenset({RoomState.ASLEEP, RoomState.DISCARDED})


class RoomCovers(QObject):
    """Draws what the window knows of a room over and around its page."""

    def __init__(self, pool: RoomPool, stage: Stage) -> None:
        super().__init__(stage)
        self._pool = pool
        self._stage = stage

    def frame(self, face: RoomFace) -> RoomFrame:
        """The frame of a room: its own window's, or the stage's, which all the others share."""
        return self._stage.frame if face.window is None else face.window.frame

    def is_shown(self, face: RoomFace) -> bool:
        """Whether the room is seen, on the stage or in a window of its own."""
        return face.window is not None or self._pool.front is face.room

    def refresh(self, face: RoomFace) -> None:
        """Bring everything in step with the room's state."""
        state = face.room.state
        self._stage.set_tab_note(face.key, self.tr("sleeping") if state in _SLEEPING else "")
        if not self.is_shown(face):
            return
        frame = self.frame(face)
        frame.show_face(face.header())
        if _is_gone(face):
            text = self.tr("It was at {0}. Put it back and load it again, or close the app.").format(face.app.root)
            frame.show_notice("folder", self.tr("The folder of {0} is gone").format(face.name), text, self.tr("Reload"))
        elif state is RoomState.DISCARDED or (state is RoomState.LOADING and not face.room.is_ready):
            frame.show_splash(face.name, face.icon)
        elif state is RoomState.CRASHED:
            report = self.tr("Copy a report")
            frame.show_notice("alert", *words_of_end(face.name, face.room.warden), report=report)
        elif state is RoomState.HUNG:
            text = self.tr("Its page has not answered for five seconds. You can wait, or load it again.")
            frame.show_notice("clock", self.tr("{0} does not answer").format(face.name), text, self.tr("Reload"))
        elif face.room.is_ready:
            frame.show_page()
        else:
            QTimer.singleShot(_READY_GRACE_MS, face.room, lambda: self.show_ready(face))

    def show_header(self, face: RoomFace) -> None:
        """Show the room's header anew."""
        if self.is_shown(face):
            self.frame(face).show_face(face.header())

    def show_ready(self, face: RoomFace) -> None:
        """The page is ready: take the splash away."""
        if self.is_shown(face) and face.room.state in {RoomState.LOADING, RoomState.RUNNING} and not _is_gone(face):
            self.frame(face).show_page()


def _is_gone(face: RoomFace) -> bool:
    """Whether the folder that the app is read from was moved or deleted."""
    return face.app.source is Source.FOLDER and not face.app.root.is_dir()

"""Keeps tab, header and cover of every room in step with its state, wherever the room is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from stoa.engine.spec import RoomState
from stoa.miniapp.app import Source
from stoa.shell.room_endings import words_of_end

if TYPE_CHECKING:
    from stoa.engine.last_look import LastLook
    from stoa.engine.pool import RoomPool
    from stoa.shell.room_face import RoomFace
    from stoa.shell.room_frame import RoomFrame
    from stoa.shell.stage import Stage

# A page without the SDK, or one that forgets host.ready, is shown this long after it has loaded.
_READY_GRACE_MS = 1500
# The same for a page that comes back to where it was, and is drawn so: it looks as if something could be pressed.
_READY_GRACE_UNDER_LOOK_MS = 300
# How long the picture of a page may stand for one that does not come.
_LOOK_LONGEST_MS = 1000
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
            self._show_splash(face)
        elif state is RoomState.CRASHED:
            report = self.tr("Copy a report")
            frame.show_notice("alert", *words_of_end(face.name, face.room.warden), report=report)
        elif state is RoomState.HUNG:
            text = self.tr("Its page has not answered for five seconds. You can wait, or load it again.")
            frame.show_notice("clock", self.tr("{0} does not answer").format(face.name), text, self.tr("Reload"))
        elif face.room.is_ready:
            self._show_page(face)
        elif frame.look is not face.room.keepsake.look:
            # It covers a page that is no longer expected to look so, or another room's.
            self._show_page(face)
        else:
            grace = _READY_GRACE_MS if frame.look is None else _READY_GRACE_UNDER_LOOK_MS
            QTimer.singleShot(grace, face.room, lambda: self.show_ready(face))

    def show_header(self, face: RoomFace) -> None:
        """Show the room's header anew."""
        if self.is_shown(face):
            self.frame(face).show_face(face.header())

    def show_ready(self, face: RoomFace) -> None:
        """The page is ready: take the splash away."""
        if self.is_shown(face) and face.room.state in {RoomState.LOADING, RoomState.RUNNING} and not _is_gone(face):
            self._show_page(face)

    def _show_splash(self, face: RoomFace) -> None:
        """Cover the page: as it was left, where that still fits, but not for long."""
        frame, look = self.frame(face), face.room.keepsake.look
        if look is not None and not look.fits(face.room.view):
            look = None
        if look is not None and look is not frame.look:
            QTimer.singleShot(_LOOK_LONGEST_MS, face.room, lambda: self._end_look(face, look))
        frame.show_splash(face.name, face.icon, look)

    def _show_page(self, face: RoomFace) -> None:
        """Show the page; one that comes back as soon as it is drawn as it was left, and that until then."""
        keepsake = face.room.keepsake
        if keepsake.is_awaited and keepsake.look is not None and keepsake.look.fits(face.room.view):
            self._show_splash(face)
            return
        self.frame(face).show_page_of(face.name, face.icon, face.room.view.canvas)
        if keepsake.look is not None:
            keepsake.forget_look()

    @staticmethod
    def _end_look(face: RoomFace, look: LastLook) -> None:
        if face.room.keepsake.look is look:
            face.room.keepsake.forget_look()


def _is_gone(face: RoomFace) -> bool:
    """Whether the folder that the app is read from was moved or deleted."""
    return face.app.source is Source.FOLDER and not face.app.root.is_dir()

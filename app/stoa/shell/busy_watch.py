"""Says once which app keeps the processor busy: its page may still answer, and so the window asks nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stoa.engine.spec import RoomState

if TYPE_CHECKING:
    from stoa.shell.room_face import RoomFace
    from stoa.shell.rooms import Rooms
    from stoa.shell.window import MainWindow
    from stoa.ui.strip import Strip


class BusyWatch(QObject):
    """A strip for each app that works on and on, until it is waved away, ended, or loaded anew.

    A page may have good reasons to compute: nothing is ended unasked, and each document is told of once.
    """

    def __init__(self, rooms: Rooms, window: MainWindow) -> None:
        super().__init__(window)
        self._rooms = rooms
        self._window = window
        self._strips: dict[str, Strip] = {}
        rooms.did_open.connect(self._on_opened)
        rooms.did_close.connect(self._take_away)

    def _on_opened(self, face: RoomFace) -> None:
        face.room.warden.did_toil.connect(lambda: self._tell(face))
        face.room.did_change_state.connect(lambda state: self._on_state_changed(face, state))

    def _on_state_changed(self, face: RoomFace, state: RoomState) -> None:
        # A page that does not answer has a card of its own; one that sleeps or is gone works no more.
        if state is not RoomState.RUNNING:
            self._take_away(face)

    def _tell(self, face: RoomFace) -> None:
        if face.room.state is not RoomState.RUNNING or face.key in self._strips:
            return
        text = self.tr("{0} keeps the processor busy. You can wait, or end it.").format(face.name)
        strip = self._window.add_strip(text, self.tr("End it"), closable=True)
        strip.did_press.connect(lambda: self._rooms.end(face))
        strip.did_close.connect(lambda: self._take_away(face))
        self._strips[face.key] = strip
        strip.show()

    def _take_away(self, face: RoomFace) -> None:
        if (strip := self._strips.pop(face.key, None)) is not None:
            strip.hide()
            strip.deleteLater()

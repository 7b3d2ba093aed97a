"""What the command line asked for beside the window: something to open, a picture, an end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from stoa.engine.room import RoomState

if TYPE_CHECKING:
    from stoa.shell.rooms import Rooms
    from stoa.wiring.program import Program

_LOOK_EVERY_MS = 200
_LOOKS_MAX = 60
# After the last page said that it is ready: its pictures and fonts come in.
_PICTURE_GRACE_MS = 700


def run_errands(program: Program, rooms: Rooms) -> None:
    """Begin all of them."""
    if program.options.target and not program.options.is_for_an_app:
        program.navigation.open_text(program.options.target)
    if program.options.picture is not None:
        _PictureErrand(program, rooms).look()
    if program.options.quit_after is not None:
        QTimer.singleShot(round(program.options.quit_after * 1000), program.window, program.window.close)


class _PictureErrand(QObject):
    """Waits until the room in front is there, then saves a picture of the window."""

    def __init__(self, program: Program, rooms: Rooms) -> None:
        super().__init__(program.window)
        self._program = program
        self._rooms = rooms
        self._looks = 0

    def look(self) -> None:
        """Look whether it is time."""
        self._looks += 1
        face = self._rooms.front()
        waits = face is not None and face.room.state is RoomState.LOADING
        if waits and self._looks < _LOOKS_MAX:
            QTimer.singleShot(_LOOK_EVERY_MS, self, self.look)
        else:
            QTimer.singleShot(_PICTURE_GRACE_MS, self, self._save)

    def _save(self) -> None:
        file = self._program.options.picture
        assert file is not None
        saved = self._program.window.grab().save(str(file), "PNG")
        message = f"Picture: {file}" if saved else f"The picture could not be saved as {file}."
        print(message, file=sys.stdout if saved else sys.stderr, flush=True)

"""What open rooms keep on the disk, looked at now and then: the engine has a limit of its own and never tells."""

from __future__ import annotations

import asyncio
import os
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from stoa.engine.refusal import Refusal
from stoa.shell.storage_rounds import StorageRounds

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from stoa.shell.room_face import RoomFace
    from stoa.shell.rooms import Rooms
    from stoa.shell.window import MainWindow
    from stoa.ui.strip import Strip
    from stoa.ui.toast import Toast

MEGABYTE = 1024 * 1024
# The engine lets each origin fill 60 % of the disk. A reader with pictures or a collection of cards needs some tens of
# megabytes and the engine's own caches as much again; a hundred apps at this limit fit into 25 GB.
ROOM_MAX_BYTES = 250 * MEGABYTE
NEAR = 0.8
LOOK_EVERY_MS = 30_000
TOO_MUCH = Refusal("storage", f"more than {ROOM_MAX_BYTES // MEGABYTE} MB")


class Level(Enum):
    """How a size stands to the limit."""

    FINE = "fine"
    NEAR = "near"
    OVER = "over"


def level(size: int, limit: int = ROOM_MAX_BYTES) -> Level:
    """How a size in bytes stands to a limit."""
    if size > limit:
        return Level.OVER
    return Level.NEAR if size >= limit * NEAR else Level.FINE


def folder_size(folder: Path) -> int:
    """The bytes of all files below a folder; what vanishes meanwhile does not count, nor what a link points to."""
    total, waiting = 0, [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.is_file(follow_symlinks=False):
                        total += _size(entry)
        except OSError:
            continue
    return total


def _size(file: os.DirEntry[str]) -> int:
    try:
        return file.stat(follow_symlinks=False).st_size
    except OSError:
        return 0


class StorageWatch(QObject):
    """Warns once when a room comes near its limit, and ends it when it is over.

    ``did_refuse`` carries the room's face and the refusal, ``settings_pressed`` the key of an app to look at.
    """

    did_refuse = Signal(object, object)
    settings_pressed = Signal(str)

    def __init__(
        self, rooms: Rooms, window: MainWindow, toast: Toast, spawn: Callable[[Coroutine[Any, Any, Any]], object],
        limit: int = ROOM_MAX_BYTES,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._rooms = rooms
        self._window = window
        self._toast = toast
        self._limit = limit
        self._looking = False
        self._rounds = StorageRounds()
        self._warned: set[int] = set()
        self._strips: dict[str, Strip] = {}
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_EVERY_MS)
        self.timer.timeout.connect(lambda: spawn(self.look()))
        self.timer.start()

    async def look(self) -> None:
        """Size once, beside the window's own thread, the folders of the open rooms that can have grown."""
        if self._looking:
            return
        self._looking = True
        try:
            open_now = self._rooms.faces
            due = self._rounds.due({key: face.room.warden.worked() for key, face in open_now.items()})
            faces = [open_now[key] for key in due]
            if not faces:
                return
            folders = [face.room.spec.storage for face in faces]
            sizes = await asyncio.to_thread(lambda: [folder_size(folder) for folder in folders])
        finally:
            self._looking = False
        for face, size in zip(faces, sizes, strict=True):
            if self._rooms.faces.get(face.key) is face:
                self._judge(face, level(size, self._limit))

    def _judge(self, face: RoomFace, stands: Level) -> None:
        room_id = face.room.caller.room_id
        if stands is Level.OVER:
            self._end(face)
        elif stands is Level.FINE:
            self._warned.discard(room_id)
        elif room_id not in self._warned:
            self._warned.add(room_id)
            text = self.tr("{0} keeps almost {1} MB, the most it may. Its data can be cleared in Settings.")
            toast = self._toast if face.window is None else face.window.toast
            toast.say(text.format(face.name, self._limit // MEGABYTE), "warm")

    def _end(self, face: RoomFace) -> None:
        app_key = face.app.key
        self.did_refuse.emit(face, TOO_MUCH)
        self._rooms.end(face)
        strip = self._strips.get(app_key)
        if strip is None:
            text = self.tr("{0} was closed: it keeps more than {1} MB. Clear its data before you open it again.")
            text = text.format(face.name, self._limit // MEGABYTE)
            strip = self._window.add_strip(text, self.tr("Open its settings"), closable=True)
            strip.did_press.connect(lambda: self._on_pressed(app_key))
            self._strips[app_key] = strip
        strip.show()

    def _on_pressed(self, app_key: str) -> None:
        self._strips[app_key].hide()
        self.settings_pressed.emit(app_key)

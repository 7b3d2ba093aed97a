"""What the person and the window want of sleeping rooms: which stay awake, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from stoa.engine import memory
from stoa.engine.sleep import RoomSleep
from stoa.engine.sleep_rules import AWAKE_CHOICES, AWAKE_DEFAULT, Wakeful
from stoa.engine.spec import RoomState
from stoa.services.host.scene import Scene
from stoa.shell.settings.section import size_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.pool import RoomPool
    from stoa.engine.room import Room
    from stoa.shell.rooms import Rooms
    from stoa.shell.session import Settings

_AWAKE, _PINNED = "rooms_awake", "apps_awake"
# A page that never finishes loading keeps the others waiting no longer.
_PATIENCE_MS = 5000


class SleepDesk(QObject):
    """Keeps the choices in ``settings`` (how many) and those of the account (which apps).

    ``waits(room_id)`` tells whether a room waits for an answer of the host; ``clock`` is in milliseconds and never
    runs backwards.
    """

    def __init__(
        self, pool: RoomPool, rooms: Rooms, settings: Settings, waits: Callable[[int], bool], clock: Callable[[], int]
    ) -> None:
        super().__init__(pool)
        self._rooms = rooms
        self._settings = settings
        self._account: Settings = settings
        self._waits = waits
        self._to_wake: list[str] = []
        self._waking: Room | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._wake_next)
        self.sleep = RoomSleep(pool, clock, self._reasons)
        self.sleep.awake_max = self.awake_max or None

    def set_account(self, settings: Settings) -> None:
        """Keep under another account from now on which apps stay awake."""
        self._account = settings

    @property
    def awake_max(self) -> int:
        """How many rooms may keep a renderer; 0 for any number."""
        kept: int = self._settings.get(_AWAKE, AWAKE_DEFAULT)
        return kept if kept in AWAKE_CHOICES else AWAKE_DEFAULT

    def choose_awake_max(self, number: int) -> None:
        """Choose how many rooms may keep a renderer; 0 for any number."""
        self.sleep.awake_max = number or None
        self._settings.set(_AWAKE, number)
        self.sleep.look()

    def is_pinned(self, app_key: str) -> bool:
        """Whether the person wants an app awake."""
        return app_key in self._pinned()

    def pin(self, app_key: str, *, pinned: bool) -> None:
        """Keep an app awake from now on and at every start, or let it sleep again."""
        others = [key for key in self._pinned() if key != app_key]
        self._account.set(_PINNED, [*others, app_key] if pinned else others)

    def wake_pinned(self) -> None:
        """Open the tabs of an earlier session whose apps stay awake: behind the front, one after another."""
        pinned = self._pinned()
        self._to_wake = [key for key, (app, _path) in self._rooms.dormant.items() if app.key in pinned]
        self._wake_next()

    def memory(self, room_key: str) -> int | None:
        """What the renderer of an open app takes, in bytes; 0 while it has none, None when the app is not open."""
        if (face := self._rooms.faces.get(room_key)) is None:
            return 0 if room_key in self._rooms.dormant else None
        return memory.process_bytes(face.room.page.renderProcessPid())

    def memory_words(self, room_key: str) -> str:
        """The same for people."""
        taken = self.memory(room_key)
        if taken is None:
            return self.tr("Not open")
        if taken == 0:
            return self.tr("Sleeping, takes hardly any memory")
        return self.tr("Takes {0} of memory").format(size_text(taken))

    def _pinned(self) -> list[str]:
        kept: list[object] = self._account.get(_PINNED, [])
        return [key for key in kept if isinstance(key, str)]

    def _reasons(self, room: Room) -> frozenset[Wakeful]:
        reasons = set()
        face = self._rooms.faces.get(room.caller.room_key)
        if face is not None and face.closing_text is not None:
            reasons.add(Wakeful.UNSAVED)
        if self.is_pinned(room.caller.app_key):
            reasons.add(Wakeful.PINNED)
        if self._waits(room.caller.room_id):
            reasons.add(Wakeful.CALLING)
        return frozenset(reasons)

    def _wake_next(self) -> None:
        self._patience.stop()
        while self._to_wake:
            key = self._to_wake.pop(0)
            if key in self._rooms.dormant:
                face = self._rooms.open(self._rooms.dormant[key][0], "/", Scene.LAUNCHER)
                self._waking = face.room
                face.room.did_change_state.connect(lambda state, room=face.room: self._on_woken(room, state))
                self._patience.start()
                return

    def _on_woken(self, room: Room, state: RoomState) -> None:
        if room is self._waking and state is not RoomState.LOADING:
            self._waking = None
            QTimer.singleShot(0, self, self._wake_next)

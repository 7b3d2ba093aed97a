"""Lets rooms behind the front give their renderer up, by the rules of ``sleep_rules``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from stoa.engine import memory
from stoa.engine.sleep_rules import (
    AWAKE_DEFAULT,
    KEEP_FROM_FREEZING,
    Resting,
    Wakeful,
    beyond_looks,
    quiet_ms,
    to_discard,
)
from stoa.engine.spec import RoomState

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.pool import RoomPool
    from stoa.engine.room import Room

# Often enough for pressure, whose figure is a mean of ten seconds; nothing is looked at when all rooms sleep.
LOOK_EVERY_MS = 5000
# The engine takes a discarded or closed page down by and by.
GIVE_BACK_AFTER_MS = 2000
_WITH_RENDERER = frozenset({RoomState.LOADING, RoomState.RUNNING, RoomState.HUNG, RoomState.ASLEEP})


class RoomSleep(QObject):
    """Watches over the rooms of a pool. ``clock`` gives milliseconds and never runs backwards.

    ``reasons`` says why the window wants a room awake, beside the sound that the engine hears itself. ``awake_max``
    is the number of rooms that may keep a renderer, None for any number. ``is_pressed`` tells whether memory is short.
    """

    def __init__(
        self, pool: RoomPool, clock: Callable[[], int], reasons: Callable[[Room], frozenset[Wakeful]],
        is_pressed: Callable[[], bool] = memory.is_pressed,
    ) -> None:  # fmt: skip
        super().__init__(pool)
        self._pool = pool
        self._clock = clock
        self._reasons = reasons
        self._is_pressed = is_pressed
        self._hidden_since: dict[str, int] = {}
        self.awake_max: int | None = AWAKE_DEFAULT
        # The one renderer that may stand ready belongs to the sleeper used last, while none is made ready for another.
        self.keeps_one = True
        pool.stays_awake = self._stays_awake
        pool.may_prepare = self.may_prepare
        pool.did_hide.connect(self._on_hidden)
        pool.did_show.connect(lambda room: self._hidden_since.pop(room.caller.room_key, None))
        pool.did_close.connect(lambda room: self._hidden_since.pop(room.caller.room_key, None))
        self._giving_back = QTimer(self)
        self._giving_back.setSingleShot(True)
        self._giving_back.setInterval(GIVE_BACK_AFTER_MS)
        self._giving_back.timeout.connect(memory.give_back)
        # What the start needed and nothing does any more: 1 MB.
        self._giving_back.start()
        # Measured: some 10 MB after a few rooms, which the C library would keep for the next ones.
        pool.did_close.connect(lambda _room: self._giving_back.start())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        pool.did_rouse.connect(lambda _room: self._timer.start())

    @property
    def is_watching(self) -> bool:
        """Whether there is a hidden room that could still give something up."""
        return self._timer.isActive()

    def look(self) -> None:
        """Discard what the rules give up now."""
        pressed = self._is_pressed()
        if pressed:
            self._pool.drop_spare()
        quiet = self._quiet_ms()
        # Mostly there is nothing to decide: what keeps each room awake is not asked for then.
        if pressed or quiet == 0:
            self._discard(pressed=pressed)
            quiet = self._quiet_ms()
        if quiet is None:
            self._timer.stop()

    def _discard(self, *, pressed: bool) -> None:
        resting = [
            Resting(key, since, room.state is RoomState.ASLEEP, self._wakeful(room))
            for key, (room, since) in self._with_renderer().items()
        ]
        keeps_one = self.keeps_one and not self._pool.has_spare and self.may_prepare()
        for key in to_discard(resting, self._clock(), self.awake_max, pressed=pressed, keeps_one=keeps_one):
            self._pool.rooms[key].discard()
            self._giving_back.start()
        self._bound_looks()

    def _bound_looks(self) -> None:
        looks = {key: room.keepsake.look for key, room in self._pool.rooms.items()}
        used_last = sorted(looks, key=lambda key: self._hidden_since.get(key, 0), reverse=True)
        for key in beyond_looks((key, look.size) for key in used_last if (look := looks[key]) is not None):
            self._pool.rooms[key].keepsake.forget_look()

    def _quiet_ms(self) -> int | None:
        hidden_since = [since for _room, since in self._with_renderer().values()]
        return quiet_ms(hidden_since, self._clock(), self.awake_max)

    def may_prepare(self) -> bool:
        """Whether a room may be made ready ahead of its press: not while memory is short or power is to be saved."""
        return not (self._is_pressed() or memory.saves_power())

    def _with_renderer(self) -> dict[str, tuple[Room, int | None]]:
        """The rooms that have one, by key, and since when each is hidden; None while it is seen."""
        now = self._clock()
        return {
            key: (room, None if self._pool.is_shown(room) else self._hidden_since.setdefault(key, now))
            for key, room in self._pool.rooms.items()
            if room.state in _WITH_RENDERER
        }

    def _wakeful(self, room: Room) -> frozenset[Wakeful]:
        heard = {Wakeful.AUDIBLE} if room.page.is_audible() else set()
        return self._reasons(room) | heard

    def _stays_awake(self, room: Room) -> bool:
        return bool(self._wakeful(room) & KEEP_FROM_FREEZING)

    def _on_hidden(self, room: Room) -> None:
        self._hidden_since[room.caller.room_key] = self._clock()
        self._timer.start()

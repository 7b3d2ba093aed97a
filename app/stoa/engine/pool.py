"""All open rooms: at most one for each account and mini-app, one prepared ahead of its press, sleep for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from stoa.engine.room import Room
from stoa.engine.spec import RoomHost, RoomSpec, RoomState

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.deck import RoomDeck

# A room behind the front goes on for a moment, so that a quick look elsewhere costs nothing.
SUSPEND_AFTER_MS = 5000
# What a page may take to save itself after lifecycle.willSuspend.
SUSPEND_NOTICE_MS = 300
# How long a discarded room that comes back may keep the next one waiting.
WAKE_PATIENCE_MS = 1000


class RoomPool(QObject):
    """Makes, finds, prepares, shows, hides, suspends and ends rooms. ``rooms`` maps room keys to open rooms.

    Each deck shows one room. The one given here is the main deck, on which every room begins; a room shown on another
    deck stays there until it is shown on the main deck again. ``spare`` was made ready before there was a deck.
    """

    will_suspend = Signal(object)
    did_show = Signal(object)
    did_hide = Signal(object)
    did_close = Signal(object)
    did_rouse = Signal(object)

    def __init__(
        self, deck: RoomDeck, host: RoomHost, parent: QObject | None = None, spare: Room | None = None
    ) -> None:
        super().__init__(parent)
        self._deck = deck
        self._host = host
        self.rooms: dict[str, Room] = {}
        self._spare = spare
        self._ending: list[Room] = []
        self._shown: dict[RoomDeck, Room] = {}
        self._elsewhere: dict[str, RoomDeck] = {}
        self._timers: dict[str, QTimer] = {}
        self._waking: Room | None = None
        # The room that wakes ahead of its press: nobody who is shown waits for it.
        self._roused: Room | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_woken)
        # Whether a hidden room must go on, and whether one may be made ready; ``RoomSleep`` knows more of both.
        self.stays_awake: Callable[[Room], bool] = lambda room: room.page.is_audible()
        self.may_prepare: Callable[[], bool] = lambda: True
        if spare is not None:
            spare.setParent(self)
            deck.put_under(spare.view)

    @property
    def front(self) -> Room | None:
        """The room that is seen on the main deck."""
        return self._shown.get(self._deck)

    @property
    def has_spare(self) -> bool:
        """Whether a room was made ready that nobody has opened yet."""
        return self._spare is not None

    def open(self, spec: RoomSpec, path: str, scene: str) -> Room:
        """Make a room, or take the prepared one, and go to a page."""
        key = spec.caller.room_key
        room = self.rooms.get(key) or self._take_spare(spec, path) or self._make(spec)
        self.rooms[key] = room
        room.open(path, scene)
        return room

    def prepare(self, spec: RoomSpec, path: str) -> None:
        """Make the room that is likely to be opened next, up to its page. It lies under the front, and nothing runs."""
        key = spec.caller.room_key
        if key in self.rooms or not self.may_prepare():
            return
        spare = self._spare
        if spare is None or spare.caller.room_key != key or not spare.standby.suits(path):
            self.drop_spare()
            spare = self._spare = self._make(spec)
            self._deck.put_under(spare.view)
        if spare.standby.path != path:
            spare.warm_up(path)

    def drop_spare(self) -> None:
        """Give the prepared room up, unseen."""
        if self._spare is not None:
            spare, self._spare = self._spare, None
            self._end(spare)

    def is_shown(self, room: Room) -> bool:
        """Whether a room is seen, on whichever deck it is."""
        return self._shown.get(self._deck_of(room)) is room

    def show(self, room: Room, deck: RoomDeck | None = None) -> None:
        """Bring a room to the front of its deck, or of another one, and wake it. A move alone hides nothing."""
        was_shown = self.is_shown(room)
        if deck is not None:
            self._move(room, deck)
        deck = self._deck_of(room)
        previous, self._shown[deck] = self._shown.get(deck), room
        self._stop_timer(room)
        if self._roused is room:
            self._roused = None
        self._bring(room)
        if room.state in {RoomState.RUNNING, RoomState.LOADING}:
            room.watchdog.watch()
        if previous is not None and previous is not room:
            self._send_back(previous)
        if not was_shown:
            self.did_show.emit(room)

    def rouse(self, room: Room) -> None:
        """Wake a discarded room ahead of its press, unseen; it sleeps again unless it is shown."""
        if room.state is RoomState.DISCARDED and self._waking is None and self.may_prepare():
            self._roused = room
            self._wake(room)
            self._start_timer(room)
            self.did_rouse.emit(room)

    def hide_front(self) -> None:
        """Let nothing be in front on the main deck, which something else covers from now on."""
        if (room := self._shown.pop(self._deck, None)) is not None:
            self._send_back(room)

    def close(self, room: Room) -> None:
        """End a room."""
        key = room.caller.room_key
        if self.rooms.get(key) is not room:
            return
        del self.rooms[key]
        self._stop_timer(room)
        self._timers.pop(key, None)
        if self.is_shown(room):
            del self._shown[self._deck_of(room)]
        self.did_close.emit(room)
        self._end(room)
        self._elsewhere.pop(key, None)

    def close_all(self) -> None:
        """End every room at once; for the end of the program and a change of account."""
        for room in tuple(self.rooms.values()):
            self.close(room)
        self.drop_spare()
        self.end_waiting()

    def _deck_of(self, room: Room) -> RoomDeck:
        return self._elsewhere.get(room.caller.room_key, self._deck)

    def _move(self, room: Room, deck: RoomDeck) -> None:
        before = self._deck_of(room)
        if before is deck:
            return
        if self._shown.get(before) is room:
            del self._shown[before]
        before.take(room.view)
        self._elsewhere[room.caller.room_key] = deck
        if deck is self._deck:
            del self._elsewhere[room.caller.room_key]

    def _take_spare(self, spec: RoomSpec, path: str) -> Room | None:
        if self._spare is None or self._spare.caller.room_key != spec.caller.room_key:
            return None
        if self._spare.spec.app != spec.app or not self._spare.standby.suits(path):
            # It was made ready before the app was updated or more was granted to it, or at another place of the page.
            self.drop_spare()
            return None
        room, self._spare = self._spare, None
        return room

    def _make(self, spec: RoomSpec) -> Room:
        # Two live profiles on one folder dead-lock IndexedDB: what waits for its end is ended first.
        self.end_waiting()
        return Room(spec, self._host, self)

    def _send_back(self, room: Room) -> None:
        if room.state is RoomState.CLOSED:
            return
        room.watchdog.rest()
        if room.state is RoomState.RUNNING:
            room.keepsake.leave()
        room.view.leave()
        self.did_hide.emit(room)
        self._start_timer(room)

    def _start_timer(self, room: Room) -> None:
        timer = self._timers.get(room.caller.room_key)
        if timer is None:
            timer = QTimer(room)
            timer.setSingleShot(True)
            timer.timeout.connect(lambda: self._suspend(room))
            self._timers[room.caller.room_key] = timer
        timer.start(SUSPEND_AFTER_MS)

    def _stop_timer(self, room: Room) -> None:
        if (timer := self._timers.get(room.caller.room_key)) is not None:
            timer.stop()

    def _suspend(self, room: Room) -> None:
        if self.is_shown(room):
            return
        room.view.stay_away()
        if room.state is RoomState.LOADING or self.stays_awake(room):
            self._start_timer(room)
        elif room.state is RoomState.RUNNING:
            self.will_suspend.emit(room)
            QTimer.singleShot(SUSPEND_NOTICE_MS, room, lambda: self._fall_asleep(room))

    def _bring(self, room: Room) -> None:
        """Wake a room that is shown and raise its view.

        Of several discarded ones that are shown in a row, one at a time starts its renderer. A view that is raised
        would start it too, so the next one's is not before its turn: the window covers it until then.
        """
        if room.state is not RoomState.DISCARDED or self._waking in {None, self._roused}:
            self._wake(room)
            self._deck_of(room).raise_front(room.view)

    def _wake(self, room: Room) -> None:
        # First of all: raised, the engine loads the page, which must find what was kept of it.
        if room.state is RoomState.DISCARDED:
            self._leave_waking()
            self._waking = room
            room.did_change_state.connect(self._on_waking_changed)
            self._patience.start(WAKE_PATIENCE_MS)
        room.wake()

    def _on_waking_changed(self, state: RoomState) -> None:
        if state is not RoomState.LOADING and self._waking is not None:
            # Not now: the engine is in the middle of telling that the page is there.
            self._patience.start(0)

    def _on_woken(self) -> None:
        self._leave_waking()
        for room in self._shown.values():
            if room.state is RoomState.DISCARDED:
                self._bring(room)

    def _leave_waking(self) -> None:
        if self._waking is not None and shiboken6.isValid(self._waking):
            self._waking.did_change_state.disconnect(self._on_waking_changed)
        self._waking = None

    def _fall_asleep(self, room: Room) -> None:
        if self._may_freeze(room):
            # A page that does not answer now is not asked again before it is hidden the next time.
            room.keepsake.ask(lambda: room.freeze() if self._may_freeze(room) else None)

    def _may_freeze(self, room: Room) -> bool:
        return room.state is RoomState.RUNNING and not self.is_shown(room)

    def _end(self, room: Room) -> None:
        # Not now: the call that ends a room often comes out of that room's own page.
        self._deck_of(room).take(room.view)
        room.view.hide()
        room.channel.close()
        self._ending.append(room)
        QTimer.singleShot(0, self, self.end_waiting)

    def end_waiting(self) -> None:
        """End now what was to be ended in a moment."""
        while self._ending:
            room = self._ending.pop()
            room.destroy_now()
            room.deleteLater()

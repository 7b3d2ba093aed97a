"""Rooms without an engine: the same states, signals and order of events as ``stoa.engine``, and a page told what to do.

``QuietPool`` stands where ``RoomPool`` stands. A ``QuietRoom`` has the room's side, which the shell uses, and the
page's: ``load``, ``call``, ``visit``, ``crash``, ``hang`` and ``recover`` do what a renderer would.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from stoa.engine.room import RoomState

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.engine.deck import RoomDeck
    from stoa.engine.room import RoomHost, RoomSpec

_EVENTS_WAITING_MAX = 32


class QuietView(QWidget):
    """A page of one colour."""

    def __init__(self, color: QColor) -> None:
        super().__init__()
        self.color = color

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the colour."""
        QPainter(self).fillRect(self.rect(), self.color)


@dataclass
class QuietPage:
    """What the shell does to a page directly."""

    background: QColor

    def setBackgroundColor(self, color: QColor) -> None:
        """Notes the colour behind the page."""
        self.background = color


@dataclass
class Call:
    """A call of the page on its way: ``result`` once it was answered, or the error's ``code``."""

    answers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether the answer has come; more than one would be a fault."""
        assert len(self.answers) <= 1
        return bool(self.answers)

    @property
    def result(self) -> Any:
        """What came back."""
        return self.answers[0]["result"]

    @property
    def code(self) -> str:
        """The code of the refusal."""
        return str(self.answers[0]["error"]["data"]["code"])

    @property
    def sentence(self) -> str:
        """The words of the refusal."""
        return str(self.answers[0]["error"]["message"])


class QuietRoom(QObject):
    """One mini-app without a renderer."""

    did_change_state = Signal(object)
    did_refuse = Signal(object)
    did_write_console = Signal(object)
    did_change_path = Signal(str)

    def __init__(self, spec: RoomSpec, host: RoomHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.caller = spec.caller
        self.state = RoomState.WARM
        self.path = "/"
        self.view = QuietView(spec.background)
        self.page = QuietPage(spec.background)
        self.loads: list[str] = []
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self._host = host
        self._ready = False
        self._open = True
        self._waiting: list[str] = []
        self._next_call = 1

    # The room's side.

    def warm_up(self) -> None:
        """Stand ready without running any of the app."""

    def open(self, path: str, scene: str) -> None:
        """Go to a page of the app."""
        self.caller = replace(self.caller, scene=scene)
        self._begin(path)

    def change_scene(self, scene: str) -> None:
        """Say how the app was opened this time."""
        self.caller = replace(self.caller, scene=scene)

    def reload(self) -> None:
        """Load the page again."""
        self._begin(self.path)

    def mark_ready(self) -> None:
        """Hand over the events that waited."""
        self._ready = True
        waiting, self._waiting = self._waiting, []
        for text in waiting:
            self.tell(text)

    @property
    def is_ready(self) -> bool:
        """Whether the page said that it is ready."""
        return self._ready

    def tell(self, text: str) -> None:
        """Send an event, once the page listens."""
        if not self._ready:
            self._waiting.append(text)
            del self._waiting[_EVENTS_WAITING_MAX:]
        elif self._open:
            message = json.loads(text)
            self.heard.append((message["method"], message["params"]))

    def set_state(self, state: RoomState) -> None:
        """Note where the room stands and say so."""
        if state is not self.state and self.state is not RoomState.CLOSED:
            self.state = state
            self.did_change_state.emit(state)

    def shut(self) -> None:
        """Say nothing more."""
        self._open = False

    # The page's side.

    def load(self, *, ready: bool = True) -> None:
        """The page has loaded; with ``ready`` it says so, as the SDK does."""
        self.set_state(RoomState.RUNNING)
        if ready:
            assert self.call("host.ready").result is None

    def call(self, method: str, **params: Any) -> Call:
        """Call the host through its real gate."""
        call = Call()
        message = {"jsonrpc": "2.0", "id": self._next_call, "method": method, "params": params}
        self._next_call += 1
        self._host.receive(
            self.caller, json.dumps(message), lambda text: call.answers.append(json.loads(text)) if self._open else None
        )
        return call

    def want(self, *names: str) -> list[bool]:
        """Use web features, such as the camera; the list gets the decision."""
        decisions: list[bool] = []
        self._host.decide_web_permission(self.caller, names, decisions.append)
        return decisions

    def visit(self, path: str) -> None:
        """Move to another page of the app, without loading."""
        self.path = path
        self.did_change_path.emit(path)

    def crash(self) -> None:
        """The renderer is gone."""
        self._ready = False
        self.set_state(RoomState.CRASHED)

    def hang(self) -> None:
        """The page does not answer."""
        self.set_state(RoomState.HUNG)

    def recover(self) -> None:
        """The page answers again."""
        self.set_state(RoomState.RUNNING)

    def names_heard(self) -> list[str]:
        """The names of the events that the page heard."""
        return [name for name, _params in self.heard]

    def _begin(self, path: str) -> None:
        self._ready = False
        self._waiting.clear()
        self.path = path
        self.loads.append(path)
        self.set_state(RoomState.LOADING)


class QuietPool(QObject):
    """All open rooms, without an engine. Time passes when ``fall_asleep`` is called."""

    will_suspend = Signal(object)
    did_show = Signal(object)
    did_hide = Signal(object)
    did_close = Signal(object)

    def __init__(self, deck: RoomDeck, host: RoomHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deck = deck
        self._host = host
        self.rooms: dict[str, QuietRoom] = {}
        self.made: list[QuietRoom] = []
        self.spare: QuietRoom | None = None
        self._front: QuietRoom | None = None

    @property
    def front(self) -> QuietRoom | None:
        """The room that is seen."""
        return self._front

    def find(self, room_key: str) -> QuietRoom | None:
        """The open room of a key."""
        return self.rooms.get(room_key)

    def open(self, spec: RoomSpec, path: str, scene: str) -> QuietRoom:
        """Make a room, or take the prepared one, and go to a page."""
        key = spec.caller.room_key
        room = self.rooms.get(key) or self._take_spare(key) or self._make(spec)
        self.rooms[key] = room
        room.open(path, scene)
        return room

    def prepare(self, spec: RoomSpec) -> None:
        """Make the room that is likely to be opened next."""
        key = spec.caller.room_key
        if key in self.rooms or (self.spare is not None and self.spare.caller.room_key == key):
            return
        self.drop_spare()
        self.spare = self._make(spec)
        self._deck.put_under(self.spare.view)
        self.spare.warm_up()

    def drop_spare(self) -> None:
        """Give the prepared room up."""
        if self.spare is not None:
            spare, self.spare = self.spare, None
            self._end(spare)

    def show(self, room: QuietRoom) -> None:
        """Bring a room to the front and wake it."""
        previous, self._front = self._front, room
        self._deck.raise_front(room.view)
        if room.state is RoomState.ASLEEP:
            room.set_state(RoomState.RUNNING)
        if previous is not room:
            if previous is not None:
                self._send_back(previous)
            self.did_show.emit(room)

    def hide_front(self) -> None:
        """Let nothing be in front."""
        if self._front is not None:
            room, self._front = self._front, None
            self._send_back(room)

    def close(self, room: QuietRoom) -> None:
        """End a room."""
        key = room.caller.room_key
        if self.rooms.get(key) is not room:
            return
        del self.rooms[key]
        if self._front is room:
            self._front = None
        self.did_close.emit(room)
        self._end(room)

    def close_all(self) -> None:
        """End every room."""
        for room in tuple(self.rooms.values()):
            self.close(room)
        self.drop_spare()

    def fall_asleep(self) -> None:
        """Five seconds pass: what runs behind the front is put to sleep."""
        for room in self.rooms.values():
            if room is not self._front and room.state is RoomState.RUNNING:
                self.will_suspend.emit(room)
                room.set_state(RoomState.ASLEEP)

    def _take_spare(self, key: str) -> QuietRoom | None:
        if self.spare is None or self.spare.caller.room_key != key:
            return None
        room, self.spare = self.spare, None
        return room

    def _make(self, spec: RoomSpec) -> QuietRoom:
        room = QuietRoom(spec, self._host, self)
        self.made.append(room)
        return room

    def _send_back(self, room: QuietRoom) -> None:
        if room.state is not RoomState.CLOSED:
            room.view.hide()
            self.did_hide.emit(room)

    def _end(self, room: QuietRoom) -> None:
        self._deck.take(room.view)
        room.view.hide()
        room.shut()
        room.set_state(RoomState.CLOSED)
        room.view.deleteLater()

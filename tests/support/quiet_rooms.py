"""A room without an engine, for the real ``RoomPool``: the same states and signals, and a page told what to do.

``QuietRoom`` has the room's side, which pool and shell use, and the page's: ``load``, ``call``, ``want``, ``visit``,
``crash``, ``hang`` and ``recover`` do what a renderer would.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from tests.support.quiet_parts import (
    QuietChannel,
    QuietKeepsake,
    QuietPage,
    QuietStandby,
    QuietView,
    QuietWarden,
    QuietWatchdog,
)

from stoa.engine.spec import RoomState

if TYPE_CHECKING:
    from stoa.engine.spec import RoomHost, RoomSpec

_EVENTS_WAITING_MAX = 32


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
    did_get_ready = Signal()

    def __init__(self, spec: RoomSpec, host: RoomHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.caller = spec.caller
        self.state = RoomState.WARM
        self.path = "/"
        self.view = QuietView(spec.background)
        self.page = QuietPage(spec.background)
        self.standby = QuietStandby()
        self.watchdog = QuietWatchdog()
        self.keepsake = QuietKeepsake()
        self.warden = QuietWarden()
        self.channel = QuietChannel()
        self.loads: list[str] = []
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self._host = host
        self._ready = False
        self._waiting: list[str] = []
        self._next_call = 1

    # The room's side.

    def warm_up(self, path: str = "") -> None:
        """Stand ready without running any of the app."""
        self.standby.path = path

    def open(self, path: str, scene: str) -> None:
        """Go to a page of the app."""
        self.caller = replace(self.caller, scene=scene)
        self.keepsake.forget_look()
        self._begin(path)

    def change_scene(self, scene: str) -> None:
        """Say how the app was opened this time."""
        self.caller = replace(self.caller, scene=scene)

    def reload(self) -> None:
        """Load the page again."""
        self.keepsake.forget_look()
        self._begin(self.path)

    def freeze(self) -> None:
        """Let the page stand still."""
        self.watchdog.rest()
        self.set_state(RoomState.ASLEEP)

    def discard(self) -> None:
        """End the renderer."""
        self._ready = False
        self.set_state(RoomState.DISCARDED)

    def wake(self) -> None:
        """Go on, or begin to load again."""
        if self.state is RoomState.DISCARDED:
            self._begin(self.path)
        elif self.state is RoomState.ASLEEP:
            self.set_state(RoomState.RUNNING)

    def mark_ready(self) -> None:
        """Hand over the events that waited."""
        self._ready = True
        waiting, self._waiting = self._waiting, []
        for text in waiting:
            self.tell(text)
        self.did_get_ready.emit()

    @property
    def is_ready(self) -> bool:
        """Whether the page said that it is ready."""
        return self._ready

    def tell(self, text: str) -> None:
        """Send an event, once the page listens."""
        if not self._ready:
            self._waiting.append(text)
            del self._waiting[_EVENTS_WAITING_MAX:]
        elif self.channel.is_open:
            message = json.loads(text)
            self.heard.append((message["method"], message["params"]))

    def set_state(self, state: RoomState) -> None:
        """Note where the room stands and say so."""
        if state is not self.state and self.state is not RoomState.CLOSED:
            self.state = state
            self.did_change_state.emit(state)

    def destroy_now(self) -> None:
        """End everything of the room."""
        if self.state is not RoomState.CLOSED:
            self.set_state(RoomState.CLOSED)
            self.channel.close()
            self.view.deleteLater()

    # The page's side.

    def load(self, *, ready: bool = True) -> None:
        """The page has loaded; with ``ready`` it says so, as the SDK does."""
        self.set_state(RoomState.RUNNING)
        if ready:
            assert self.call("host.ready").result is None

    def call(self, method: str, **params: Any) -> Call:
        """Call the host through its real gate."""
        call = Call()
        answers = call.answers
        message = {"jsonrpc": "2.0", "id": self._next_call, "method": method, "params": params}
        self._next_call += 1

        def reply(text: str) -> None:
            if self.channel.is_open:
                answers.append(json.loads(text))

        self._host.receive(self.caller, json.dumps(message), reply)
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

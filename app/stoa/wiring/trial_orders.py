"""What a trial host is ordered to do, by name. Each order is a method of its own; unknown ones are told as errors."""

from __future__ import annotations

import asyncio
import base64
import difflib
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa import __version__
from stoa.areas import AREAS, METHOD_PERMISSIONS
from stoa.contract.errors import ErrorCode, StoaError
from stoa.contract.wire import WireError, read
from stoa.database import system_clock
from stoa.engine.spec import RoomState
from stoa.miniapp.app import open_folder
from stoa.permissions import PERMISSION_NAMES
from stoa.trial.launch_profile import LaunchProfile
from stoa.trial.person import Willing
from stoa.trial.recording import Recording
from stoa.trial.traffic import har
from stoa.ui.theme import Theme
from stoa.wiring.engine import make_proxy
from stoa.wiring.tasks import Tasks
from stoa.workbench.backing import TrialParts
from stoa.workbench.evidence import Evidence
from stoa.workbench.home import TrialHome
from stoa.workbench.player import Player
from stoa.workbench.recorder import Recorder
from stoa.workbench.trial_room import TrialRoom

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

_EVENTS = {event.name: event for area in AREAS for event in area.events}
# A page that does not become ready in this time is told of as it stands; the order does not fail for it.
READY_SECONDS = 10.0


class TrialOrders:
    """Holds the one trial of this process."""

    def __init__(self, folder: Path, language: str) -> None:
        self._tasks = Tasks(lambda _error: None)
        proxy = make_proxy()
        proxy.start()
        self._parts = TrialParts(
            TrialHome(folder, system_clock), proxy, Theme("light"), system_clock, self._tasks.spawn, language,
            __version__,
        )  # fmt: skip
        self._trial: TrialRoom | None = None
        self._evidence: Evidence | None = None
        self._recorder: Recorder | None = None
        self._ready = asyncio.Event()
        self._place = QWidget()
        self._layout = QVBoxLayout(self._place)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._orders: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
            "open": self._open, "apply": self._apply, "reload": self._reload, "suspend": self._suspend,
            "wake": self._wake, "crash": self._crash, "state": self._state, "evidence": self._tell_evidence,
            "har": self._har, "stub": self._stub, "fail": self._fail, "unstub": self._unstub, "picture": self._picture,
            "tell": self._tell, "record": self._record, "recorded": self._recorded, "play": self._play,
            "end": self._end, "version": lambda _order: __version__,
        }  # fmt: skip

    async def serve(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """Do one order and give its answer as a line of the protocol."""
        number, name = order.get("id"), str(order.get("do"))
        try:
            do: Callable[[Mapping[str, Any]], Any] = self._orders.get(name) or self._unknown
            answer = do(order)
            return {"id": number, "answer": await answer if asyncio.iscoroutine(answer) else answer}
        except StoaError as error:
            return {"id": number, "error": str(error)}
        except Exception as error:  # noqa: BLE001  whoever gave the order waits for an answer
            return {"id": number, "error": f"The order {name} could not be done: {error!r}"}

    def _unknown(self, order: Mapping[str, Any]) -> None:
        raise StoaError(f"There is no order {order.get('do')!r}; there are {', '.join(sorted(self._orders))}.")

    async def close(self) -> None:
        """End the trial and close what it stands on."""
        self._end({})
        self._tasks.cancel()
        await self._tasks.settle()
        self._parts.proxy.stop()
        self._parts.home.close()

    @property
    def trial(self) -> TrialRoom:
        """The trial. Raises StoaError before the first one and after its end."""
        if self._trial is None:
            raise StoaError("No mini-app is open: give the order open first.")
        return self._trial

    async def _open(self, order: Mapping[str, Any]) -> dict[str, Any]:
        # What a test stubbed before it opens its mini-app anew is meant for that run.
        stubs = {} if self._trial is None else dict(self._trial.backing.stubs.answers)
        self._end({})
        app = open_folder(Path(order["folder"]), PERMISSION_NAMES)
        profile = LaunchProfile.model_validate(order.get("profile") or {})
        if profile.storage == "fresh":
            # Not only what the mini-app stored: its posts and surveys too.
            self._parts.home.forget(profile.account)
        trial = TrialRoom(app, profile, self._parts, Willing())
        trial.backing.stubs.answers.update(stubs)
        self._trial, self._evidence = trial, Evidence(trial)
        self._ready = asyncio.Event()
        trial.did_become_ready.connect(self._ready.set)
        trial.did_end.connect(self._on_ended)
        self._fit(trial)
        trial.begin()
        trial.hang.look_from_the_first_script_on()
        if order.get("record"):
            self._recorder = Recorder(trial, system_clock)
        await self._until_ready()
        return {**self._state({}), "findings": [asdict(finding) for finding in app.findings]}

    async def _apply(self, order: Mapping[str, Any]) -> dict[str, Any]:
        self.trial.apply(LaunchProfile.model_validate(order["profile"]))
        self._fit(self.trial)
        return self._state({})

    async def _reload(self, _order: Mapping[str, Any]) -> dict[str, Any]:
        self._ready.clear()
        self.trial.reload()
        await self._until_ready()
        return self._state({})

    async def _suspend(self, _order: Mapping[str, Any]) -> dict[str, Any]:
        self.trial.suspend()
        await self._reach(RoomState.ASLEEP)
        return self._state({})

    def _wake(self, _order: Mapping[str, Any]) -> dict[str, Any]:
        self.trial.wake()
        return self._state({})

    async def _crash(self, _order: Mapping[str, Any]) -> dict[str, Any]:
        self.trial.crash()
        await self._reach(RoomState.CRASHED)
        return self._state({})

    def _state(self, _order: Mapping[str, Any]) -> dict[str, Any]:
        trial = self.trial
        return {
            "state": str(trial.room.state),
            "ready": self._ready.is_set(),
            "hangsIn": str(trial.hang.place or ""),
            "path": trial.room.path,
            "appId": trial.app.app_id,
            "name": trial.app.manifest.name,
        }

    def _tell_evidence(self, _order: Mapping[str, Any]) -> dict[str, Any]:
        """Of a mini-app that closed itself there still is all that it left."""
        if self._evidence is None:
            raise StoaError("No mini-app was opened yet: give the order open first.")
        return self._evidence.values()

    def _har(self, _order: Mapping[str, Any]) -> dict[str, Any]:
        return har(self.trial.traffic.exchanges, __version__)

    def _stub(self, order: Mapping[str, Any]) -> None:
        self.trial.backing.stubs.answer(_known("method", order["method"], METHOD_PERMISSIONS), order.get("result"))

    def _fail(self, order: Mapping[str, Any]) -> None:
        method = _known("method", order["method"], METHOD_PERMISSIONS)
        code = ErrorCode(_known("error code", order["code"], [code.value for code in ErrorCode]))
        self.trial.backing.stubs.fail(method, code, order.get("sentence", ""))

    def _unstub(self, _order: Mapping[str, Any]) -> None:
        self.trial.backing.stubs.clear()

    def _tell(self, order: Mapping[str, Any]) -> None:
        event = _EVENTS[_known("event", order["event"], _EVENTS)]
        try:
            payload = read(event.payload, order.get("payload") or {})
        except WireError as error:
            raise StoaError(f"{event.name} cannot be told: {error}") from None
        self.trial.tell(event.name, payload)

    def _picture(self, _order: Mapping[str, Any]) -> str:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.trial.room.view.grab().save(buffer, "PNG")
        return base64.b64encode(buffer.data().data()).decode()

    def _record(self, _order: Mapping[str, Any]) -> None:
        self._recorder = Recorder(self.trial, system_clock)

    def _recorded(self, _order: Mapping[str, Any]) -> dict[str, Any]:
        if self._recorder is None:
            raise StoaError("Nothing is being recorded: open with record, or give the order record.")
        recorder, self._recorder = self._recorder, None
        return recorder.end().model_dump(mode="json", by_alias=True)

    async def _play(self, order: Mapping[str, Any]) -> dict[str, Any]:
        recording = Recording.model_validate(order["recording"])
        difference = await Player(self.trial, recording, system_clock).play()
        return {"difference": None if difference is None else difference.sentence()}

    def _end(self, _order: Mapping[str, Any]) -> None:
        if self._trial is not None:
            self._trial.end()

    def _on_ended(self) -> None:
        self._trial = None

    def _fit(self, trial: TrialRoom) -> None:
        """Give the page the frame of its profile."""
        width, height = trial.profile.frame.size
        self._layout.addWidget(trial.room.view)
        self._place.resize(width, height)
        self._place.show()
        trial.room.view.show()

    async def _until_ready(self) -> None:
        """Wait until the page says so, and the engine that it has come: either may be the first."""
        await _heard(self._ready)
        if self.trial.room.state is RoomState.LOADING:
            await self._reach(RoomState.RUNNING, RoomState.HUNG, RoomState.CRASHED)

    async def _reach(self, *states: RoomState) -> None:
        """Wait until the room stands at one of these, or for as long as a page may take to become ready."""
        reached = asyncio.Event()
        self.trial.did_change_state.connect(lambda now: reached.set() if now in states else None)
        if self.trial.room.state not in states:
            await _heard(reached)


async def _heard(event: asyncio.Event) -> None:
    """Wait for an event, but no longer than a page may take to become ready."""
    with suppress(TimeoutError):
        async with asyncio.timeout(READY_SECONDS):
            await event.wait()


def _known(kind: str, name: str, names: Collection[str]) -> str:
    """The name, if there is such a thing. Raises StoaError that names the nearest one."""
    if name in names:
        return name
    near = difflib.get_close_matches(name, names, 1)
    raise StoaError(f'There is no {kind} "{name}"' + (f': did you mean "{near[0]}"?' if near else "."))

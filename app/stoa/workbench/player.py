"""Does the steps of a recording again, with real presses and keys, and tells where the page no longer follows."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from stoa.contract.errors import StoaError
from stoa.engine.staging import ask_page
from stoa.trial.recording import Difference, Recording, calls_of, first_difference, player_script
from stoa.workbench.answers import answer_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.trial.recording import Step
    from stoa.workbench.trial_room import TrialRoom

# A person waits about so long for a control before they call it missing.
FIND_SECONDS = 5.0
_LOOK_EVERY_SECONDS = 0.05
# Between two steps, so that what one brings about is there before the next; people are slower.
_PAUSE_SECONDS = 0.15
# After the last call that was recorded, others may come that are new.
_SETTLE_SECONDS = 0.6
_KEY_CODES = {
    "Enter": 13, "Escape": 27, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39,
    "ArrowDown": 40, "Delete": 46,
}  # fmt: skip


class StepError(StoaError):
    """A step cannot be done: its control is not there, is disabled, or is covered. ``number`` counts from 1."""

    def __init__(self, sentence: str, number: int) -> None:
        super().__init__(sentence)
        self.number = number


class Player(QObject):
    """Plays one recording in a trial that has just begun, under whichever profile.

    ``did_play`` gives the number of each step that was done, counted from 1.
    """

    did_play = Signal(int)

    def __init__(self, trial: TrialRoom, recording: Recording, clock: Callable[[], int]) -> None:
        super().__init__(trial)
        self._trial = trial
        self._recording = recording
        self._clock = clock

    async def play(self) -> Difference | None:
        """Do all steps and compare the calls. Raises StepError at the first step that cannot be done."""
        began = self._clock()
        for number, step in enumerate(self._recording.steps, 1):
            try:
                await self._do(number, step)
            except TimeoutError:
                raise StepError(f"Step {number}, {step.sentence()}: {_reason(None, step)}", number) from None
            self.did_play.emit(number)
            await asyncio.sleep(_PAUSE_SECONDS)
        await self._until_called(began)
        return first_difference(self._recording.calls, calls_of(self._trial.journal, began))

    async def _until_called(self, began: int) -> None:
        """Wait for as many calls as were recorded, and then for those that are new."""
        for _ in range(round(FIND_SECONDS / _LOOK_EVERY_SECONDS)):
            if len(calls_of(self._trial.journal, began)) >= len(self._recording.calls):
                break
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        await asyncio.sleep(_SETTLE_SECONDS)

    async def _do(self, number: int, step: Step) -> None:
        place = {"x": 0.0, "y": 0.0}
        if step.role or step.name:
            place = await self._find(number, step)
        if place.get("done"):
            return
        if step.kind == "click":
            await self._click(place)
        elif step.kind == "fill":
            await self._type(step.value)
        elif step.kind == "press":
            await self._press(step.value)

    async def _find(self, number: int, step: Step) -> dict[str, Any]:
        loop = asyncio.get_running_loop()
        late = loop.time() + FIND_SECONDS
        while True:
            told = await self._ask(player_script(step))
            found = json.loads(told) if isinstance(told, str) and told else None
            if found is not None and "x" in found and not found.get("covered"):
                return dict(found)
            if loop.time() > late:
                raise StepError(f"Step {number}, {step.sentence()}: {_reason(found, step)}", number)
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def _ask(self, script: str) -> Any:
        return await answer_to(lambda take, _fail: ask_page(self._trial.room, script, take), FIND_SECONDS)

    async def _click(self, place: dict[str, Any]) -> None:
        # CSS pixels, as the page tells them: the engine minds the zoom of a page that is drawn smaller itself.
        at = {"x": place["x"], "y": place["y"], "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            await self._send("Input.dispatchMouseEvent", {"type": kind, **at})

    async def _type(self, text: str) -> None:
        if text:
            await self._send("Input.insertText", {"text": text})
        else:
            await self._press("Delete")
        # A person leaves the field, and only then has it changed.
        await self._ask("document.activeElement?.blur?.(); 0")

    async def _press(self, key: str) -> None:
        code = _KEY_CODES.get(key, 0)
        common = {"key": key, "code": key, "windowsVirtualKeyCode": code, "nativeVirtualKeyCode": code}
        down = {"text": "\r"} if key == "Enter" else {}
        await self._send("Input.dispatchKeyEvent", {"type": "keyDown", **common, **down})
        await self._send("Input.dispatchKeyEvent", {"type": "keyUp", **common})

    async def _send(self, command: str, params: dict[str, Any]) -> None:
        inspector = self._trial.inspector
        if inspector is None:
            raise StoaError("The room sleeps or was closed: wake it, or open it again.")
        await answer_to(lambda take, fail: inspector.send(command, params, take, fail), FIND_SECONDS)


def _reason(found: object, step: Step) -> str:
    if not isinstance(found, dict):
        return "the page did not answer."
    if found.get("disabled"):
        return "it is disabled."
    if found.get("covered"):
        return "something lies over it."
    if "missing" in found:
        return f'there is no choice "{found["missing"]}".'
    count = int(found.get("found", 0))
    return "no such control is shown." if count == 0 else f"only {count} of them are shown, not {step.nth + 1}."

"""Where a page hangs: the script that does not come to its end, looked up as soon as the page no longer answers."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from stoa.engine.chromium import SCHEME
from stoa.engine.spec import RoomState
from stoa.records import Record

if TYPE_CHECKING:
    from stoa.engine.inspector import Inspector
    from stoa.workbench.trial_room import TrialRoom

_STOPPED, _WENT_ON = "Debugger.paused", "Debugger.resumed"
# A line of a stack as V8 writes it.
_FRAME = re.compile(rf" *at (?:(?P<function>.+?) \()?{SCHEME}://[^/]+(?P<place>/\S*:\d+:\d+)\)?")
# The SDK is called by the page, and is nothing that its author can change.
_HOST_FILES = "/_stoa/"


class Place(Record):
    """Where a script is: the function, empty outside of all, and ``/file:line:column``."""

    function: str
    where: str

    def __str__(self) -> str:
        """As ``spin (/spin.js:3:5)``."""
        return f"{self.function} ({self.where})" if self.function else self.where


class Hang(QObject):
    """Follows a trial, once it has begun. ``place`` is where its page hangs, as long as it does; ``did_find`` gives it.

    A page that waits in the engine, for a request or a lock, has no script that could be stopped, and no place.
    """

    did_find = Signal(object)

    def __init__(self, trial: TrialRoom) -> None:
        super().__init__(trial)
        self.place: Place | None = None
        self._trial = trial
        # Whose next stop is the one that was asked for.
        self._asked: Inspector | None = None
        # Whoever stops a page in the DevTools is not to be sent on from there.
        self._is_stopped = False
        trial.did_change_state.connect(self._on_state)
        trial.did_inspect.connect(self._on_told)

    def look_from_the_first_script_on(self) -> None:
        """Find a page too that hangs before the DevTools have switched their debugger on. Call as the trial begins.

        Where somebody sees the DevTools this is not for: told of scripts so early, they cannot show their lines.
        """
        if (inspector := self._trial.inspector) is not None:
            inspector.send("Debugger.enable")

    def _on_state(self, state: RoomState) -> None:
        self.place = None
        if state in {RoomState.LOADING, RoomState.CRASHED}:
            # What was asked of the script went with it.
            self._give_up()
            self._is_stopped = False
        elif state is RoomState.HUNG and not self._is_stopped and (inspector := self._trial.inspector) is not None:
            # The engine stops a script from beside it. The DevTools are not told: they would take a step of their own.
            self._asked = inspector
            inspector.keep(_STOPPED)
            inspector.send("Debugger.pause", failed=lambda _error: self._give_up())

    def _give_up(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.keep()

    def _on_told(self, name: str, values: dict[str, Any]) -> None:
        if name == _STOPPED and self._asked is not None:
            asked, self._asked = self._asked, None
            # The frames name no files, only numbers that the DevTools know.
            where = {"callFrameId": values["callFrames"][0]["callFrameId"], "expression": "new Error().stack"}
            params = {**where, "silent": True, "returnByValue": True}
            answer = partial(self._on_stack, asked)
            asked.send("Debugger.evaluateOnCallFrame", params, answer, lambda _error: answer({}))
        elif name in {_STOPPED, _WENT_ON}:
            self._is_stopped = name == _STOPPED

    def _on_stack(self, asked: Inspector, told: dict[str, Any]) -> None:
        # Not before: it would be done at once, and the question wait until the script comes to its end.
        asked.send("Debugger.resume")
        asked.keep()
        if self._trial.room.state is RoomState.HUNG:
            self.place = place_in(str(told.get("result", {}).get("value", "")))
            if self.place is not None:
                self.did_find.emit(self.place)


def place_in(stack: str) -> Place | None:
    """The innermost place in the mini-app's own files, if there is one."""
    for line in stack.splitlines():
        found = _FRAME.fullmatch(line)
        if found is not None and not found["place"].startswith(_HOST_FILES):
            return Place(found["function"] or "", found["place"])
    return None

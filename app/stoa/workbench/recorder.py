"""Writes down what a person does in a trial, from a world of its own that the page cannot see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal

from stoa.trial.recording import STEPS_MAX, Recording, Step, calls_of, recorder_script

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from stoa.workbench.trial_room import TrialRoom

_WORLD = "stoa-recorder"
_BINDING = "__stoaRecord"


class Recorder(QObject):
    """Records one trial. Made right after the trial begins, so that a replay can begin as it did.

    ``did_record`` gives each step.
    """

    did_begin = Signal()
    did_record = Signal(object)

    def __init__(self, trial: TrialRoom, clock: Callable[[], int]) -> None:
        super().__init__(trial)
        self._trial = trial
        self._clock = clock
        self._began = clock()
        self._script_id = ""
        self.steps: list[Step] = []
        trial.did_inspect.connect(self._on_inspected)
        inspector = trial.inspector
        if inspector is not None:
            inspector.send("Page.enable")
            inspector.send("Runtime.enable")
            inspector.send("Runtime.addBinding", {"name": _BINDING, "executionContextName": _WORLD})
            script = {"source": recorder_script(), "worldName": _WORLD, "runImmediately": True}
            inspector.send("Page.addScriptToEvaluateOnNewDocument", script, self._on_script_added)

    def settle(self, done: Callable[[], None]) -> None:
        """Call ``done`` when all that the page has told so far is written down: the DevTools keep the order."""
        inspector = self._trial.inspector
        if inspector is None:
            done()
        else:
            inspector.send("Runtime.evaluate", {"expression": "0"}, lambda _values: done(), lambda _error: done())

    def end(self) -> Recording:
        """Stop, and give what was recorded."""
        self._trial.did_inspect.disconnect(self._on_inspected)
        inspector = self._trial.inspector
        if inspector is not None:
            inspector.send("Runtime.removeBinding", {"name": _BINDING})
            if self._script_id:
                inspector.send("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self._script_id})
        self.deleteLater()
        return Recording(
            app_id=self._trial.app.app_id,
            profile=self._trial.profile,
            steps=tuple(self.steps),
            calls=calls_of(self._trial.journal, self._began),
        )

    def _on_script_added(self, values: Mapping[str, Any]) -> None:
        self._script_id = str(values.get("identifier", ""))
        self.did_begin.emit()

    def _on_inspected(self, name: str, values: Mapping[str, Any]) -> None:
        if name != "Runtime.bindingCalled" or values.get("name") != _BINDING or len(self.steps) >= STEPS_MAX:
            return
        try:
            told = json.loads(values["payload"])
            step = Step(**told, at=max(0, self._clock() - self._began))
        except (ValueError, TypeError, ValidationError):
            return  # a control whose name is longer than any person would read out
        self.steps.append(step)
        self.did_record.emit(step)

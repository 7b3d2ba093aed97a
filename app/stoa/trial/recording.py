"""A recording: what a person did with a mini-app, and what crossed the bridge meanwhile. Kept as JSON."""

from __future__ import annotations

import json
import re
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from stoa.contract.errors import StoaError
from stoa.records import Record
from stoa.trial.launch_profile import LaunchProfile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stoa.bridge.journal import Entry

FORMAT = "stoa-recording/1"
RECORDING_MAX_CHARS = 4 * 1024 * 1024
STEPS_MAX = 1000
_TEXT_MAX_CHARS = 10_000
_HERE = Path(__file__).parent
# What differs from run to run and means nothing: ids, keys, times, and long encoded data.
_CHANGING = re.compile(r"[0-9a-fA-F-]{16,}|[A-Za-z0-9+/_=-]{40,}|\b\d{10,}\b|\d{4}-\d\d-\d\dT[0-9:.+Z-]+")


class RecordingError(StoaError):
    """A text is no recording; the sentence says what to change."""


class _Part(BaseModel):
    """A closed, immutable part; camelCase in files."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class Step(_Part):
    """One thing the person did to the ``nth`` control of a role and an accessible name.

    ``value`` is the text of ``fill``, the label of ``select``, the key of ``press``. ``at`` is milliseconds since the
    recording began.
    """

    kind: Literal["click", "fill", "select", "press"]
    role: Annotated[str, Field(max_length=40)]
    name: Annotated[str, Field(max_length=200)]
    nth: Annotated[int, Field(ge=0, le=10_000)] = 0
    value: Annotated[str, Field(max_length=_TEXT_MAX_CHARS)] = ""
    at: Annotated[int, Field(ge=0)] = 0

    def sentence(self) -> str:
        """The step in words, for lists and messages."""
        control = f'{self.role or "control"} "{self.name}"' + (f" ({self.nth + 1})" if self.nth else "")
        if self.kind == "press":
            return f"press {self.value} on {control}" if self.name or self.role else f"press {self.value}"
        verb = {"click": "click", "fill": f'write "{self.value}" into', "select": f'choose "{self.value}" in'}
        return f"{verb[self.kind]} {control}"


class RecordedCall(_Part):
    """One call of the page: its name, the verdict of the gate, and its parameters as the journal shows them."""

    name: str
    verdict: str
    params: str = ""
    at: int = 0


class Recording(_Part):
    """What was done and what was called, under which conditions."""

    app_id: str
    profile: LaunchProfile = LaunchProfile()
    steps: Annotated[tuple[Step, ...], Field(max_length=STEPS_MAX)] = ()
    calls: tuple[RecordedCall, ...] = ()


class Difference(Record):
    """The first place where a replay left its recording: the number of the call, counted from 1, and both sides."""

    number: int
    recorded: RecordedCall | None
    replayed: RecordedCall | None

    def step_of(self, recording: Recording) -> int:
        """The number of the last step that was done before the call, counted from 0; of a new call the last of all."""
        if self.recorded is None:
            return max(0, len(recording.steps) - 1)
        return max(0, sum(step.at <= self.recorded.at for step in recording.steps) - 1)

    def sentence(self) -> str:
        """The difference in words."""
        if self.replayed is None and self.recorded is not None:
            return f"Call {self.number}, {self.recorded.name}, did not come again."
        if self.recorded is None and self.replayed is not None:
            return f"Call {self.number}, {self.replayed.name}, is new: it was not in the recording."
        assert self.recorded is not None
        assert self.replayed is not None
        if self.recorded.name != self.replayed.name:
            return f"Call {self.number} was {self.recorded.name} and is {self.replayed.name} now."
        if self.recorded.verdict != self.replayed.verdict:
            was, now = self.recorded.verdict, self.replayed.verdict
            return f"Call {self.number}, {self.recorded.name}, was answered with {was} and is with {now} now."
        return f"Call {self.number}, {self.recorded.name}, was made with other parameters: {self.replayed.params}"


def calls_of(entries: Iterable[Entry], began: int) -> tuple[RecordedCall, ...]:
    """The calls among a journal's entries; ``began`` is when the recording did (milliseconds since 1970 UTC)."""
    return tuple(
        RecordedCall(name=entry.name, verdict=entry.verdict, params=entry.params, at=max(0, entry.at - began))
        for entry in entries
        if entry.verdict != "event"
    )


def first_difference(recorded: Sequence[RecordedCall], replayed: Sequence[RecordedCall]) -> Difference | None:
    """Where a replay first left its recording, or None. Ids, times and long encoded data are taken as alike."""
    for number, (before, now) in enumerate(zip_longest(recorded, replayed), 1):
        if before is None or now is None or _sense(before) != _sense(now):
            return Difference(number, before, now)
    return None


def write_recording(recording: Recording) -> str:
    """A recording as the JSON text of a file."""
    values = recording.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps({"format": FORMAT, **values}, ensure_ascii=False, indent=2) + "\n"


def read_recording(text: str) -> Recording:
    """The recording in a file's text. Raises RecordingError."""
    if len(text) > RECORDING_MAX_CHARS:
        raise RecordingError(f"A recording has at most {RECORDING_MAX_CHARS:,} characters.")
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecordingError(f"This is not JSON: {error}.") from None
    if not isinstance(values, dict) or values.pop("format", None) != FORMAT:
        raise RecordingError(f'This is no recording: its member "format" has to be "{FORMAT}".')
    try:
        return Recording.model_validate(values)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(part) for part in fault["loc"]) or "the recording"
        raise RecordingError(f"{place}: {fault['msg']}.") from None


def recorder_script() -> str:
    """The script that tells each step to ``__stoaRecord`` of its world, as JSON without ``at``."""
    return f"{_text('accessible.js')}\n{_text('recorder.js')}"


def player_script(step: Step) -> str:
    """A script whose value, as JSON text, says where the control of a step is, now that it is ready (``player.js``)."""
    values = json.dumps(step.model_dump(mode="json"))
    play = _text("player.js").strip()
    return f"(() => {{ {_text('accessible.js')}\nconst play = {play};\nreturn JSON.stringify(play({values})); }})()"


def _sense(call: RecordedCall) -> tuple[str, str, str]:
    return call.name, call.verdict, _CHANGING.sub("…", call.params)


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")

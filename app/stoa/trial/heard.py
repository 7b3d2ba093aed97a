"""The calls of a page as it sent them, in that order, whole; the journal has them as they ended, and only a preview."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# The newest are kept, and of a long text (a picture's data) its beginning.
CALLS_MAX = 1000
TEXT_MAX_CHARS = 10_000
WAITING = "waiting"


@dataclass(slots=True)
class Call:
    """One call. ``verdict`` is ``waiting`` until it is answered, then ``ok`` or an error code."""

    name: str
    params: Mapping[str, Any] = field(default_factory=dict)
    verdict: str = WAITING
    result: Any = None


class Heard:
    """Listens between the page and the gate, and changes nothing."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=CALLS_MAX)

    def __iter__(self) -> Iterator[Call]:
        return iter(tuple(self._calls))

    def hear(self, raw: str, reply: Callable[[str], None]) -> Callable[[str], None]:
        """Note a message of the page; the function to reply with notes the answer."""
        call = _call(raw)
        if call is None:
            return reply
        self._calls.append(call)

        def answer(text: str) -> None:
            _note(call, text)
            reply(text)

        return answer


def _call(raw: str) -> Call | None:
    """The call in a message; None for what is no call, which the gate refuses."""
    try:
        message = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict) or not isinstance(message.get("method"), str):
        return None
    params = message.get("params")
    return Call(message["method"], _short(params) if isinstance(params, dict) else {})


def _note(call: Call, text: str) -> None:
    answer = json.loads(text)
    if "error" in answer:
        call.verdict = str(answer["error"].get("data", {}).get("code", "internal"))
    else:
        call.verdict, call.result = "ok", _short(answer.get("result"))


def _short(value: Any) -> Any:
    if isinstance(value, str):
        return value[:TEXT_MAX_CHARS]
    if isinstance(value, dict):
        return {name: _short(one) for name, one in value.items()}
    return [_short(one) for one in value] if isinstance(value, list) else value

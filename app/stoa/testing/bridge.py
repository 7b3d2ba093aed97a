"""The bridge of a mini-app under test: what crossed it, and answers in place of the real ones."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stoa.testing.host import TrialHost

# A page calls soon after a press; whoever waits longer waits in vain.
CALL_SECONDS = 5.0
_LOOK_EVERY_SECONDS = 0.05


class CallNotMadeError(AssertionError):
    """A call that was expected did not come; the text lists those that did."""


class Bridge:
    """Reads the journal of the open mini-app, and stubs methods. Stubs hold until ``reset`` or the end of the test."""

    def __init__(self, host: TrialHost) -> None:
        self._host = host

    @property
    def journal(self) -> list[dict[str, Any]]:
        """Every call and event, oldest first: name, verdict, rule, fix, params, result, duration_ms, at."""
        return list(self._host.order("evidence")["journal"])

    def calls(self, method: str = "") -> list[dict[str, Any]]:
        """The calls of a method, or of all. Events are no calls."""
        return [one for one in self.journal if one["verdict"] != "event" and method in {"", one["name"]}]

    def expect_call(
        self, method: str, *, verdict: str = "ok", times: int = 1, seconds: float = CALL_SECONDS, **params: Any
    ) -> dict[str, Any]:
        """Wait until a method was called ``times`` times with a verdict and, where given, with these parameters.

        Returns the newest such call. Raises CallNotMadeError.
        """
        late = time.monotonic() + seconds
        while True:
            found = [one for one in self.calls(method) if one["verdict"] == verdict and _has(one["params"], params)]
            if len(found) >= times:
                return found[-1]
            if time.monotonic() > late:
                raise CallNotMadeError(self._told(method, verdict, times, params))
            time.sleep(_LOOK_EVERY_SECONDS)

    def stub(self, method: str, result: Any = None) -> None:
        """Answer a method with a result, as it crosses the bridge; the contract still checks it."""
        self._host.order("stub", method=method, result=result)

    def fail(self, method: str, code: str, sentence: str = "") -> None:
        """Answer a method with an error of the contract: ``denied``, ``cancelled``, ``too_many`` and so on."""
        self._host.order("fail", method=method, code=code, sentence=sentence)

    def reset(self) -> None:
        """Let the real services answer again."""
        self._host.order("unstub")

    def tell(self, event: str) -> None:
        """Send the page an event that carries nothing, for example ``back.didPress``."""
        self._host.order("tell", event=event)

    def _told(self, method: str, verdict: str, times: int, params: Mapping[str, Any]) -> str:
        wanted = f"{method} with verdict {verdict}" + (f" and {json.dumps(params)}" if params else "")
        made = "\n".join(f"  {one['name']} {one['verdict']} {one['params']}" for one in self.calls()) or "  none"
        return f"Expected {times} call(s) of {wanted}. Calls that were made:\n{made}"


def _has(text: str, params: Mapping[str, Any]) -> bool:
    """Whether a call's parameters hold these. Only those of calls of at most 500 characters are kept whole."""
    if not params:
        return True
    try:
        made = json.loads(text)
    except ValueError:
        return False
    return isinstance(made, dict) and all(made.get(name) == value for name, value in params.items())

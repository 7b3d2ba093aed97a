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
_SHOWN_MAX_CHARS = 200


class CallNotMadeError(AssertionError):
    """A call that was expected did not come; the text lists those that did."""


class Bridge:
    """Reads the journal of the open mini-app, and stubs methods. Stubs hold until ``reset`` or the end of the test."""

    def __init__(self, host: TrialHost) -> None:
        self._host = host

    @property
    def journal(self) -> list[dict[str, Any]]:
        """Every event and answered call, oldest first: name, verdict, rule, fix, params, result, duration_ms, at.

        ``params`` and ``result`` are the first 500 characters of their JSON; ``calls`` has them as values.
        """
        return list(self._host.order("evidence")["journal"])

    def calls(self, method: str = "") -> list[dict[str, Any]]:
        """The calls of a method, or of all, in the order in which the page made them: name, params, verdict, result.

        A call that is not answered yet has the verdict ``waiting``.
        """
        return [one for one in self._host.order("evidence")["calls"] if method in {"", one["name"]}]

    def expect_call(
        self, method: str, *, verdict: str = "ok", times: int = 1, seconds: float = CALL_SECONDS, **params: Any
    ) -> dict[str, Any]:
        """Wait until a method was called ``times`` times with a verdict and, where given, with these parameters.

        Returns the newest such call. Raises CallNotMadeError.
        """
        late = time.monotonic() + seconds
        while True:
            made = self.calls(method)
            found = [one for one in made if one["verdict"] == verdict and params.items() <= one["params"].items()]
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

    def tell(self, event: str, **payload: Any) -> None:
        """Send the page an event: ``tell("back.didPress")``, ``tell("link.didOpen", path="/r/1", scene="link")``."""
        self._host.order("tell", event=event, payload=payload)

    def _told(self, method: str, verdict: str, times: int, params: Mapping[str, Any]) -> str:
        wanted = f"{method} with verdict {verdict}" + (f" and {json.dumps(params)}" if params else "")
        made = (
            "\n".join(f"  {one['name']} {one['verdict']} {_short(one['params'])}" for one in self.calls()) or "  none"
        )
        return f"Expected {times} call(s) of {wanted}. Calls that were made:\n{made}"


def _short(params: Mapping[str, Any]) -> str:
    text = json.dumps(params, ensure_ascii=False)
    return text if len(text) <= _SHOWN_MAX_CHARS else f"{text[:_SHOWN_MAX_CHARS]}…"

"""The handlers of a trial: the real ones, with stubs of a test and faults of a launch profile in front of them."""

from __future__ import annotations

import asyncio
import inspect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.trial.launch_profile import FaultKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from stoa.contract.caller import Caller
    from stoa.contract.method import Handler, Handlers
    from stoa.trial.launch_profile import Fault


@dataclass(slots=True)
class Stubs:
    """Answers of a test in place of the real ones, by method: a result as it crosses the bridge, or an error."""

    answers: dict[str, Any] = field(default_factory=dict)

    def answer(self, method: str, result: Any) -> None:
        """Answer a method with a result; the gate still holds it against the contract."""
        self.answers[method] = result

    def fail(self, method: str, code: ErrorCode, sentence: str = "") -> None:
        """Answer a method with an error."""
        self.answers[method] = BridgeError(code, sentence or f"The test lets {method} fail with {code}.")

    def clear(self) -> None:
        """Let the real handlers answer again."""
        self.answers.clear()


def faulty(handlers: Handlers, faults: Callable[[], Sequence[Fault]], stubs: Stubs) -> dict[str, Handler]:
    """The handlers with faults and, behind those, stubs in front. Changes of either hold from the next call on.

    Of several faults that hit a method the first counts.
    """
    return {name: _with_faults(name, _stubbed(name, handler, stubs), faults) for name, handler in handlers.items()}


def _stubbed(name: str, handler: Handler, stubs: Stubs) -> Handler:
    def call(caller: Caller, params: Any) -> Any:
        if name not in stubs.answers:
            return handler(caller, params)
        if isinstance(answer := stubs.answers[name], BridgeError):
            raise answer
        return answer

    return call


def _with_faults(name: str, handler: Handler, faults: Callable[[], Sequence[Fault]]) -> Handler:
    def call(caller: Caller, params: Any) -> Any:
        fault = next((fault for fault in faults() if fault.hits(name)), None)
        if fault is None:
            return handler(caller, params)
        if fault.kind is FaultKind.DENY:
            raise BridgeError(ErrorCode.DENIED, f"The launch profile refuses {name}, as a person might.")
        if fault.kind is FaultKind.ERROR:
            raise BridgeError(fault.code, f"The launch profile lets {name} fail with {fault.code}.")
        if fault.kind is FaultKind.SILENT:
            return _never()
        return _late(handler, caller, params, fault.delay_ms / 1000)

    return call


async def _never() -> None:
    await asyncio.get_running_loop().create_future()


async def _late(handler: Handler, caller: Caller, params: Any, seconds: float) -> Any:
    await asyncio.sleep(seconds)
    outcome = handler(caller, params)
    return await outcome if inspect.isawaitable(outcome) else outcome

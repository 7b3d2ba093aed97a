"""Puts contract, handlers and gate together. Imported after the first paint."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from stoa.areas import AREAS
from stoa.bridge.gate import Gate
from stoa.bridge.registry import Registry
from stoa.contract.generate import javascript
from stoa.contract.wire import CONTRACT_VERSION
from stoa.engine.relay import RelayScript, relay_script
from stoa.engine.web_permission import decide_beside
from stoa.services.host.api import Capabilities

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from stoa.bridge.gate import Grants
    from stoa.bridge.journal import Journal
    from stoa.contract.method import Caller, Handler
    from stoa.engine.filter_proxy import FilterProxy
    from stoa.shell.consenting import Consenting


class Tasks:
    """Runs coroutines beside the event loop and keeps them from being collected before they end.

    ``failed`` is called with what ended one that nobody waits for.
    """

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        self._failed = failed
        self._running: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run a coroutine beside."""
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._on_done)
        return task

    def cancel(self) -> None:
        """End all of them; for the end of the program."""
        for task in tuple(self._running):
            task.cancel()

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failed(error)

    async def settle(self) -> None:
        """Wait until the cancelled ones have ended."""
        await asyncio.gather(*self._running, return_exceptions=True)


@dataclass(slots=True)
class RoomBacking:
    """What stands behind every room (see ``stoa.engine.room.RoomHost``)."""

    gate: Gate
    consenting: Consenting
    proxy: FilterProxy
    sdk: bytes
    relay: RelayScript
    tasks: Tasks

    def receive(self, caller: Caller, raw: str, reply: Callable[[str], None]) -> None:
        """The gate."""
        self.gate.receive(caller, raw, reply)

    def decide_web_permission(self, caller: Caller, names: tuple[str, ...], answer: Callable[[bool], None]) -> None:
        """Decide, now or later, whether a web feature may be used."""
        decide_beside(self.tasks.spawn, self.consenting.ask_web(caller, names), answer)


def make_gate(
    handlers: Mapping[str, Handler], grants: Grants, journal: Journal, tasks: Tasks, clock: Callable[[], int]
) -> tuple[Gate, Registry]:
    """The gate over all handlers."""
    registry = Registry(AREAS, handlers)
    return Gate(registry, grants, journal, tasks.spawn, wall_ms=clock), registry


def make_backing(gate: Gate, consenting: Consenting, proxy: FilterProxy, tasks: Tasks) -> RoomBacking:
    """What stands behind every room."""
    methods = [method for area in AREAS for method in area.methods]
    return RoomBacking(gate, consenting, proxy, javascript(AREAS).encode(), relay_script(methods), tasks)


def capabilities(consenting: Consenting) -> Callable[[Caller], Capabilities]:
    """What a caller may do now, as host.capabilities tells it."""
    methods = [method.name for area in AREAS for method in area.methods]
    events = [event.name for area in AREAS for event in area.events]
    return lambda caller: Capabilities.model_validate(
        {
            "contract_version": CONTRACT_VERSION,
            "methods": methods,
            "events": events,
            "permissions": consenting.standing(caller),
        }
    )

"""Puts contract, handlers and gate together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.areas import AREAS
from stoa.bridge.gate import Gate
from stoa.bridge.registry import Registry
from stoa.contract.sizes import CONTRACT_VERSION
from stoa.contract.wire import read
from stoa.services.host.api import Capabilities

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stoa.bridge.gate import Grants
    from stoa.bridge.journal import Journal
    from stoa.contract.caller import Caller
    from stoa.contract.method import Handler
    from stoa.shell.standing import Standing
    from stoa.wiring.tasks import Tasks


def make_gate(
    handlers: Mapping[str, Handler], grants: Grants, journal: Journal, tasks: Tasks, clock: Callable[[], int]
) -> Gate:
    """The gate over all handlers."""
    return Gate(Registry(AREAS, handlers), grants, journal, tasks.spawn, wall_ms=clock)


def capabilities(standing: Standing) -> Callable[[Caller], Capabilities]:
    """What a caller may do now, as host.capabilities tells it."""
    methods = [method.name for area in AREAS for method in area.methods]
    events = [event.name for area in AREAS for event in area.events]
    return lambda caller: read(
        Capabilities,
        {
            "contractVersion": CONTRACT_VERSION,
            "methods": methods,
            "events": events,
            "permissions": standing.all_of(caller),
        },
    )

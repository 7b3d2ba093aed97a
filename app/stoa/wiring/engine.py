"""Starts the engine's ways: first the door, of which the engine is told, and then the proxy behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.engine.chromium import set_switches
from stoa.engine.datagrams import refuse_datagrams
from stoa.engine.door import Door
from stoa.engine.resolver import NOBODY, ask_only
from stoa.engine.scheme import register_scheme
from stoa.logbook import Log

if TYPE_CHECKING:
    from stoa.engine.filter_proxy import FilterProxy

log = Log(__name__)


def open_door() -> Door:
    """Make the door of the only way out and hand the engine its switches, resolver and scheme. Call once."""
    door = Door()
    # The door's thread is from before, and finds the declared servers' addresses by datagrams.
    if not refuse_datagrams():
        log.warning("no filter on system calls here: datagrams of WebRTC have the engine's switch only")
    set_switches(door.port)
    ask_only(NOBODY)
    register_scheme()
    return door


def make_proxy(door: Door | None = None) -> FilterProxy:
    """Make the proxy behind the door, or both. It serves once it is started; who connects until then waits."""
    # The engine may start meanwhile.
    from stoa.engine.filter_proxy import FilterProxy

    return FilterProxy(door=door or open_door())

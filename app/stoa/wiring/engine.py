"""Starts the engine and the only way out of it."""

from __future__ import annotations

from stoa.engine.chromium import set_switches
from stoa.engine.datagrams import refuse_datagrams
from stoa.engine.filter_proxy import FilterProxy
from stoa.engine.memory import keep_house
from stoa.engine.resolver import NOBODY, ask_only
from stoa.engine.scheme import register_scheme
from stoa.logbook import Log

log = Log(__name__)


def start_proxy() -> FilterProxy:
    """Start the only way out and hand the engine its switches, resolver and scheme. Call once."""
    # Before there are many threads. The first picture of the feed does not wait for it.
    keep_house()
    proxy = FilterProxy()
    port = proxy.start()
    # The proxy's thread is from before, and finds the declared servers' addresses by datagrams.
    if not refuse_datagrams():
        log.warning("no filter on system calls here: datagrams of WebRTC have the engine's switch only")
    set_switches(port)
    ask_only(NOBODY)
    register_scheme()
    return proxy

"""The scripts the host puts into a room's page, limits filled in.

Into its isolated world the relay; into its own world what bounds its console and ends drags.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWebEngineCore import QWebEngineScript

from stoa.bridge.limits import IN_FLIGHT
from stoa.contract.errors import JSON_RPC_NUMBERS
from stoa.contract.sizes import LARGE_CALLS, MESSAGE_MAX_CHARS
from stoa.engine.channel import RoomChannel

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a page may send; the gate's own bucket behind it is a little wider.
PER_SECOND = 200
BURST = 400
# Lines of the console; what the host itself reads is a little wider, as the engine writes lines of its own.
LINES_PER_SECOND = 40
LINES_AT_ONCE = 400
RelayScript = QWebEngineScript


def relay_script() -> QWebEngineScript:
    """The relay for the main frame of every document of a room."""
    limits = {
        "small": MESSAGE_MAX_CHARS,
        "largeMethods": LARGE_CALLS,
        "perSecond": PER_SECOND,
        "burst": BURST,
        "inFlight": IN_FLIGHT,
    }
    source = _source("relay.js", limits).replace("__NUMBERS__", json.dumps(JSON_RPC_NUMBERS))
    return isolated_script("stoa-relay", source.replace("__HOST__", json.dumps(_places())))


def isolated_script(name: str, source: str) -> QWebEngineScript:
    """A script for the main frame of every document of a room, in the world of the relay, which no page sees."""
    script = _script(name, source, QWebEngineScript.ScriptWorldId.ApplicationWorld)
    script.setRunsOnSubFrames(False)
    return script


def console_script() -> QWebEngineScript:
    """What bounds the console of every document and frame of a room, in the page's own world."""
    limits = {"perSecond": LINES_PER_SECOND, "burst": LINES_AT_ONCE}
    source = _source("quiet_console.js", limits)
    script = _script("stoa-console", source, QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(True)
    return script


def drag_script() -> QWebEngineScript:
    """What ends every drag in every document and frame of a room, in the page's own world."""
    script = _script("stoa-drags", _source("no_drags.js", {}), QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(True)
    return script


def _source(name: str, limits: Mapping[str, object]) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").replace("__LIMITS__", json.dumps(limits))


def _script(name: str, source: str, world: QWebEngineScript.ScriptWorldId) -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName(name)
    script.setSourceCode(source)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(world.value)
    return script


def _places() -> dict[str, int]:
    """Where the host's object has what the relay uses: the channel's messages name a slot or signal by its place."""
    meta = RoomChannel.staticMetaObject  # type: ignore[attr-defined]  # every QObject's class has one
    return {
        "receive": meta.indexOfSlot("receive(QString,QString)"),
        "answered": meta.indexOfSignal("answered(QString,QString)"),
        "told": meta.indexOfSignal("told(QString,QString)"),
    }

"""The script the host puts into a room's isolated world: Qt's channel client and the relay, limits filled in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtWebEngineCore import QWebEngineScript

from stoa.bridge.limits import IN_FLIGHT
from stoa.contract.errors import JSON_RPC_NUMBERS, StoaError
from stoa.contract.wire import MESSAGE_MAX_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stoa.contract.method import Method

# What a page may send; the gate's own bucket behind it is a little wider.
PER_SECOND = 200
BURST = 400
RelayScript = QWebEngineScript
_CLIENT = ":/qtwebchannel/qwebchannel.js"


def relay_script(methods: Iterable[Method]) -> QWebEngineScript:
    """The relay for the main frame of every document of a room."""
    limits = {
        "small": MESSAGE_MAX_CHARS,
        "largeMethods": {m.name: m.max_chars for m in methods if m.max_chars != MESSAGE_MAX_CHARS},
        "perSecond": PER_SECOND,
        "burst": BURST,
        "inFlight": IN_FLIGHT,
    }
    source = Path(__file__).with_name("relay.js").read_text(encoding="utf-8")
    source = source.replace("__LIMITS__", json.dumps(limits)).replace("__NUMBERS__", json.dumps(JSON_RPC_NUMBERS))
    script = QWebEngineScript()
    script.setName("stoa-relay")
    script.setSourceCode(_channel_client() + source)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.ApplicationWorld.value)
    script.setRunsOnSubFrames(False)
    return script


def _channel_client() -> str:
    # Loading it as a <script> from a custom scheme is refused by the engine; injecting it is not.
    file = QFile(_CLIENT)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise StoaError("Qt's own qwebchannel.js is missing: reinstall PySide6-Addons.")
    return bytes(file.readAll().data()).decode() + "\n"

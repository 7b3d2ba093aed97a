"""What a room is made from, what it needs from outside, and where it can stand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QColor
    from PySide6.QtWebEngineCore import QWebEngineScript

    from stoa.contract.caller import Caller
    from stoa.engine.filter_proxy import FilterProxy
    from stoa.miniapp.app import MiniApp


class RoomState(StrEnum):
    """Where a room stands. ``ASLEEP`` is frozen and still has its renderer; ``DISCARDED`` has none."""

    WARM = "warm"
    LOADING = "loading"
    RUNNING = "running"
    HUNG = "hung"
    CRASHED = "crashed"
    ASLEEP = "asleep"
    DISCARDED = "discarded"
    CLOSED = "closed"


class RoomSpec(Record):
    """What a room is made from. ``granted`` gives the web features allowed now; ``language`` is a BCP 47 tag."""

    app: MiniApp
    caller: Caller
    storage: Path
    granted: Callable[[], frozenset[str]]
    language: str
    background: QColor


class RoomHost(Protocol):
    """What a room needs from outside."""

    @property
    def sdk(self) -> bytes:
        """The text of ``/_stoa/stoa.js``."""
        ...

    @property
    def relay(self) -> QWebEngineScript:
        """The relay script."""
        ...

    @property
    def proxy(self) -> FilterProxy:
        """The only way out."""
        ...

    def receive(self, caller: Caller, raw: str, reply: Callable[[str], None]) -> None:
        """The gate."""
        ...

    def decide_web_permission(self, caller: Caller, names: tuple[str, ...], answer: Callable[[bool], None]) -> None:
        """Decide, now or later, whether a web feature may be used."""
        ...

"""How a bridge call and an event are declared: once, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from stoa.contract.caller import Caller
from stoa.contract.sizes import MESSAGE_MAX_CHARS
from stoa.contract.wire import Nothing, Wire

if TYPE_CHECKING:
    from stoa.contract.permission import Permission
from stoa.records import Record


class Method(Record):
    """A bridge call: ``area.verb``, the models of its parameters and result, and who may call it.

    ``result`` is any type that can be read: a wire model, ``list[Model]``, ``Model | None`` or ``None``.
    ``permission`` names the permission it needs. A ``quiet`` method only reads what the mini-app made itself: it must
    be declared, and a person's "never" holds, but nobody is asked. ``codes`` are the errors beyond those of every call.
    """

    name: str
    doc: str
    params: type[Wire] = Nothing
    result: Any = None
    permission: str | None = None
    quiet: bool = False
    since: int = 1
    max_chars: int = MESSAGE_MAX_CHARS
    codes: tuple[str, ...] = ()


class Event(Record):
    """A fact the host tells a mini-app: its name and the model of what it carries."""

    name: str
    doc: str
    payload: type[Wire] = Nothing
    since: int = 1


class Area(Record):
    """All that one service offers on the bridge."""

    name: str
    doc: str
    methods: tuple[Method, ...] = ()
    events: tuple[Event, ...] = ()
    permissions: tuple[Permission, ...] = ()


# A handler takes the caller and the validated params, and returns the result or an awaitable of it.
# It raises BridgeError for every refusal it foresees.
Handler = Callable[[Caller, Any], Any]
Handlers = Mapping[str, Handler]

"""How a bridge call, an event and a permission are declared: once, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from stoa.contract.wire import MESSAGE_MAX_CHARS, Nothing, Wire
from stoa.records import Record


class Consent(StrEnum):
    """How a person comes to agree to a permission."""

    ASK = "ask"
    """The permission sheet asks, and the answer may be remembered."""
    MEDIATED = "mediated"
    """Each use goes through a surface of the host (composer, sign-in sheet, file chooser), which is the question."""


class Permission(Record):
    """A thing a mini-app may be allowed to do; ``sentence`` completes "NAME wants to …" on the sheet."""

    name: str
    title: str
    sentence: str
    consent: Consent


class Method(Record):
    """A bridge call: ``area.verb``, the models of its parameters and result, and who may call it.

    ``result`` is any type pydantic can validate: a wire model, ``list[Model]``, ``Model | None`` or ``None``.
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


class Caller(Record):
    """Who calls: fixed when the channel is made, never read from a message.

    ``room_key`` is ``<account>/<app key>`` and names the storage of one account and mini-app (an installed app and
    the same id opened from a folder have different keys). ``declared`` holds the manifest's permission names.
    """

    account_id: str
    app_id: str
    app_name: str
    room_key: str
    room_id: int
    scene: str = "launcher"
    declared: frozenset[str] = frozenset()

    @property
    def app_key(self) -> str:
        """The part of the room key that names the mini-app, under which grants and consents are kept."""
        return self.room_key.partition("/")[2]


# A handler takes the caller and the validated params, and returns the result or an awaitable of it.
# It raises BridgeError for every refusal it foresees.
Handler = Callable[[Caller, Any], Any]
Handlers = Mapping[str, Handler]

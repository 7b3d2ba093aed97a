"""What a mini-app may ask about its own storage: 10 MB an app, 1 MB a key."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from stoa.contract.method import Area, Method
from stoa.contract.sizes import LARGE_CALLS
from stoa.contract.wire import Json, Wire

Key = Annotated[str, Meta(min_length=1, max_length=128)]
APP_MAX_BYTES = 10 * 1024 * 1024


class KeyRef(Wire):
    """A key."""

    key: Key


class Entry(Wire):
    """A key and the JSON value to keep under it."""

    key: Key
    value: Json


class Value(Wire):
    """What is kept under a key; null when nothing is."""

    value: Json = None


class Usage(Wire):
    """How much is kept, in bytes of UTF-8 JSON, and under which keys."""

    bytes: int
    limit: int
    keys: list[str]


AREA = Area(
    name="storage",
    doc="Values kept for this account and mini-app.",
    methods=(
        Method("storage.get", "Gives the value under a key, or null.", KeyRef, Value),
        Method(
            "storage.set",
            "Keeps a value under a key.",
            Entry,
            max_chars=LARGE_CALLS["storage.set"],
            codes=("too_large",),
        ),
        Method("storage.remove", "Forgets a key.", KeyRef),
        Method("storage.clear", "Forgets all keys."),
        Method("storage.usage", "Tells how much is kept.", result=Usage),
    ),
)

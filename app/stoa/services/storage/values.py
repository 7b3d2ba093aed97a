"""What a mini-app may keep: JSON values under keys, 1 MB each and 10 MB together. Pure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.sizes import VALUE_MAX_BYTES
from stoa.records import Record
from stoa.services.storage.api import APP_MAX_BYTES

if TYPE_CHECKING:
    from pydantic import JsonValue

# The answer of storage.usage lists every key; this many stay well under the size of a message.
KEYS_MAX = 10_000


class Stored(Record):
    """A key and its value as JSON text; ``size`` is the UTF-8 length of both in bytes."""

    key: str
    text: str
    size: int


class Totals(Record):
    """How much a room keeps: bytes and number of keys."""

    size: int
    keys: int


def stored(key: str, value: JsonValue) -> Stored:
    """A value as it is kept.

    Raises:
        BridgeError: ``invalid_params`` for what JSON in UTF-8 cannot hold, ``too_large`` for more than 1 MB.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        value_size, key_size = len(text.encode()), len(key.encode())
    except ValueError as error:
        # Half of a surrogate pair, or a number such as 1e999; UnicodeEncodeError is a ValueError.
        raise BridgeError(
            ErrorCode.INVALID_PARAMS, "The value holds a text or number that JSON in UTF-8 cannot hold."
        ) from error
    if value_size > VALUE_MAX_BYTES:
        raise BridgeError(
            ErrorCode.TOO_LARGE, f"The value under {key} has {value_size} bytes; at most {VALUE_MAX_BYTES} are kept."
        )
    return Stored(key, text, value_size + key_size)


def check_room(others: Totals, entry: Stored) -> None:
    """Refuse an entry that does not fit beside the room's ``others``.

    Raises:
        BridgeError: ``too_large`` beyond 10 MB, ``too_many`` beyond 10,000 keys.
    """
    if others.size + entry.size > APP_MAX_BYTES:
        raise BridgeError(
            ErrorCode.TOO_LARGE,
            f"{others.size} bytes are kept and {entry.key} needs {entry.size}; at most {APP_MAX_BYTES} are kept.",
        )
    if others.keys >= KEYS_MAX:
        raise BridgeError(ErrorCode.TOO_MANY, f"{others.keys} keys are kept; at most {KEYS_MAX} are.")

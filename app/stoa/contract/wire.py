"""The base of all wire models, and the sizes that bound a message."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

# Most calls are small; a message of this size parses in well under a millisecond.
MESSAGE_MAX_CHARS = 256 * 1024
# A 2 MB picture as base64 is 2.8 million characters; the rest is room for the card's texts.
PICTURE_MESSAGE_MAX_CHARS = 3 * 1024 * 1024
PICTURE_MAX_BYTES = 2 * 1024 * 1024
# Deeper JSON has no use in any method and would cost recursion in whoever reads it.
JSON_MAX_DEPTH = 32
CONTRACT_VERSION = 1


class Wire(BaseModel):
    """A value that crosses the bridge: immutable, closed, camelCase outside and snake_case inside."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True, defer_build=True
    )


class Nothing(Wire):
    """No members."""


class ReadyJson(NamedTuple):
    """A result that is JSON text already, exactly as its model would be written.

    For what is kept as JSON: reading it only to write the same text again took longer than all the rest of a call.
    """

    text: str

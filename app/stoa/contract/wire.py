"""The base of all wire models."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


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

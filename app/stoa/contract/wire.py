"""The base of all wire models, and how they are read and written.

By msgspec, where the rest of the program reads what people write by pydantic: a start with a room has calls to check,
and this takes a thirtieth of the memory (docs/decisions/0025). Making a model checks nothing; ``read`` and ``checked``
do.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar, dataclass_transform

import msgspec

from stoa.contract.errors import StoaError

# Any value of JSON. What comes over the bridge was read as JSON before.
Json = Any
_T = TypeVar("_T")
_W = TypeVar("_W", bound="Wire")
_encode = msgspec.json.Encoder().encode


class WireError(StoaError):
    """A value is not what its type says: the sentence tells where, and what could stand there."""


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Wire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A value that crosses the bridge: immutable, closed, camelCase outside and snake_case inside."""


class Nothing(Wire):
    """No members."""


class ReadyJson(NamedTuple):
    """A result that is JSON text already, exactly as its model would be written.

    For what is kept as JSON: reading it only to write the same text again took longer than all the rest of a call.
    """

    text: str


def read(kind: type[_T], value: object) -> _T:
    """A value of JSON as a wire model, or as another type made of them. Raises WireError for the first fault.

    What is of that model already is taken as it is.
    """
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise WireError(_sentence(kind, str(error))) from None


def checked(model: _W) -> _W:
    """A model that was made here, if its members are what its class says. Raises WireError for the first fault."""
    return read(type(model), msgspec.to_builtins(model))


def written(value: object) -> str:
    """A model, or another value made of them, as JSON."""
    return _encode(value).decode()


def _sentence(kind: Any, fault: str) -> str:
    """Where a fault is and what it is, by what msgspec says of it; without the value that was sent."""
    from stoa.contract.shape import offered_at  # noqa: PLC0415  nothing but a fault has a use for it

    what, _, place = fault.partition(" - at `$")
    place = place.strip(".`")
    offered = ", ".join(offered_at(kind, place))
    if what.startswith("Invalid enum value"):
        what = f"Expected one of {offered}"
    elif "unknown field" in what:
        what += f", and may contain {offered or 'none'}"
    return f"{place or 'params'}: {what}."

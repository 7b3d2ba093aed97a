"""What wire models are made of, as data: for the files that are generated of them, for forms, and for sentences."""

from __future__ import annotations

import re
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from stoa.records import Record

if TYPE_CHECKING:
    from stoa.contract.wire import Wire

# A place as msgspec tells it: ``questions[0].kind``.
_STEP = re.compile(r"\[|\w+(?![^\[]*\])")


class Member(Record):
    """A member of a model: the name it has outside, its type, and what it is when nobody says."""

    name: str
    kind: Any
    required: bool
    default: Any = None


def members(model: type[Wire]) -> tuple[Member, ...]:
    """The members of a model, in the order of its class."""
    kinds = get_type_hints(model, include_extras=True)
    return tuple(
        Member(field.encode_name, kinds[field.name], field.required, _default(field))
        for field in msgspec.structs.fields(model)
    )


def parts(kind: Any) -> tuple[Any, ...]:
    """The types that a type is one of: those of a union, or itself alone; without what bounds them."""
    if get_origin(kind) is Annotated:
        return parts(get_args(kind)[0])
    if get_origin(kind) in {Union, UnionType}:
        return tuple(part for one in get_args(kind) for part in parts(one))
    return (kind,)


def is_model(part: Any) -> bool:
    """Whether a part is a wire model."""
    return isinstance(part, type) and issubclass(part, msgspec.Struct)


def choices(part: Any) -> tuple[str, ...]:
    """The texts that a part offers to choose from; none where it is anything else."""
    if get_origin(part) is Literal:
        return get_args(part)
    return tuple(one.value for one in part) if isinstance(part, type) and issubclass(part, Enum) else ()


def parts_at(kind: Any, place: str) -> tuple[Any, ...]:
    """What a type is one of at a place inside of it, such as ``questions[0].kind``; nothing where there is no such."""
    found = parts(kind)
    for step in _STEP.findall(place):
        found = tuple(part for one in found for below in _below(one, step) for part in parts(below))
    return found


def offered_at(kind: Any, place: str) -> tuple[str, ...]:
    """What there is to choose from at a place inside of a type: texts, or the names of a model's members."""
    found = parts_at(kind, place)
    named = tuple(member.name for part in found if is_model(part) for member in members(part))
    return named + tuple(choice for part in found for choice in choices(part))


def _below(part: Any, step: str) -> list[Any]:
    if step == "[":
        return [get_args(part)[-1]] if get_origin(part) in {list, dict} else []
    return [member.kind for member in members(part) if member.name == step] if is_model(part) else []


def _default(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return None if field.required else field.default

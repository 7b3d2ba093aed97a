"""The form of a bridge call, made from the contract: which fields it has, and the parameters typed into them."""

from __future__ import annotations

import json
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal

from stoa.contract.errors import StoaError
from stoa.contract.shape import choices, members, parts
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stoa.contract.method import Method
    from stoa.contract.shape import Member

FieldKind = Literal["text", "number", "switch", "choice", "json"]
_KINDS: dict[Any, FieldKind] = {str: "text", bool: "switch", int: "number", float: "number"}
# Kept whole in a message, these would make its code unreadable.
_INDENT = 2


class CallFormError(StoaError):
    """What was typed into a field is not of its kind; the sentence names the field."""


class FormField(Record):
    """One parameter. ``default`` is what is sent when nothing is chosen; None for "left out"."""

    name: str
    kind: FieldKind
    required: bool
    choices: tuple[str, ...] = ()
    default: Any = None
    is_whole: bool = False

    @property
    def start(self) -> str:
        """What its control shows at first."""
        if self.kind == "json":
            return "" if self.default is None else json.dumps(self.default, ensure_ascii=False)
        return "" if self.default is None or self.kind == "switch" else str(self.default)


def fields_of(method: Method) -> tuple[FormField, ...]:
    """The fields of a method, in the order of the contract."""
    return tuple(map(_field, members(method.params)))


def params_of(fields: Sequence[FormField], typed: Mapping[str, str | bool]) -> dict[str, Any]:
    """The parameters that were typed, by name; optional ones that are empty are left out. Raises CallFormError."""
    params = {}
    for field in fields:
        value = typed.get(field.name, "")
        if isinstance(value, bool):
            if field.required or value != bool(field.default):
                params[field.name] = value
        elif value.strip() or (field.required and field.kind == "text"):
            params[field.name] = _value(field, value)
        elif field.required:
            raise CallFormError(f"{field.name} is needed.")
    return params


def call_text(number: int, method: str, params: Mapping[str, Any]) -> str:
    """The message that a page would send."""
    return json.dumps({"jsonrpc": "2.0", "id": f"hand{number}", "method": method, "params": dict(params)})


def answer_text(answer: str) -> str:
    """An answer as people read it: the result, or the error."""
    told = json.loads(answer)
    return json.dumps(told.get("error", told.get("result")), indent=_INDENT, ensure_ascii=False)


def as_code(method: str, params: str) -> str:
    """A call as a line of a mini-app's own script; ``params`` is JSON."""
    return f"await stoa.{method}({'' if params in {'', '{}'} else params});"


def _field(member: Member) -> FormField:
    # Behind "or null"; of several possible types, none.
    ways = [part for part in parts(member.kind) if part is not NoneType]
    way = ways[0] if len(ways) == 1 else None
    field = partial(FormField, member.name, required=member.required, default=member.default)
    if offered := choices(way):
        return field(kind="choice", choices=offered)
    return field(kind=_KINDS.get(way, "json"), is_whole=way is int)


def _value(field: FormField, text: str) -> Any:
    if field.kind in {"text", "choice"}:
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise CallFormError(f"{field.name} is no {'number' if field.kind == 'number' else 'JSON'}.") from None
    if field.kind == "number":
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise CallFormError(f"{field.name} is no number.")
        if field.is_whole and not float(value).is_integer():
            raise CallFormError(f"{field.name} is no whole number.")
    return value

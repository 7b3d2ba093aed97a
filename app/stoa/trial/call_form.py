"""The form of a bridge call, made from the contract: which fields it has, and the parameters typed into them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stoa.contract.method import Method

FieldKind = Literal["text", "number", "switch", "choice", "json"]
_NUMBERS = {"integer", "number"}
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
    about: str = ""
    is_whole: bool = False

    @property
    def start(self) -> str:
        """What its control shows at first."""
        if self.kind == "json":
            return "" if self.default is None else json.dumps(self.default, ensure_ascii=False)
        return "" if self.default is None or self.kind == "switch" else str(self.default)


def fields_of(method: Method) -> tuple[FormField, ...]:
    """The fields of a method, in the order of the contract."""
    schema = method.params.model_json_schema(by_alias=True)
    required = set(schema.get("required", ()))
    parts = schema.get("$defs", {})
    return tuple(
        _field(name, part, parts, is_required=name in required) for name, part in schema.get("properties", {}).items()
    )


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


def _field(name: str, schema: Mapping[str, Any], parts: Mapping[str, Any], *, is_required: bool) -> FormField:
    plain = _resolved(schema, parts)
    default, about = schema.get("default", plain.get("default")), str(schema.get("description", ""))
    if "enum" in plain and all(isinstance(one, str) for one in plain["enum"]):
        return FormField(name, "choice", is_required, tuple(plain["enum"]), default, about)
    kind = plain.get("type")
    if kind == "string":
        return FormField(name, "text", is_required, (), default, about)
    if kind == "boolean":
        return FormField(name, "switch", is_required, (), default, about)
    if kind in _NUMBERS:
        return FormField(name, "number", is_required, (), default, about, kind == "integer")
    return FormField(name, "json", is_required, (), default, about)


def _resolved(schema: Mapping[str, Any], parts: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema behind references and behind "or null"; of several possible types, none."""
    if "$ref" in schema:
        return _resolved(parts.get(str(schema["$ref"]).rpartition("/")[2], {}), parts)
    if "const" in schema:
        return {"enum": [schema["const"]]}
    ways = [one for one in schema.get("anyOf", schema.get("allOf", ())) if one.get("type") != "null"]
    return _resolved(ways[0], parts) if len(ways) == 1 else schema


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

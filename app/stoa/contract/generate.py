"""Methods and events to the files mini-app authors read: stoa.js, stoa.d.ts and the reference page. Pure functions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from stoa.contract.errors import ErrorCode
from stoa.contract.sizes import CONTRACT_VERSION
from stoa.contract.wire import Nothing, Wire

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stoa.contract.method import Area, Method

_RUNTIME = Path(__file__).with_name("sdk_runtime.js")
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_HEAD = "Generated from the contract: do not edit."
Schema = dict[str, Any]


def javascript(areas: Iterable[Area]) -> str:
    """The text of ``stoa.js``."""
    verbs = {area.name: [method.name.split(".")[1] for method in area.methods] for area in areas}
    source = _RUNTIME.read_text(encoding="utf-8")
    return source.replace("__AREAS__", json.dumps(verbs)).replace("__CONTRACT_VERSION__", str(CONTRACT_VERSION))


def typescript(areas: Iterable[Area]) -> str:
    """The text of ``stoa.d.ts``."""
    areas = tuple(areas)
    lines = [
        f"// {_HEAD}",
        "",
        "export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };",
    ]
    codes = " | ".join(json.dumps(str(code)) for code in ErrorCode)
    lines += ["", f"export type ErrorCode = {codes};", ""]
    for name, schema in sorted(_definitions(areas).items()):
        lines += _declaration(name, schema)
    lines += ["export interface Events {"]
    lines += [
        f"  /** {event.doc} */\n  {json.dumps(event.name)}: {_model_name(event.payload)};"
        for area in areas
        for event in area.events
    ]
    lines += ["}", "", "export interface StoaError extends Error {", "  code: ErrorCode;", "  fix?: string;", "}", ""]
    lines += ["export interface Stoa {", "  available: boolean;", "  contractVersion: number;"]
    lines += ["  on<E extends keyof Events>(name: E, listener: (payload: Events[E]) => void): () => void;"]
    for area in areas:
        lines += [f"  /** {area.doc} */", f"  {area.name}: {{"]
        for method in area.methods:
            lines += [f"    /** {method.doc} */", f"    {_signature(method)}"]
        lines += ["  };"]
    lines += ["}", "", "declare global {", "  interface Window {", "    readonly stoa: Stoa;", "  }"]
    return "\n".join([*lines, "  const stoa: Stoa;", "}", ""])


def reference(areas: Iterable[Area]) -> str:
    """The reference page, in Markdown."""
    areas = tuple(areas)
    lines = [
        "# The bridge",
        "",
        f"<!-- {_HEAD} -->",
        "",
        f'Contract version {CONTRACT_VERSION}. Include `<script src="/_stoa/stoa.js"></script>`, then call',
        "`stoa.<area>.<verb>(params)`. Every call answers: a result, or an error with a stable `code`, a sentence in",
        "`message`, and in `fix` the manifest line that would change the answer, where one would.",
        "",
        "Codes of every call: " + ", ".join(f"`{code}`" for code in ErrorCode) + ".",
        "",
    ]
    for area in areas:
        lines += [f"## {area.name}", "", area.doc, ""]
        for method in area.methods:
            lines += list(_method_section(method))
        if area.events:
            lines += ["| event | carries | when |", "|---|---|---|"]
            lines += [f"| `{e.name}` | `{_model_name(e.payload)}` | {e.doc} |" for e in area.events]
            lines += [""]
        if area.permissions:
            lines += ["| permission | the person reads | asked |", "|---|---|---|"]
            lines += [f"| `{p.name}` | wants to {p.sentence} | {_asked(p.consent)} |" for p in area.permissions]
            lines += [""]
    lines += ["## Shapes", ""]
    for name, schema in sorted(_definitions(areas).items()):
        lines += [f"### {name}", "", schema.get("description", "").replace("\n\n", "\n"), "", "```ts"]
        lines += [*_declaration(name, schema, described=False)[:-1], "```", ""]
    return "\n".join(lines)


def _asked(consent: str) -> str:
    return "by a sheet, and remembered" if consent == "ask" else "by the surface that each use goes through"


def _method_section(method: Method) -> Iterator[str]:
    yield f"### {method.name}"
    yield ""
    yield method.doc
    yield ""
    yield f"`{_signature(method)}`"
    yield ""
    asked = " (read without asking)" if method.quiet else ""
    notes = [f"permission `{method.permission}`{asked}"] if method.permission else []
    notes += [f"may answer `{code}`" for code in method.codes]
    if notes:
        yield "; ".join(notes) + "."
        yield ""


def _signature(method: Method) -> str:
    verb = method.name.split(".")[1]
    params = "" if method.params is Nothing else f"params: {_model_name(method.params)}"
    result = (
        "void"
        if method.result is None
        else _type(TypeAdapter(method.result).json_schema(by_alias=True, mode="serialization"))
    )
    return f"{verb}({params}): Promise<{result}>;"


def _model_name(model: type[Wire]) -> str:
    return "Record<string, never>" if model is Nothing else model.__name__


def _definitions(areas: Iterable[Area]) -> dict[str, Schema]:
    """The JSON schemas of all shapes, by name."""
    found: dict[str, Schema] = {}
    for area in areas:
        kinds: list[tuple[Any, bool]] = [(method.params, False) for method in area.methods]
        kinds += [(event.payload, True) for event in area.events]
        kinds += [(method.result, True) for method in area.methods if method.result is not None]
        for kind, outward in kinds:
            schema = TypeAdapter(kind).json_schema(by_alias=True, mode="serialization" if outward else "validation")
            for name, definition in schema.get("$defs", {}).items():
                found.setdefault(name, definition)
            if "title" in schema and schema.get("type") == "object" and kind is not Nothing:
                found.setdefault(schema["title"], schema)
    found.pop("JsonValue", None)
    return found


def _declaration(name: str, schema: Schema, *, described: bool = True) -> list[str]:
    doc = " ".join(schema.get("description", "").split())
    head = [f"/** {doc} */"] if described and doc else []
    if "enum" in schema:
        return [*head, f"export type {name} = {' | '.join(json.dumps(value) for value in schema['enum'])};", ""]
    required = set(schema.get("required", ()))
    lines = [*head, f"export interface {name} {{"]
    for member, kind in schema.get("properties", {}).items():
        lines.append(f"  {member}{'' if member in required else '?'}: {_type(kind)};")
    return [*lines, "}", ""]


def _type(schema: Schema) -> str:
    """A JSON schema as a TypeScript type."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rsplit("/", 1)[1]
        return "Json" if name == "JsonValue" else name
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_type(part) for part in schema["anyOf"]))
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    return _plain_type(schema)


def _plain_type(schema: Schema) -> str:
    kind = schema.get("type")
    if kind == "array":
        inner = _type(schema["items"])
        return f"({inner})[]" if "|" in inner else f"{inner}[]"
    if kind == "object":
        if "title" in schema and "properties" in schema:
            return str(schema["title"])
        extra = schema.get("additionalProperties")
        return f"Record<string, {_type(extra) if isinstance(extra, dict) else 'Json'}>"
    return _PLAIN.get(str(kind), "Json")

"""Methods and events to the files mini-app authors read: stoa.js, stoa.d.ts and the reference page. Pure functions."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from stoa.contract.errors import ErrorCode
from stoa.contract.shape import choices, is_model, members, parts
from stoa.contract.sizes import CONTRACT_VERSION
from stoa.contract.wire import Nothing, Wire

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stoa.contract.method import Area, Method

_RUNTIME = Path(__file__).with_name("sdk_runtime.js")
_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null", None: "null"}
_HEAD = "Generated from the contract: do not edit."


class _Shape(NamedTuple):
    """A type of the contract, and whether the host tells it or is told."""

    kind: Any
    told: bool


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
    for shape in _shapes(areas):
        lines += _declaration(shape)
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
    for shape in _shapes(areas):
        lines += [f"### {shape.kind.__name__}", "", _doc(shape).replace("\n\n", "\n"), "", "```ts"]
        lines += [*_declaration(shape, described=False)[:-1], "```", ""]
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
    result = "void" if method.result is None else _type(method.result)
    return f"{verb}({params}): Promise<{result}>;"


def _model_name(model: type[Wire]) -> str:
    return "Record<string, never>" if model is Nothing else model.__name__


def _shapes(areas: Iterable[Area]) -> list[_Shape]:
    """All models and enumerations, by name. One that goes both ways is written as the first that uses it sees it."""
    found: dict[str, _Shape] = {}
    for area in areas:
        shapes = [_Shape(method.params, told=False) for method in area.methods]
        shapes += [_Shape(event.payload, told=True) for event in area.events]
        shapes += [_Shape(method.result, told=True) for method in area.methods]
        for shape in shapes:
            for one in _inside(shape):
                found.setdefault(one.kind.__name__, one)
    found.pop(Nothing.__name__, None)
    return [shape for _name, shape in sorted(found.items())]


def _inside(shape: _Shape) -> Iterator[_Shape]:
    """The models and enumerations that a type is made of, those at its members first."""
    for part in parts(shape.kind):
        if is_model(part):
            for member in members(part):
                yield from _inside(_Shape(member.kind, shape.told))
            yield _Shape(part, shape.told)
        elif get_args(part) and not choices(part):
            for below in get_args(part):
                yield from _inside(_Shape(below, shape.told))
        elif choices(part) and isinstance(part, type):
            yield _Shape(part, shape.told)


def _declaration(shape: _Shape, *, described: bool = True) -> list[str]:
    doc = " ".join(_doc(shape).split())
    head = [f"/** {doc} */"] if described and doc else []
    name = shape.kind.__name__
    if offered := choices(shape.kind):
        return [*head, f"export type {name} = {' | '.join(map(json.dumps, offered))};", ""]
    lines = [*head, f"export interface {name} {{"]
    for member in members(shape.kind):
        # What the host tells is told whole.
        always = shape.told or member.required
        lines.append(f"  {member.name}{'' if always else '?'}: {_type(member.kind)};")
    return [*lines, "}", ""]


def _doc(shape: _Shape) -> str:
    return inspect.getdoc(shape.kind) or ""


def _type(kind: Any) -> str:
    """A type as TypeScript has it."""
    return " | ".join(dict.fromkeys(map(_part, parts(kind))))


def _part(part: Any) -> str:
    if is_model(part):
        return _model_name(part)
    if offered := choices(part):
        return part.__name__ if isinstance(part, type) else " | ".join(map(json.dumps, offered))
    inner = _type(get_args(part)[-1]) if get_args(part) else ""
    if get_origin(part) is list:
        return f"({inner})[]" if "|" in inner else f"{inner}[]"
    return f"Record<string, {inner}>" if get_origin(part) is dict else _PLAIN.get(part, "Json")

"""From the bytes of ``manifest.json`` to a ``Manifest``, with every finding at once, each with its line."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from stoa.contract.sizes import CONTRACT_VERSION
from stoa.miniapp.declaration import Declaration, Member
from stoa.miniapp.errors import Finding, ManifestError, Severity
from stoa.miniapp.identifier import FOLDER_PREFIX
from stoa.miniapp.jsontext import JsonText, JsonTextError, parse_json, pointer_token
from stoa.miniapp.manifest import MANIFEST_MAX_BYTES, MANIFEST_NAME, Reading, manifest_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pydantic import JsonValue
    from pydantic_core import ErrorDetails

_MAX_DEPTH = 16
# difflib's ratio from which a name is taken for a slip of another: "nmae" and "entyr" pass, "homepage" does not.
_LIKENESS = 0.75
# Of three letters, two that changed places leave a ratio of 0.67: "ulr", "scr".
_LIKENESS_OF_SHORT = 0.66
# The W3C name of a member that has another name here, because it means more.
_RENAMED = {"req_permissions": "permissions", "start_url": "entry", "theme_color": "window.background_color"}

_TYPE_SENTENCES = {
    "missing": ("is missing", 'add "{name}"'),
    "string_type": ("must be a text", "put it in double quotes"),
    "int_type": ("must be a whole number", "write it without quotes, such as 1"),
    "int_from_float": ("must be a whole number", "write it without a fraction"),
    "bool_type": ("must be true or false", "write true or false without quotes"),
    "tuple_type": ("must be a list", "put it in square brackets: [ … ]"),
    "model_type": ("must be an object", "put its members in braces: {{ … }}"),
    "model_attributes_type": ("must be an object", "put its members in braces: {{ … }}"),
    "string_too_short": ("is empty", "write at least {min_length} character"),
    "string_too_long": ("is too long", "shorten it to {max_length} characters"),
    "too_long": ("has too many entries", "keep at most {max_length}"),
    "literal_error": ("has a value that is not known", "write {expected}"),
    "greater_than_equal": ("is too small", "write at least {ge}"),
    "less_than_equal": ("is too large", "write at most {le}"),
    "string_pattern_mismatch": ("has another form than is read", "write it like {example}"),
}
_EXAMPLES = {"sizes": '"192x192" or "any"', "background_color": '"#f4f2ee"'}


def read_manifest(data: bytes, permissions: Collection[str] | None = None) -> Reading:
    """Read the bytes of a ``manifest.json``; ``permissions`` are the names that exist (None: not judged).

    Raises ``ManifestError`` with all errors and warnings, in the order of their lines.
    """
    try:
        text = parse_json(data, max_bytes=MANIFEST_MAX_BYTES, max_depth=_MAX_DEPTH)
    except JsonTextError as exc:
        raise ManifestError((_finding("error", exc.line, f"the manifest cannot be read: {exc.sentence}"),)) from None
    if not isinstance(text.value, dict):
        raise ManifestError((_finding("error", 1, "the manifest must be a JSON object", "put it in braces: { … }"),))
    findings = [*_unknown_members(text, text.value, Declaration, ""), *_judged(text, permissions)]
    declared: Declaration | None = None
    try:
        declared = Declaration.model_validate_json(data)
    except ValidationError as exc:
        findings += [_from_validation(text, error) for error in exc.errors(include_url=False)]
    findings = sorted(dict.fromkeys(findings), key=lambda finding: int(finding.where.rpartition(":")[2]))
    if declared is None or any(finding.severity == "error" for finding in findings):
        raise ManifestError(tuple(findings))
    return Reading(manifest_of(declared.model_dump()), tuple(findings))


def _finding(severity: Severity, line: int, sentence: str, fix: str | None = None) -> Finding:
    return Finding(severity, f"{MANIFEST_NAME}:{line}", sentence, fix)


def _unknown_members(text: JsonText, value: JsonValue, model: type[Member], pointer: str) -> Iterator[Finding]:
    """What is not a member of ``model``: an error when it looks like a slip, else a warning. Goes into parts."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _unknown_members(text, item, model, f"{pointer}/{index}")
    if not isinstance(value, dict):
        return
    for name, part in value.items():
        here = f"{pointer}/{pointer_token(name)}"
        field = model.model_fields.get(name)
        if field is None:
            yield _unknown_member(name, model, text.line(here))
        elif (inner := _member_model(field.annotation)) is not None:
            yield from _unknown_members(text, part, inner, here)


def _unknown_member(name: str, model: type[Member], line: int) -> Finding:
    if name in model.unused:
        return _finding("warning", line, f'"{name}" is not used by Stoa')
    likeness = _LIKENESS_OF_SHORT if len(name) <= 3 else _LIKENESS
    near = difflib.get_close_matches(name, model.model_fields, n=1, cutoff=likeness)
    meant = _RENAMED.get(name) or (near[0] if near else None)
    if meant is not None:
        return _finding("error", line, f'"{name}" is not a member of the manifest', f'write "{meant}" instead')
    return _finding("warning", line, f'Stoa does not know the member "{name}"', "remove it: it does nothing")


def _member_model(annotation: Any) -> type[Member] | None:
    """The model inside an annotation such as ``tuple[Icon, ...]`` or ``Author | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Member):
        return annotation
    return next((inner for part in get_args(annotation) if (inner := _member_model(part)) is not None), None)


def _judged(text: JsonText, permissions: Collection[str] | None) -> Iterator[Finding]:
    """What a valid manifest may still have wrong; works on raw values, so that all findings come at once."""
    value = text.value if isinstance(text.value, dict) else {}
    contract = value.get("contract")
    if isinstance(contract, int) and contract > CONTRACT_VERSION:
        sentence = f"it needs version {contract} of the bridge, and this Stoa has version {CONTRACT_VERSION}"
        yield _finding("error", text.line("/contract"), sentence, "update Stoa, or lower contract if it works without")
    app_id = value.get("app_id")
    if isinstance(app_id, str) and app_id.startswith(FOLDER_PREFIX):
        sentence = f'an id that starts with "{FOLDER_PREFIX}" is kept for folders without a manifest'
        yield _finding("error", text.line("/app_id"), sentence, "choose another app_id")
    yield from _judged_permissions(text, value.get("permissions"), permissions)
    yield from _duplicates(text, value, "network")
    yield from _duplicates(text, value, "pages")


def _judged_permissions(text: JsonText, requests: JsonValue, known: Collection[str] | None) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, request in enumerate(requests if isinstance(requests, list) else ()):
        name = request.get("name") if isinstance(request, dict) else request
        if not isinstance(name, str):
            continue
        line = text.line(f"/permissions/{index}/name" if isinstance(request, dict) else f"/permissions/{index}")
        if name in seen:
            yield _finding("error", line, f'the permission "{name}" is asked for twice', "remove one of them")
        seen.add(name)
        if known is not None and name not in known:
            near = difflib.get_close_matches(name, sorted(known), n=1)
            fix = f'write "{near[0]}"' if near else f"use one of {', '.join(sorted(known)) or 'none: there are none'}"
            yield _finding("error", line, f'there is no permission "{name}"', fix)


def _duplicates(text: JsonText, value: dict[str, JsonValue], member: str) -> Iterator[Finding]:
    items = value.get(member)
    seen: set[str] = set()
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, str) and item in seen:
            yield _finding("warning", text.line(f"/{member}/{index}"), f'"{item}" is in {member} twice', "remove one")
        if isinstance(item, str):
            seen.add(item)


def _from_validation(text: JsonText, error: ErrorDetails) -> Finding:
    """A pydantic error as a finding: its place as a line, its kind as a sentence for people."""
    steps = [str(step) for step in error["loc"]]
    line = text.line("".join(f"/{pointer_token(step)}" for step in steps))
    shown = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in steps).removeprefix(".")
    context: dict[str, Any] = error.get("ctx", {})
    if error["type"] == "stoa":
        return _finding("error", line, f"{shown}: {context['sentence']}", context["fix"])
    sentence, fix = _TYPE_SENTENCES.get(error["type"], (f"is refused: {error['msg']}", ""))
    name = steps[-1] if steps else MANIFEST_NAME
    values = {"example": _EXAMPLES.get(name, "the ones in the documentation"), **context, "name": name}
    return _finding("error", line, f"{shown} {sentence}", fix.format_map(values) or None)

"""Changes of ``manifest.json`` as a text: only the part in question changes, the rest keeps its form.

Each function gives the new text, or None where it cannot be sure; the result is read again and compared with what was
meant before it is given out.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT = r'"(?:[^"\\\n]|\\.)*"'


def renamed(text: str, line: int, name: str, meant: str) -> str | None:
    """The text with the member ``name`` on a line (from 1) called ``meant``."""
    lines = text.split("\n")
    wanted = re.compile(rf"{re.escape(json.dumps(name, ensure_ascii=False))}(?=\s*:)")
    if line > len(lines) or len(wanted.findall(lines[line - 1])) != 1:
        return None
    lines[line - 1] = wanted.sub(lambda _match: json.dumps(meant), lines[line - 1])
    return _sure("\n".join(lines), bool)


def with_member(text: str, name: str, value: Any) -> str | None:
    """The text with another member at the end of the object."""
    before = _read(text)
    if before is None or name in before:
        return None
    end = text.rstrip().rfind("}")
    body = text[:end].rstrip()
    indent = _indent(text)
    comma = "" if body.endswith("{") else ","
    member = f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
    joined = f"\n{indent}{member}\n" if "\n" in text.strip() else f" {member} "
    new = f"{body}{comma}{joined}{text[end:]}"
    return _sure(new, lambda after: after == {**before, name: value})


def with_item(text: str, name: str, value: Any) -> str | None:
    """The text with another item at the end of a list; the list is made when there is none."""
    before = _read(text)
    if before is None:
        return None
    items = before.get(name)
    if items is None:
        return with_member(text, name, [value])
    opened = [match.end() for match in re.finditer(rf"{json.dumps(name)}\s*:\s*\[", text)]
    if not isinstance(items, list) or len(opened) != 1:
        return None
    end = _list_end(text, opened[0])
    if end is None:
        return None
    body, item = text[: end - 1].rstrip(), json.dumps(value, ensure_ascii=False)
    is_multiline = "\n" in text[opened[0] : end]
    start = f"{'' if body.endswith('[') else ','}{f'{chr(10)}{_indent(text) * 2}' if is_multiline else ' '}"
    start = start if is_multiline or items else ""
    close = f"\n{_indent(text)}" if is_multiline else ""
    new = f"{body}{start}{item}{close}{text[end - 1 :]}"
    return _sure(new, lambda after: after == {**before, name: [*items, value]})


def with_sizes(text: str, index: int, sizes: str) -> str | None:
    """The text with the ``sizes`` of one icon changed."""
    before = _read(text)
    if before is None:
        return None
    old = before["icons"][index].get("sizes")
    found = list(re.finditer(rf'("sizes"\s*:\s*){re.escape(json.dumps(old))}', text))
    if old is None or len(found) != 1:
        return None
    meant = json.loads(text)
    meant["icons"][index]["sizes"] = sizes
    new = f"{text[: found[0].start()]}{found[0][1]}{json.dumps(sizes)}{text[found[0].end() :]}"
    return _sure(new, lambda after: after == meant)


def _sure(text: str, is_meant: Callable[[dict[str, Any]], bool]) -> str | None:
    after = _read(text)
    return text if after is not None and is_meant(after) else None


def _read(text: str) -> dict[str, Any] | None:
    """The object, None when it is none or has a member twice."""
    try:
        value = json.loads(text, object_pairs_hook=_without_repetition)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member is there twice")
    return members


def _indent(text: str) -> str:
    found = re.search(r"\n([ \t]+)\"", text)
    return found[1] if found else "  "


def _list_end(text: str, at: int) -> int | None:
    """The place after the bracket that closes the list opened before ``at``."""
    depth = 1
    for match in re.finditer(rf"{_TEXT}|[\[\]]", text[at:]):
        depth += {"[": 1, "]": -1}.get(match.group(), 0)
        if depth == 0:
            return at + match.end()
    return None

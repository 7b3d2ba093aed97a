"""What the room's policy will refuse, told before anybody wonders why nothing happens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stoa.check.references import Use
from stoa.check.subject import runs
from stoa.miniapp.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.markup import Element
    from stoa.check.subject import Code, Subject

_OWN_ONLY = frozenset({Use.SCRIPT, Use.STYLE, Use.FONT, Use.FRAME, Use.WORKER, Use.IMPORT, Use.FILE})
_DATA_SCHEMES = {Use.FONT: {"data"}, Use.WORKER: {"blob"}, Use.FILE: {"data"}}
_EVAL = re.compile(r"(?<![\w.$])(?:eval\s*\(|new\s+Function\s*\()")
_WASM = re.compile(r"\bWebAssembly\s*\.\s*(?:instantiate|compile|Module)")
_DEAD_TAGS = {
    "base": "base elements are refused: addresses would lead elsewhere",
    "object": "object elements are refused",
    "embed": "embed elements are refused",
}


def validate(subject: Subject) -> Iterator[Finding]:
    """Inline scripts and handlers, code from texts, and parts that come from another place than the folder."""
    allowed = set() if subject.manifest is None else set(subject.manifest.script)
    for file, found in subject.pages.items():
        for element in found:
            yield from _in_element(f"{file}:{element.line}", element, inline="inline" in allowed)
    for script in subject.scripts:
        yield from _in_script(script, wasm="wasm" in allowed)
    for reference in subject.references:
        scheme = reference.scheme
        if reference.use in _OWN_ONLY and scheme is not None and scheme not in _DATA_SCHEMES.get(reference.use, ()):
            sentence = f"a {reference.use} from another place is refused, whatever network says"
            yield Finding("error", reference.where, sentence, "put the file into the folder and refer to it there")


def _in_element(where: str, element: Element, *, inline: bool) -> Iterator[Finding]:
    if not inline:
        yield from _inline(where, element)
    if element.tag in _DEAD_TAGS:
        yield Finding("error", where, _DEAD_TAGS[element.tag], f"remove the {element.tag} element")
    if element.tag == "form" and element.attributes.get("action", "").strip():
        yield Finding("error", where, "forms cannot be sent: form-action is refused", "listen to submit in a script")
    if element.tag == "a" and "download" in element.attributes:
        sentence = "downloads are refused"
        yield Finding("warning", where, sentence, "save with stoa.host.saveFile, which asks where")


def _inline(where: str, element: Element) -> Iterator[Finding]:
    is_map = element.attributes.get("type", "").strip().lower() == "importmap"
    if (
        element.tag == "script"
        and "src" not in element.attributes
        and (is_map or (runs(element) and element.text.strip()))
    ):
        sentence = "an import map inside a page is refused" if is_map else "a script inside a page is refused"
        fix = "write full paths in imports" if is_map else "move it into a .js file and load that with src"
        yield Finding("error", where, sentence, fix)
    for name, value in element.attributes.items():
        if name.startswith("on") and len(name) > 2 and "-" not in name:
            sentence = f"the inline handler {name} is refused"
            yield Finding("error", where, sentence, "use addEventListener in a .js file")
        elif name in ("href", "src", "action") and value.strip().lower().startswith("javascript:"):
            yield Finding("error", where, "a javascript: address is refused", "use addEventListener in a .js file")


def _in_script(script: Code, *, wasm: bool) -> Iterator[Finding]:
    for match in _EVAL.finditer(script.bare):
        where = script.where(script.bare, match.start())
        yield Finding("warning", where, "code made from a text is refused (eval, new Function)", "write it as code")
    asked = None if wasm else _WASM.search(script.bare)
    if asked is not None:
        where = script.where(script.bare, asked.start())
        yield Finding(
            "error", where, "WebAssembly is refused until asked for", 'add "script": ["wasm"] to manifest.json'
        )

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
_STORAGE_CALL = "keep data with stoa.storage, IndexedDB or localStorage"
_MESSAGE_CALL = "use stoa.host.alert or stoa.host.confirm"
# Interfaces that are there and refused, or not there: what to look for, what to say, and what to use instead.
_INTERFACES = tuple(
    (re.compile(rf"(?<![\w$])(?:{pattern})"), sentence, fix)
    for pattern, sentence, fix in (
        (r"window\s*\.\s*(?:alert|confirm|prompt|print)\s*\(", "message boxes and printing are refused", _MESSAGE_CALL),
        (r"window\s*\.\s*open\s*\(", "new windows are refused", "use stoa.host.openLink or stoa.host.openApp"),
        (r"navigator\s*\.\s*serviceWorker\b", "there are no service workers in a room", "a room's files load at once"),
        (r"new\s+SharedWorker\b", "there are no shared workers in a room", "use a Worker"),
        (r"(?:webkit)?RTCPeerConnection\b", "WebRTC reaches nobody from a room", "use fetch or a WebSocket"),
        (r"new\s+WebTransport\b", "WebTransport reaches nobody from a room", "use fetch or a WebSocket"),
        (r"document\s*\.\s*cookie\b", "a mini-app has no cookies", _STORAGE_CALL),
        (r"caches\s*\.\s*(?:open|match|keys|has|delete)\b", "a room has no Cache interface", _STORAGE_CALL),
        (r"navigator\s*\.\s*storage\s*\.\s*getDirectory\b", "a room has no file system of its own", _STORAGE_CALL),
        (r"[\w$\])]+\s*\.\s*requestFullscreen\b", "the whole screen is refused", "use the room you have"),
        (r"[\w$\])]+\s*\.\s*requestPointerLock\b", "holding the pointer is refused", "follow pointermove"),
        (r"navigator\s*\.\s*registerProtocolHandler\b", "a mini-app answers no kind of links", None),
        (r"navigator\s*\.\s*credentials\b", "passkeys and passwords are refused", "use stoa.identity.signIn"),
        (r"(?:mediaDevices\s*\.\s*)?getDisplayMedia\b", "showing the screen is refused", None),
    )
)
# These may as well be functions of the mini-app's own, and then nothing is said.
_BOX = re.compile(r"(?<![\w$.])(alert|confirm|prompt)\s*\(")
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
    yield from _interfaces(script)
    asked = None if wasm else _WASM.search(script.bare)
    if asked is not None:
        where = script.where(script.bare, asked.start())
        yield Finding(
            "error", where, "WebAssembly is refused until asked for", 'add "script": ["wasm"] to manifest.json'
        )


def _interfaces(script: Code) -> Iterator[Finding]:
    for pattern, sentence, fix in _INTERFACES:
        for match in pattern.finditer(script.bare):
            yield Finding("warning", script.where(script.bare, match.start()), sentence, fix)
    for match in _BOX.finditer(script.bare):
        own = re.compile(rf"\b(?:function|const|let|var)\s+{match[1]}\b|[{{,]\s*{match[1]}\b")
        if own.search(script.bare) is None:
            where = script.where(script.bare, match.start())
            yield Finding("warning", where, f"{match[1]}() is refused", _MESSAGE_CALL)

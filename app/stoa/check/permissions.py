"""Permissions that are used and not declared, or declared and not used."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from stoa.miniapp.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Code, Subject
    from stoa.miniapp.errors import Severity

_CALL = re.compile(r"(?<![\w$])stoa\s*\??\.\s*([a-z]\w*)\s*\??\.\s*([a-z]\w*)\s*(?:\?\.)?\(")
# Many put a layer of their own around the bridge and name calls as texts.
_QUOTED = re.compile(r"""(["'`])([a-z]+\.[a-zA-Z]+)\1""")
# How the web names what a permission stands for. The look behind keeps "myNotification" out.
_WEB_FEATURES = {
    "location": re.compile(r"\bnavigator\s*\??\.\s*geolocation\b"),
    "notifications": re.compile(r"(?<![\w.$])(?:new\s+Notification\s*\(|Notification\s*\.\s*requestPermission\b)"),
    "clipboard": re.compile(r"\bnavigator\s*\??\.\s*clipboard\s*\??\.\s*read"),
    "files": re.compile(r"\bshow(?:OpenFile|SaveFile|Directory)Picker\s*\("),
}
# Copying needs no permission by name, and yet it is a use of it.
_CLIPBOARD = re.compile(r"\bnavigator\s*\??\.\s*clipboard\b")
_FILE_INPUT = re.compile(r"""\.type\s*=\s*["']file["']|\btype\s*:\s*["']file["']|<input[^>]*\btype\s*=\s*["']?file\b""")
_USER_MEDIA = re.compile(r"\bgetUserMedia\s*\(")
# The constraints follow the call; 200 characters hold all but exotic ones.
_CONSTRAINTS_CHARS = 200
_CONSTRAINTS = {"camera": re.compile(r"\bvideo\b"), "microphone": re.compile(r"\baudio\b")}


def validate(subject: Subject) -> Iterator[Finding]:
    """Errors for calls that will be refused, warnings for web features that will be and for what is never used."""
    if subject.manifest is None:
        return
    declared = subject.manifest.permission_names
    features = [feature for script in subject.scripts for feature in _features(script)]
    features += [("files", where) for where in _file_inputs(subject)]
    for script in subject.scripts:
        yield from _calls(subject, script, declared)
    for permission, where in features:
        if permission not in declared:
            yield _undeclared("warning", where, "what the page does here", permission)
    mentioned = {permission for permission, _ in features}
    mentioned.update(*(_mentioned(subject, script) for script in subject.scripts))
    for index, request in enumerate(subject.manifest.permissions):
        if request.name not in mentioned:
            where = subject.manifest_line(f"/permissions/{index}")
            sentence = f'the permission "{request.name}" is declared and never used'
            yield Finding("warning", where, sentence, "take it out: people trust mini-apps that ask for less")


def _calls(subject: Subject, script: Code, declared: frozenset[str]) -> Iterator[Finding]:
    """Calls of the bridge that do not exist, or whose permission is not declared."""
    methods = subject.methods
    areas = {name.partition(".")[0] for name in methods}
    for match in _CALL.finditer(script.bare):
        name, where = f"{match[1]}.{match[2]}", script.where(script.bare, match.start())
        needed = methods.get(name)
        if name not in methods and (match[1] in areas or get_close_matches(match[1], areas)):
            near = get_close_matches(name, methods, n=1)
            yield Finding("error", where, f"there is no call stoa.{name}", f"write stoa.{near[0]}" if near else None)
        if needed is not None and needed not in declared:
            yield _undeclared("error", where, f"stoa.{name}", needed)
    for match in _QUOTED.finditer(script.code):
        needed = methods.get(match[2])
        if needed is not None and needed not in declared:
            yield _undeclared("warning", script.where(script.code, match.start()), match[2], needed)


def _features(script: Code) -> Iterator[tuple[str, str]]:
    """The permission and place of each web feature that a script uses."""
    code = script.bare
    for permission, pattern in _WEB_FEATURES.items():
        for match in pattern.finditer(code):
            yield permission, script.where(code, match.start())
    for match in _USER_MEDIA.finditer(code):
        constraints = code[match.end() : match.end() + _CONSTRAINTS_CHARS]
        asked = [name for name, pattern in _CONSTRAINTS.items() if pattern.search(constraints)]
        for permission in asked or _CONSTRAINTS:
            yield permission, script.where(code, match.start())


def _mentioned(subject: Subject, script: Code) -> set[str]:
    """Permissions whose calls are named anywhere, also through another name for the bridge or as a text."""
    found = {"clipboard"} if _CLIPBOARD.search(script.bare) else set()
    for name, permission in subject.methods.items():
        if permission is not None:
            area, _, verb = name.partition(".")
            if re.search(rf"\b{re.escape(area)}\s*\??\.\s*{re.escape(verb)}\b", script.code):
                found.add(permission)
    return found


def _file_inputs(subject: Subject) -> Iterator[str]:
    for file, found in subject.pages.items():
        for element in found:
            if element.tag == "input" and element.attributes.get("type", "").strip().lower() == "file":
                yield f"{file}:{element.line}"
    for script in subject.scripts:
        for match in _FILE_INPUT.finditer(script.code):
            yield script.where(script.code, match.start())


def _undeclared(severity: Severity, where: str, what: str, permission: str) -> Finding:
    sentence = f'{what} needs the permission "{permission}", which is not declared'
    fix = f'add {{"name": "{permission}", "reason": "…"}} to permissions in manifest.json'
    return Finding(severity, where, sentence, fix)

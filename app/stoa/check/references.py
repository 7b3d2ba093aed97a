"""What pages, scripts and style sheets refer to: each address with its place and with what it is used for."""

from __future__ import annotations

import posixpath
import re
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

from stoa.check.script import line_of
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.markup import Element
    from stoa.check.subject import Code, Subject


class Use(StrEnum):
    """What an address is used for, which decides which rule of the room it meets."""

    SCRIPT = "script"
    STYLE = "style sheet"
    FONT = "font"
    FRAME = "frame"
    WORKER = "worker"
    IMPORT = "import"
    MEDIA = "picture or media"
    FETCH = "request"
    LINK = "link"
    FILE = "file"


class Reference(Record):
    """One address as it is written."""

    file: str
    line: int
    target: str
    use: Use

    @property
    def where(self) -> str:
        """``file:line``."""
        return f"{self.file}:{self.line}"

    @property
    def scheme(self) -> str | None:
        """``https`` and the like in lower case, ``https`` for ``//host``, None for an address in the folder."""
        match = _SCHEME.match(self.target)
        return None if match is None else (match[1] or "https").lower()

    @property
    def is_pattern(self) -> bool:
        """Whether a part of the address is only known when the script runs."""
        return "${" in self.target

    def name(self) -> str:
        """The file in the folder that it leads to, seen from its own file; starts with ``..`` when it leaves it."""
        path = unquote(re.split(r"[?#]", self.target, maxsplit=1)[0])
        if path.startswith("/"):
            return posixpath.normpath(path.lstrip("/")) if path.strip("/") else ""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.file), path))


_SCHEME = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*):|//)")
_MEDIA_TAGS = frozenset({"img", "source", "video", "audio", "track", "input"})
_LINK_USES = {"stylesheet": Use.STYLE, "modulepreload": Use.IMPORT}
# Only hints, or for other kinds of program: the room never follows them.
_LINK_IGNORED = frozenset({"preconnect", "dns-prefetch", "canonical", "author", "license", "alternate", "help"})
_CSS_URL = re.compile(r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]+))\s*\)""", re.IGNORECASE)
_CSS_IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"'()\s;]+)""", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_FONT_ENDINGS = (".woff", ".woff2", ".ttf", ".otf", ".eot")
_QUOTED = r"""\s*(["'`])((?:(?!\1)[^\\\n])+)\1"""
_SCRIPT_USES = (
    (re.compile(r"\b(?:import|export)\b[^;'\"`()]*?\bfrom" + _QUOTED), Use.IMPORT),
    (re.compile(r"\bimport\s*\(" + _QUOTED), Use.IMPORT),
    (re.compile(r"(?:^|[;\n])\s*import" + _QUOTED), Use.IMPORT),
    (re.compile(r"\bnew\s+(?:Shared)?Worker\s*\(" + _QUOTED), Use.WORKER),
    (re.compile(r"\bimportScripts\s*\(" + _QUOTED), Use.SCRIPT),
    (re.compile(r"\bfetch\s*\(" + _QUOTED), Use.FETCH),
    (re.compile(r"\bnew\s+(?:WebSocket|EventSource)\s*\(" + _QUOTED), Use.FETCH),
    (re.compile(r"\bsendBeacon\s*\(" + _QUOTED), Use.FETCH),
    (re.compile(r"\.src\s*=" + _QUOTED), Use.MEDIA),
    (re.compile(r"\bnew\s+Audio\s*\(" + _QUOTED), Use.MEDIA),
)
_OPEN = re.compile(r"""\.open\s*\(\s*["'](?:GET|POST|PUT|PATCH|DELETE|HEAD)["']\s*,""" + _QUOTED, re.IGNORECASE)


def references(subject: Subject) -> Iterator[Reference]:
    """Every address in the folder's pages, style sheets and scripts."""
    for file, found in subject.pages.items():
        for element in found:
            for target, use in _in_element(element):
                if target.strip():
                    yield Reference(file, element.line, target.strip(), use)
    for style in subject.styles:
        yield from _in_style(style)
    for script in subject.scripts:
        yield from _in_script(script)


def _in_element(element: Element) -> Iterator[tuple[str, Use]]:
    attributes = element.attributes
    if element.tag == "link":
        yield from _in_link(attributes)
    for tag, attribute, use in (
        ("script", "src", Use.SCRIPT),
        ("iframe", "src", Use.FRAME),
        ("a", "href", Use.LINK),
        ("area", "href", Use.LINK),
        ("video", "poster", Use.MEDIA),
        ("image", "href", Use.MEDIA),
        ("use", "href", Use.MEDIA),
    ):
        if element.tag == tag:
            yield attributes.get(attribute, ""), use
    if element.tag in _MEDIA_TAGS:
        yield attributes.get("src", ""), Use.MEDIA
        for candidate in attributes.get("srcset", "").split(", "):
            yield candidate.strip().split(" ")[0], Use.MEDIA


def _in_link(attributes: dict[str, str]) -> Iterator[tuple[str, Use]]:
    relations = attributes.get("rel", "").lower().split()
    if not _LINK_IGNORED.intersection(relations):
        use = next((_LINK_USES[relation] for relation in relations if relation in _LINK_USES), Use.FILE)
        yield attributes.get("href", ""), use


def _in_style(style: Code) -> Iterator[Reference]:
    text = _CSS_COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), style.text)
    imported = set()
    for match in _CSS_IMPORT.finditer(text):
        imported.add(match.end())
        yield Reference(style.file, style.line + line_of(text, match.start()) - 1, match[1], Use.STYLE)
    for match in _CSS_URL.finditer(text):
        target = next((group for group in match.groups() if group), "")
        is_import = any(match.start() <= end <= match.end() for end in imported)
        if target and not is_import and not target.startswith("#"):
            path = re.split(r"[?#]", target, maxsplit=1)[0].lower()
            use = Use.FONT if path.endswith(_FONT_ENDINGS) else Use.MEDIA
            yield Reference(style.file, style.line + line_of(text, match.start()) - 1, target, use)


def _in_script(script: Code) -> Iterator[Reference]:
    text = script.code
    for pattern, use in (*_SCRIPT_USES, (_OPEN, Use.FETCH)):
        for match in pattern.finditer(text):
            yield Reference(script.file, script.line + line_of(text, match.start(1)) - 1, match[2].strip(), use)

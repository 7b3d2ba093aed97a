"""Reading CSS as far as a check needs: rules with their selector, their line, their declarations and their theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stoa.check.colours import DARK, LIGHT
from stoa.check.script import line_of
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stoa.check.subject import Code

_BLANKED = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PART = re.compile(r"([^{};]*)([{};])|([^{};]+)\Z")
_TEXT = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|url\([^)\"']*\)")
_SCHEME = re.compile(r"prefers-color-scheme\s*:\s*(light|dark)")
_BOTH = (LIGHT, DARK)


class Rule(Record):
    """One style rule. ``themes`` are those it holds in; ``certain`` is false where more conditions decide that."""

    selector: str
    where: str
    declarations: Mapping[str, str]
    themes: tuple[int, ...] = _BOTH
    certain: bool = True


def rules(style: Code) -> Iterator[Rule]:
    """The rules of a style sheet; the text of a ``style`` attribute is one rule without a selector."""
    text = _BLANKED.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), style.text)
    # Braces and semicolons in texts and addresses belong to no rule.
    text = _TEXT.sub(lambda match: re.sub(r"[{};]", "_", match.group()), text)
    if "{" not in text:
        yield Rule("", f"{style.file}:{style.line}", dict(filter(None, map(_declaration, text.split(";")))))
        return
    yield from _Reader(style, text).read()


class _Reader:
    def __init__(self, style: Code, text: str) -> None:
        self._style = style
        self._text = text
        self._heads: list[tuple[str, int]] = []
        self._held: list[dict[str, str]] = []

    def read(self) -> Iterator[Rule]:
        for match in _PART.finditer(self._text):
            words, mark = (match[1] or match[3] or ""), match[2]
            if mark == "{":
                self._heads.append((words.strip(), match.start() + len(words) - len(words.lstrip())))
                self._held.append({})
                continue
            said = _declaration(words)
            if said is not None and self._held:
                self._held[-1][said[0]] = said[1]
            if mark == "}" and self._heads:
                yield from self._closed()

    def _closed(self) -> Iterator[Rule]:
        (selector, at), held = self._heads.pop(), self._held.pop()
        if selector.startswith("@") or not held:
            return
        around = [head for head, _ in self._heads]
        themes: tuple[int, ...] = _BOTH
        certain = True
        for head in around:
            scheme = _SCHEME.search(head) if head.startswith("@media") else None
            if scheme is not None and head.count("(") == 1 and "not" not in head:
                themes = (DARK,) if scheme[1] == "dark" else (LIGHT,)
            else:
                certain = False
        where = f"{self._style.file}:{self._style.line + line_of(self._text, at) - 1}"
        yield Rule(selector, where, held, themes, certain)


def _declaration(text: str) -> tuple[str, str] | None:
    name, colon, value = text.partition(":")
    name = name.strip()
    if not colon or not re.fullmatch(r"-{0,2}[A-Za-z][\w-]*", name):
        return None
    return name if name.startswith("--") else name.lower(), re.sub(r"\s*!important\s*$", "", value).strip()

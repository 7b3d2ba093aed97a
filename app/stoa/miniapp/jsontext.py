"""Strict JSON with line numbers: what ``manifest.json`` is read with.

Python's own reader keeps the last of two equal keys, takes NaN, and forgets where things were.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from json import loads
from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

_SPACE = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?([eE][+-]?[0-9]++)?")
_WORD = re.compile(r"[-+A-Za-z0-9_.$]++")
_LITERALS: dict[str, JsonValue] = {"true": True, "false": False, "null": None}
_NUMBER_MAX_CHARS = 40


class JsonTextError(StoaError):
    """A text that is not JSON, or more than is read: a sentence, and the line (from 1)."""

    def __init__(self, sentence: str, line: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


class JsonText(Record):
    """A parsed text: its value, and the line (from 1) of each member and item by JSON pointer (RFC 6901)."""

    value: JsonValue
    lines: Mapping[str, int]

    def line(self, pointer: str) -> int:
        """The line of ``pointer``, or of the nearest thing around it that exists."""
        while pointer not in self.lines:
            pointer = pointer.rpartition("/")[0]
        return self.lines[pointer]


def pointer_token(key: str) -> str:
    """One step of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def parse_json(data: bytes, *, max_bytes: int, max_depth: int) -> JsonText:
    """Parse UTF-8 JSON of bounded size and depth. Raises ``JsonTextError`` with the line of the first fault."""
    if len(data) > max_bytes:
        raise JsonTextError(f"it has {len(data)} bytes, and at most {max_bytes} are read", 1)
    if data.startswith(b"\xef\xbb\xbf"):
        raise JsonTextError("it starts with a byte order mark: save it as UTF-8 without one", 1)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as exc:
        line = data.count(b"\n", 0, exc.start) + 1
        raise JsonTextError("it is not UTF-8 text: save it with the encoding UTF-8", line) from None
    return _Parser(text, max_depth).document()


class _Parser:
    """Recursive descent over one text; the recursion is bounded by ``max_depth``."""

    def __init__(self, text: str, max_depth: int) -> None:
        self._text = text
        self._max_depth = max_depth
        self._at = 0
        self._lines: dict[str, int] = {}
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def document(self) -> JsonText:
        """The whole text as one value."""
        self._skip_space()
        self._lines[""] = self._line()
        value = self._value("", 0)
        self._skip_space()
        if self._at < len(self._text):
            raise self._fault("something follows the end of the JSON value: remove it")
        return JsonText(value, self._lines)

    def _value(self, pointer: str, depth: int) -> JsonValue:
        if depth > self._max_depth:
            raise self._fault(f"it is nested more than {self._max_depth} deep")
        match self._peek():
            case "{":
                return self._object(pointer, depth)
            case "[":
                return self._array(pointer, depth)
            case '"':
                return self._string()
            case _:
                return self._word()

    def _object(self, pointer: str, depth: int) -> dict[str, JsonValue]:
        members: dict[str, JsonValue] = {}
        if self._opened_and_closed("}"):
            return members
        while True:
            if self._peek() != '"':
                raise self._fault("a member's name in double quotes belongs here (no comma after the last member)")
            line = self._line()
            name = self._string()
            if name in members:
                raise JsonTextError(f'"{_short(name)}" is there twice in one object: remove one', line)
            here = f"{pointer}/{pointer_token(name)}"
            self._lines[here] = line
            self._skip_space()
            self._expect(":", f'a colon belongs after "{_short(name)}"')
            members[name] = self._value(here, depth + 1)
            if self._ended("}"):
                return members

    def _array(self, pointer: str, depth: int) -> list[JsonValue]:
        items: list[JsonValue] = []
        if self._opened_and_closed("]"):
            return items
        while True:
            here = f"{pointer}/{len(items)}"
            self._lines[here] = self._line()
            items.append(self._value(here, depth + 1))
            if self._ended("]"):
                return items

    def _string(self) -> str:
        match = _STRING.match(self._text, self._at)
        if match is None:
            raise self._fault("a text is not closed on its line, or has a wrong backslash escape in it")
        text: str = loads(match.group())
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise self._fault("a text holds half of a surrogate pair (\\ud800 to \\udfff): write the character itself")
        self._at = match.end()
        return text

    def _word(self) -> JsonValue:
        match = _WORD.match(self._text, self._at)
        word = match.group() if match else ""
        number = _NUMBER.fullmatch(word)
        if number is None and word not in _LITERALS:
            shown = word or self._peek()
            sentence = f'"{_short(shown)}" is not JSON here' if shown else "the JSON ends too early"
            raise self._fault(sentence)
        value = _LITERALS[word] if number is None else self._number(number)
        self._at += len(word)
        return value

    def _number(self, match: re.Match[str]) -> int | float:
        if len(match.group()) > _NUMBER_MAX_CHARS:
            raise self._fault(f"a number has more than {_NUMBER_MAX_CHARS} digits")
        if match.group(1) is None and match.group(2) is None:
            return int(match.group())
        value = float(match.group())
        if not math.isfinite(value):
            raise self._fault(f"{match.group()} is more than a number can hold")
        return value

    def _opened_and_closed(self, closing: str) -> bool:
        self._at += 1
        self._skip_space()
        if self._peek() != closing:
            return False
        self._at += 1
        return True

    def _ended(self, closing: str) -> bool:
        """Whether the object or array ends here; else the comma is passed."""
        self._skip_space()
        if self._peek() == closing:
            self._at += 1
            self._skip_space()
            return True
        self._expect(",", f'a comma or "{closing}" belongs here')
        return False

    def _expect(self, char: str, sentence: str) -> None:
        if self._peek() != char:
            raise self._fault(sentence)
        self._at += 1
        self._skip_space()

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip_space(self) -> None:
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at

    def _line(self) -> int:
        return bisect_right(self._line_starts, self._at)

    def _fault(self, sentence: str) -> JsonTextError:
        return JsonTextError(sentence, self._line())


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"

"""Reading a JavaScript object that is written out: its members, and the parts that are objects too."""

from __future__ import annotations

import re

# A value that is neither a text nor an object written out: a call, a name, a list.
OTHER = object()
Value = object
_SPACE = re.compile(r"\s*")
_KEY = re.compile(r"""(?:([A-Za-z_$][\w$]*)|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|(\d+))\s*:\s*""")
_STRING = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.)*)`""")
_SKIPPED = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[^"'`()\[\]{},]+|[()\[\]{},]""")
_MAX_DEPTH = 12


class NotWrittenOutError(ValueError):
    """The object has spreads, computed names or methods: what is in it is only known when the script runs."""


class ObjectLiteral:
    """Reads the object at a place of a script without comments. ``members`` maps names to texts, dicts or ``OTHER``.

    ``places`` has the place of each member by its path, parts joined with a dot. Raises NotWrittenOutError.
    """

    def __init__(self, code: str, at: int) -> None:
        self._code = code
        self._at = at
        self.places: dict[str, int] = {}
        self.members = self._object("", 0)
        self.end = self._at

    def _object(self, path: str, depth: int) -> dict[str, Value]:
        if depth > _MAX_DEPTH:
            raise NotWrittenOutError
        found: dict[str, Value] = {}
        self._at += 1
        while True:
            self._space()
            if self._take("}"):
                return found
            key = _KEY.match(self._code, self._at)
            if key is None:
                raise NotWrittenOutError
            name = next(group for group in key.groups() if group is not None)
            here = f"{path}.{name}" if path else name
            self.places[here] = self._at
            self._at = key.end()
            found[name] = self._value(here, depth)
            self._space()
            if not self._take(",") and self._code[self._at : self._at + 1] != "}":
                raise NotWrittenOutError

    def _value(self, path: str, depth: int) -> Value:
        start = self._at
        if self._code.startswith("{", start):
            inner = self._object(path, depth + 1)
            return inner if self._is_over() else self._other(start)
        text = _STRING.match(self._code, start)
        if text is not None:
            self._at = text.end()
            if self._is_over():
                return next(group for group in text.groups() if group is not None)
        return self._other(start)

    def _other(self, start: int) -> Value:
        """Go over a value up to the comma or brace that ends it."""
        self._at, depth = start, 0
        while (part := _SKIPPED.match(self._code, self._at)) is not None:
            word = part.group()
            if depth == 0 and word in (",", "}"):
                return OTHER
            depth += (word in ("(", "[", "{")) - (word in (")", "]", "}"))
            self._at = part.end()
        raise NotWrittenOutError

    def _is_over(self) -> bool:
        self._space()
        return self._code[self._at : self._at + 1] in (",", "}")

    def _take(self, char: str) -> bool:
        if self._code.startswith(char, self._at):
            self._at += 1
            return True
        return False

    def _space(self) -> None:
        found = _SPACE.match(self._code, self._at)
        self._at = found.end() if found else self._at

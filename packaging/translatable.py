"""Which texts the code wants translated, read from its syntax: the second opinion beside lupdate.

lupdate passes over a text in silence when it stands in a wrapper or in a variable; here such a call is named.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_APPLICATIONS = ("QCoreApplication", "QGuiApplication", "QApplication")
_MARK = "QT_TRANSLATE_NOOP"


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is to be translated, where it stands, and under which context it is looked up."""

    context: str
    source: str
    place: str


def texts_of(files: Iterable[Path]) -> list[Text]:
    """Every text of Python files that is written out in a call of ``tr``, ``translate`` or QT_TRANSLATE_NOOP."""
    found = []
    for reading in _readings(files):
        found += reading.texts
    return found


def hidden_texts(files: Iterable[Path]) -> Iterator[str]:
    """A sentence for every call whose text lupdate cannot see.

    A variable may be translated in a file that marks texts of the same context with QT_TRANSLATE_NOOP.
    """
    for reading in _readings(files):
        for place, context in reading.hidden:
            if context is None or context not in reading.marked:
                yield f"{place}: write the text out, or mark it with {_MARK} under the same context in this file"


def _readings(files: Iterable[Path]) -> Iterator[_Reading]:
    for file in files:
        reading = _Reading(file.name)
        reading.visit(ast.parse(file.read_text(encoding="utf-8")))
        yield reading


class _Reading(ast.NodeVisitor):
    """The calls of one file. ``hidden`` holds place and context of those without a literal text."""

    def __init__(self, name: str) -> None:
        self.texts: list[Text] = []
        self.hidden: list[tuple[str, str | None]] = []
        self.marked: set[str] = set()
        self._name = name
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """A class is the context of its ``self.tr``."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Keep the call if it asks for a translation."""
        self.generic_visit(node)
        place = f"{self._name}:{node.lineno}"
        if _is_tr(node.func):
            # Outside a class, or by another name than self, Qt would look it up under a context lupdate does not know.
            own = ast.unparse(node.func) == "self.tr" and bool(self._classes)
            self._keep(place, self._classes[-1] if own else None, node.args[:1])
        elif _is_translate(node.func) and len(node.args) >= 2:
            self._keep(place, _literal(node.args[0]), node.args[1:2])
        elif isinstance(node.func, ast.Name) and node.func.id == _MARK:
            context = _literal(node.args[0])
            self._keep(place, context, node.args[1:2])
            self.marked.add(context or "")

    def _keep(self, place: str, context: str | None, arguments: list[ast.expr]) -> None:
        source = _literal(arguments[0]) if arguments else None
        if context is None or source is None:
            self.hidden.append((place, context))
        else:
            self.texts.append(Text(context, source, place))


def _is_tr(called: ast.expr) -> bool:
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    return name.lstrip("_") == "tr"


def _is_translate(called: ast.expr) -> bool:
    """``translate`` on its own or of an application; a painter has one as well, which moves it."""
    if isinstance(called, ast.Name):
        return called.id.lstrip("_") == "translate"
    return (
        isinstance(called, ast.Attribute)
        and called.attr == "translate"
        and isinstance(called.value, ast.Name)
        and called.value.id in _APPLICATIONS
    )


def _literal(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None

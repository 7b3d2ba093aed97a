"""The sources of the project as these tests see them: files, trees, classes, functions, comments, string literals."""

from __future__ import annotations

import ast
import functools
import io
import tokenize
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
PROGRAM = sorted(APP.rglob("*.py"))
SET_UP = sorted((ROOT / "packaging").glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PRODUCT = [*PROGRAM, *SET_UP]
EVERYTHING = [*PRODUCT, *TESTS]

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(file: Path) -> str:
    """The path as a person types it from the root of the checkout."""
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name


@functools.cache
def tree_of(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


@functools.cache
def nodes_of(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Every node of a tree; the walk is what costs, and many rules look at the same trees."""
    return tuple(ast.walk(tree))


def functions(tree: ast.AST) -> list[FunctionNode]:
    """Every function and method, nested ones too."""
    return [node for node in nodes_of(tree) if isinstance(node, FunctionNode)]


def classes(tree: ast.AST) -> list[ast.ClassDef]:
    """Every class, nested ones too."""
    return [node for node in nodes_of(tree) if isinstance(node, ast.ClassDef)]


def length_of(function: FunctionNode) -> int:
    """Lines from ``def`` to the end, without the docstring: explaining must not cost."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return total
    docstring = function.body[0]
    return total - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def public_methods(node: ast.ClassDef) -> set[str]:
    """Names a caller may use. camelCase is kept for overrides of Qt (architecture §3), which add no surface."""
    names = {item.name for item in node.body if isinstance(item, FunctionNode)}
    return {name for name in names if not name.startswith("_") and name == name.lower()}


def decorator_names(node: FunctionNode) -> set[str]:
    """The last name of each decorator: ``override`` for ``@typing.override``."""
    found = set()
    for decorator in node.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(called, ast.Attribute):
            found.add(called.attr)
        elif isinstance(called, ast.Name):
            found.add(called.id)
    return found


def undocumented(tree: ast.Module) -> list[str]:
    """Public classes, functions and methods without a docstring, as ``line name``."""
    found = [] if ast.get_docstring(tree) or not tree.body else ["1 the module"]
    waiting: list[ast.Module | ast.ClassDef] = [tree]
    while waiting:
        for node in waiting.pop().body:
            if not isinstance(node, FunctionNode | ast.ClassDef) or node.name.startswith("_"):
                continue
            if isinstance(node, ast.ClassDef):
                waiting.append(node)
            elif decorator_names(node) & {"override", "overload", "setter"}:
                continue
            if not ast.get_docstring(node):
                found.append(f"{node.lineno} {node.name}")
    return found


def comments(file: Path) -> list[tuple[int, str]]:
    """Line and text of each comment; the lines of other languages than Python as they are."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        return list(enumerate(text.splitlines(), start=1))
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def string_literals(tree: ast.Module) -> list[tuple[int, str]]:
    """Line and text of each string that is not a docstring; an f-string as its constant parts, joined."""
    skipped: set[int] = set()
    for node in nodes_of(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            skipped.update(id(part) for part in node.values)
    found = []
    for node in nodes_of(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "x" for part in node.values]
            found.append((node.lineno, "".join(map(str, parts))))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            found.append((node.lineno, node.value))
    return found

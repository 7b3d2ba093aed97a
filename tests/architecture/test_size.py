"""Size budgets of the architecture: what separates good trees from bad is the tail, so the tail is cut."""

from __future__ import annotations

import ast

from tests.architecture.source_files import (
    APP,
    EVERYTHING,
    PRODUCT,
    classes,
    functions,
    length_of,
    name_of,
    public_methods,
    tree_of,
)

FILE_LINES = 300
FUNCTION_LINES = 40
PUBLIC_METHODS = 12
RELAY_LINES = 150


def lines(file):
    return len(file.read_text(encoding="utf-8").splitlines())


def test_no_file_is_longer_than_its_budget():
    scripts = sorted(APP.rglob("*.js"))
    assert [f"{name_of(file)}: {lines(file)}" for file in [*EVERYTHING, *scripts] if lines(file) > FILE_LINES] == []


def test_the_relay_can_be_read_in_one_sitting():
    assert lines(APP / "stoa" / "engine" / "relay.js") < RELAY_LINES


def test_no_function_is_longer_than_its_budget():
    long = [
        f"{name_of(file)}:{node.lineno} {node.name}: {length_of(node)}"
        for file in PRODUCT
        for node in functions(tree_of(file))
        if length_of(node) > FUNCTION_LINES
    ]
    assert long == []


def test_no_class_has_more_public_methods_than_its_budget():
    wide = [
        f"{name_of(file)}:{node.lineno} {node.name}: {len(public_methods(node))}"
        for file in PRODUCT
        for node in classes(tree_of(file))
        if len(public_methods(node)) > PUBLIC_METHODS
    ]
    assert wide == []


def test_a_docstring_does_not_count_as_length():
    tree = ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n')
    assert length_of(functions(tree)[0]) == 2


def test_overrides_of_qt_and_private_methods_do_not_count_as_public():
    body = "\n".join(f"    def {name}(self): ..." for name in ("paint", "paintEvent", "_rest", "__init__"))
    assert public_methods(classes(ast.parse(f"class A:\n{body}\n"))[0]) == {"paint"}

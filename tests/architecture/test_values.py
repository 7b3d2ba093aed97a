"""Values that do not change are records: docs/decisions/0006-what-comes-before-the-first-paint.md."""

from __future__ import annotations

import ast

from tests.architecture.source_files import PROGRAM, name_of, nodes_of, tree_of


def frozen_in(tree: ast.Module) -> list[int]:
    """The lines of frozen dataclasses that keep nothing beside their fields."""
    return [
        call.lineno
        for call in nodes_of(tree)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).endswith("dataclass")
        and {"frozen", "slots"} <= {word.arg for word in call.keywords}
    ]


def test_values_that_do_not_change_are_records():
    assert [f"{name_of(file)}:{line}" for file in PROGRAM for line in frozen_in(tree_of(file))] == []


def test_the_check_knows_a_frozen_dataclass_from_one_that_changes():
    assert frozen_in(ast.parse("@dataclass(frozen=True, slots=True)\nclass A:\n    x: int\n")) == [1]
    assert frozen_in(ast.parse("@dataclasses.dataclass(slots=True, frozen=True)\nclass A:\n    x: int\n")) == [1]
    assert frozen_in(ast.parse("@dataclass(slots=True)\nclass A:\n    x: int\n")) == []

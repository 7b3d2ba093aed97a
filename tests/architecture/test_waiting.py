"""Waiting has an end in one way: docs/decisions/0003-asyncio-with-qt.md."""

from __future__ import annotations

import ast

from tests.architecture.source_files import PROGRAM, name_of, nodes_of, tree_of


def deaf_waits(tree: ast.Module) -> list[int]:
    """The lines that name ``wait_for`` of asyncio, which may go on though it was cancelled."""
    return [
        node.lineno
        for node in nodes_of(tree)
        if (isinstance(node, ast.Attribute) and ast.unparse(node) == "asyncio.wait_for")
        or (
            isinstance(node, ast.ImportFrom) and node.module == "asyncio" and "wait_for" in {n.name for n in node.names}
        )
    ]


def test_whoever_waits_hears_that_it_is_cancelled():
    assert [f"{name_of(file)}:{line}" for file in PROGRAM for line in deaf_waits(tree_of(file))] == []


def test_the_check_knows_the_wait_that_may_go_on():
    assert deaf_waits(ast.parse("import asyncio\nasync def f(a):\n    await asyncio.wait_for(a, 1)\n")) == [3]
    assert deaf_waits(ast.parse("from asyncio import timeout, wait_for\n")) == [1]
    assert deaf_waits(ast.parse("from asyncio import timeout\npage.wait_for(1)\n")) == []

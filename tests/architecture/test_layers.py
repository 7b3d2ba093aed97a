"""Who may import whom, and where SQL may stand."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.architecture.source_files import APP, PROGRAM, ROOT, name_of, nodes_of, string_literals, tree_of

# Whole statements as SQLite knows them, keywords in capitals as this project writes them.
SQL = re.compile(
    r"^\s*(SELECT\s[\s\S]*\bFROM\b|SELECT\s+[\w(?*]|INSERT\s+(OR\s+\w+\s+)?INTO\s|REPLACE\s+INTO\s|UPDATE\s+\w+\s+SET\b"
    r"|DELETE\s+FROM\s|(CREATE|DROP|ALTER)\s+(\w+\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b|PRAGMA\s+\w|WITH\s+\w+[\s\S]*\bAS\s*\("
    r"|SAVEPOINT\s|BEGIN\b)"
)
# The methods of stoa.database that take a statement: there lower case counts too.
STATEMENT_METHODS = {"execute", "executemany", "executescript", "rows", "row", "insert"}
DATABASE_DRIVERS = {"apsw", "sqlite3"}


def may_hold_sql(file: Path) -> bool:
    place = file.relative_to(APP / "stoa").parts
    is_store = file.stem == "store" or file.stem.endswith("_store")
    return place[0] == "database" or (place[0] == "services" and is_store)


def sql_in(tree: ast.Module) -> list[int]:
    found = {line for line, text in string_literals(tree) if SQL.match(text)}
    for node in nodes_of(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            first = node.args[0]
            spoken = isinstance(first, ast.Constant) and isinstance(first.value, str) and SQL.match(first.value.upper())
            if node.func.attr in STATEMENT_METHODS and spoken:
                found.add(first.lineno)
    return sorted(found)


def imported(tree: ast.Module) -> set[str]:
    found = set()
    for node in nodes_of(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_imports_go_one_way():
    linter = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": str(APP)}
    finished = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_sql_stands_only_in_the_database_and_in_stores():
    files = [file for file in PROGRAM if file.is_relative_to(APP / "stoa") and not may_hold_sql(file)]
    assert [f"{name_of(file)}:{line}" for file in files for line in sql_in(tree_of(file))] == []


def test_only_the_database_knows_its_driver():
    files = [file for file in PROGRAM if not file.is_relative_to(APP / "stoa" / "database")]
    assert [name_of(file) for file in files if imported(tree_of(file)) & DATABASE_DRIVERS] == []


def test_the_sql_check_knows_a_statement_from_a_sentence():
    assert sql_in(ast.parse("x = 'SELECT id FROM post'")) == [1]
    assert sql_in(ast.parse("x = f'UPDATE {table} SET a = 1'")) == [1]
    assert sql_in(ast.parse("db.rows('select id from post')")) == [1]
    assert sql_in(ast.parse("x = 'Select a picture from this folder'")) == []
    assert sql_in(ast.parse("def f():\n    '''SELECT a FROM b'''\n")) == []


def test_stores_and_the_database_are_the_places_for_sql():
    assert may_hold_sql(APP / "stoa" / "database" / "opening.py")
    assert may_hold_sql(APP / "stoa" / "services" / "feed" / "store.py")
    assert may_hold_sql(APP / "stoa" / "services" / "feed" / "comment_store.py")
    assert not may_hold_sql(APP / "stoa" / "services" / "feed" / "posts.py")
    assert not may_hold_sql(APP / "stoa" / "shell" / "store.py")

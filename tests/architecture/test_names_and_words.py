"""Names of modules, docstrings, and the only two tags a comment may carry."""

from __future__ import annotations

import ast
import re

from tests.architecture.source_files import (
    APP,
    EVERYTHING,
    PRODUCT,
    PROGRAM,
    ROOT,
    comments,
    name_of,
    tree_of,
    undocumented,
)

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers", "base"}
FORBIDDEN_TAGS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
BARE_WORKAROUND = re.compile(r"\bWORKAROUND\b(?!\(https?://[^)\s]+\))")


def bad_tags(text):
    return bool(FORBIDDEN_TAGS.search(text) or BARE_WORKAROUND.search(text))


def test_modules_are_nouns_of_the_product():
    named = [(name_of(file), set(file.stem.split("_")) | {file.parent.name}) for file in EVERYTHING]
    assert [name for name, words in named if words & FORBIDDEN_NAMES] == []


def test_every_public_name_has_a_docstring():
    assert [f"{name_of(file)}:{place}" for file in PRODUCT for place in undocumented(tree_of(file))] == []


def test_the_docstring_check_sees_what_it_should():
    text = '"""M."""\nclass A:\n    """A."""\n    def f(self): ...\n    def _g(self): ...\n'
    assert undocumented(ast.parse(text)) == ["4 f"]
    assert undocumented(ast.parse("x = 1\n")) == ["1 the module"]
    assert undocumented(ast.parse("")) == []


def test_comments_carry_no_tag_but_workaround_with_a_link_and_note():
    this_file = ROOT / "tests" / "architecture" / "test_names_and_words.py"
    pages = [file for folder in ("app", "miniapps") for file in sorted((ROOT / folder).rglob("*.js"))]
    tagged = [
        f"{name_of(file)}:{line}"
        for file in [*EVERYTHING, *pages]
        if file != this_file and bad_tags(file.read_text(encoding="utf-8"))
        for line, text in comments(file)
        if bad_tags(text)
    ]
    assert tagged == []


def test_a_workaround_needs_a_link():
    assert bad_tags("# WORKAROUND: because")
    assert not bad_tags("# WORKAROUND(https://bugreports.qt.io/browse/QTBUG-1): because")
    assert not bad_tags("# NOTE: this")


def test_the_program_has_no_package_marker_at_its_source_root():
    assert not (APP / "__init__.py").exists()
    assert PROGRAM

"""Strict JSON with line numbers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.miniapp.jsontext import JsonText, JsonTextError, parse_json, pointer_token


def read(text: str | bytes, *, max_bytes: int = 10_000, max_depth: int = 8) -> JsonText:
    return parse_json(text.encode() if isinstance(text, str) else text, max_bytes=max_bytes, max_depth=max_depth)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAME = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
NUMBER = st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBER | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAME, inner, max_size=3),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 1]), st.booleans())
def test_what_python_writes_is_read_back(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert read(text, max_bytes=10**6, max_depth=50).value == value


@given(st.text() | st.text(st.sampled_from('{}[]",:0-1.eE \n\\u"tfn/')) | st.binary())
def test_any_text_is_json_or_a_json_text_error(text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    try:
        text_read, line = read(data), 1
    except JsonTextError as exc:
        text_read, line = None, exc.line
    assert 1 <= line <= data.count(b"\n") + 1
    if text_read is not None:
        assert json.loads(data) == text_read.value


def test_lines_are_those_of_members_and_items() -> None:
    text = read('\n{\n "a": 1,\r\n "b": [\n  2,\n  {"c/~": 3}\n ]\n, "d": [], "e": {}}')
    lines = {"": 2, "/a": 3, "/b": 4, "/b/0": 5, "/b/1": 6, "/b/1/c~1~0": 6, "/d": 8, "/e": 8}
    assert text.lines == lines
    assert text.line("/b/0/x/y") == 5
    assert text.line("/missing") == 2
    assert pointer_token("c/~") == "c~1~0"


@pytest.mark.parametrize(
    ("text", "sentence", "line"),
    [
        ("", "the JSON ends too early", 1),
        ('{"a":\n', "the JSON ends too early", 2),
        ('{"a": 1,\n}', "in double quotes", 2),
        ("{'a': 1}", "in double quotes", 1),
        ('{"a" 1}', 'a colon belongs after "a"', 1),
        ('{"a": 1\n "b": 2}', 'a comma or "}" belongs here', 2),
        ("[1 2]", 'a comma or "]" belongs here', 1),
        ("[1,]", '"]" is not JSON here', 1),
        ('{"a": 1}\n// done', "something follows the end", 2),
        ('{"a": 1,\n "a": 2}', '"a" is there twice', 2),
        ('{"\\u0061": 1, "a": 2}', '"a" is there twice', 1),
        ("[NaN]", '"NaN" is not JSON', 1),
        ("[-Infinity]", '"-Infinity" is not JSON', 1),
        ("[True]", '"True" is not JSON', 1),
        ("['a']", '"\'" is not JSON', 1),
        ("[01]", '"01" is not JSON', 1),
        ("[+1]", '"+1" is not JSON', 1),
        ("[1e999]", "more than a number can hold", 1),
        ("[" + "1" * 41 + "]", "more than 40 digits", 1),
        ('["a\nb"]', "not closed on its line", 1),
        ('["a\\x"]', "wrong backslash escape", 1),
        ('["\\ud800"]', "surrogate", 1),
        ("[" * 5000, "nested more than 8 deep", 1),
        ('{"a":' * 1500, "nested more than 8 deep", 1),
        ("x" * 41, f'"{"x" * 39}…" is not JSON', 1),
        (b"\xef\xbb\xbf{}", "byte order mark", 1),
        (b'{\n"a": "\xff"}', "not UTF-8", 2),
        ("{}".encode("utf-16"), "not UTF-8", 1),
        (b" " * 10_001, "10001 bytes, and at most 10000", 1),
    ],
)
def test_each_fault_is_told_with_its_line(text: str | bytes, sentence: str, line: int) -> None:
    with pytest.raises(JsonTextError) as caught:
        read(text)
    assert sentence in caught.value.sentence
    assert caught.value.line == line


def test_ten_megabytes_of_nesting_are_refused_unread() -> None:
    with pytest.raises(JsonTextError, match="at most"):
        read(b"[" * 10_000_000)

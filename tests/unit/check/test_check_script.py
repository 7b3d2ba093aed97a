"""Reading JavaScript and HTML as far as a check needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.check.markup import elements
from stoa.check.script import line_of, without_comments, without_texts


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a; // b\nc", "a;     \nc"),
        ("a /* b\nc */ d", "a     \n     d"),
        ("a /* open", "a        "),
        ('x = "// no"; // yes', 'x = "// no";       '),
        ("x = '/* no */'", "x = '/* no */'"),
        ("x = `// no ${a}`", "x = `// no ${a}`"),
        ("x = /https?:\\/\\//; // yes", "x = /https?:\\/\\//;       "),
        ('x = /["/*]/g; y', 'x = /["/*]/g; y'),
        ("return /[/]'/.test(a) // yes", "return /[/]'/.test(a)       "),
        ("a / b // c", "a / b     "),
        ('x = "a\\"// no"', 'x = "a\\"// no"'),
    ],
)
def test_comments_are_blanked_and_nothing_else(code: str, expected: str) -> None:
    assert without_comments(code) == expected


def test_texts_and_expressions_are_blanked_and_templates_stay() -> None:
    assert without_texts("a('x', \"y\", `z${b}`, /q/) // c") == "a(   ,    , `z${b}`,    )     "


@given(st.text(st.sampled_from("ab/*'\"`\\\n[]()= ${}")))
def test_blanking_keeps_every_place(code: str) -> None:
    for blanked in (without_comments(code), without_texts(code)):
        assert len(blanked) == len(code)
        assert [at for at, char in enumerate(blanked) if char == "\n"] == [
            at for at, char in enumerate(code) if char == "\n"
        ]
    assert line_of(code, len(code)) == code.count("\n") + 1


def test_elements_have_attributes_lines_and_text() -> None:
    found = elements('<p CLASS=a class=b>\n<script src="x&amp;y" async>\nlet a;</script>\n<!-- <b> --><img/>')
    assert [(element.tag, element.attributes, element.line) for element in found] == [
        ("p", {"class": "a"}, 1),
        ("script", {"src": "x&y", "async": ""}, 2),
        ("img", {}, 4),
    ]
    assert found[1].text.startswith("\nlet a;")
    assert found[1].text_line == 2


@given(st.text(st.sampled_from("<>!-/[]ab ='\"\n?&;CDATA")))
def test_any_markup_is_read(html: str) -> None:
    assert all(element.line >= 1 for element in elements(html))


def test_what_comes_before_broken_markup_is_kept() -> None:
    assert [element.tag for element in elements("<p><![nonsense[<b>")][:1] == ["p"]

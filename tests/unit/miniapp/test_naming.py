"""Names of files in a package."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.miniapp.naming import collision, name_problem


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "pages/a b.html",
        "bilder/Käse.png",
        "a-b_c(1).js",
        "console.js",
        "100%.css",
        "\u0645\u06cc\u200c\u062e\u0648.txt",
        "a/_stoa",
    ],
)
def test_plain_names_are_fit(name: str) -> None:
    assert name_problem(name) is None


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("", "empty"),
        ("/etc/passwd", "absolute"),
        ("a//b", "empty"),
        ("a/", "empty"),
        ("../x", '".."'),
        ("a/../x", '".."'),
        ("./x", '"."'),
        (".git/config", "dot"),
        ("a/.DS_Store", "dot"),
        ("C:\\x", '":"'),
        ("a\\b", '"\\"'),
        ("a?.js", '"?"'),
        ("a\x00b", "U+0000"),
        ("a\u202eb", "U+202E"),
        ("a\ue000b", "U+E000"),
        ("a. /b", "dot"),
        ("a.", "dot"),
        ("a ", "space"),
        (" a", "space"),
        ("CON", "device"),
        ("con.txt", "device"),
        ("pages/Com1.html", "device"),
        ("nul .txt", "device"),
        ("LPT¹", "device"),
        (unicodedata.normalize("NFD", "Käse"), "NFC"),
        ("ä" * 128, "255 bytes"),
        ("a" * 241, "240"),
        ("_stoa/stoa.js", "host's own folder"),
        ("_STOA", "host's own folder"),
    ],
)
def test_unfit_names_are_told_why(name: str, word: str) -> None:
    problem = name_problem(name)
    assert problem is not None
    assert word in problem


@given(st.text())
def test_any_name_is_fit_or_told_why(name: str) -> None:
    problem = name_problem(name)
    assert problem is None or len(problem) > 10
    if problem is None:
        assert not name.startswith("/")
        assert not {"", ".", ".."} & set(name.split("/"))


@pytest.mark.parametrize(
    ("names", "pair"),
    [
        (["a", "b", "c/a", "c/b"], None),
        (["a.js", "A.js"], ("a.js", "A.js")),
        (["pages/a", "Pages/b"], ("pages", "Pages/b")),
        (["strasse", "straße"], ("strasse", "straße")),
        (["a", "a/b"], ("a", "a/b")),
        (["a/b", "a"], ("a", "a")),
        (["a", "a"], ("a", "a")),
        (["a/b", "A"], ("a", "A")),
    ],
)
def test_names_that_are_one_somewhere_are_found(names: list[str], pair: tuple[str, str] | None) -> None:
    assert collision(names) == pair

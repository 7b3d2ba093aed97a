"""``stoa://`` links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.miniapp.address import PATH_MAX_CHARS, Address, parse_address, path_problem
from stoa.miniapp.errors import AddressError


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("stoa://org.example.recipes/r/17?scale=2#steps", Address("org.example.recipes", "/r/17?scale=2#steps")),
        ("stoa://org.example.recipes", Address("org.example.recipes")),
        ("  STOA://Org.Example.recipes/A \n", Address("org.example.recipes", "/A")),
        ("stoa://org.example?x=1", Address("org.example", "/?x=1")),
        ("stoa://org.example#top", Address("org.example", "/#top")),
        ("stoa://org.example/Käse", Address("org.example", "/Käse")),
        ("stoa://org.example/?q=//x/../y", Address("org.example", "/?q=//x/../y")),
    ],
)
def test_links_are_read(text: str, address: Address) -> None:
    assert parse_address(text) == address


def test_an_address_tells_its_parts() -> None:
    address = Address("org.example", "/r/17?a=1&b=%20x&a=2&c=#s?t")
    assert address.route == "/r/17"
    assert address.query == {"a": "2", "b": " x", "c": ""}
    assert address.fragment == "s?t"
    assert str(address) == "stoa://org.example/r/17?a=1&b=%20x&a=2&c=#s?t"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "starts with stoa://"),
        ("https://org.example/", "starts with stoa://"),
        ("stoa:org.example", "starts with stoa://"),
        ("stoa://", "reverse domain"),
        ("stoa://recipes/", "reverse domain"),
        ("stoa://person@org.example/", "starts with a letter"),
        ("stoa://org.example:80/", "starts with a letter"),
        ("stoa://org.example/a b", "%20"),
        ("stoa://org.example/a\\b", "backslashes"),
        ("stoa://org.example/a\u202eb", "invisible"),
        ("stoa://org.example/a\nb", "invisible"),
        ("stoa://org.example/../b", '".."'),
        ("stoa://org.example/a/%2E%2e/b", '".."'),
        ("stoa://org.example/./b", '"."'),
        ("stoa://org.example//evil.example/", '"//"'),
        ("stoa://org.example/%2fevil.example/", '"//"'),
        ("stoa://org.example/" + "a" * PATH_MAX_CHARS, "at most 1024"),
    ],
)
def test_other_texts_are_refused_with_the_reason(text: str, word: str) -> None:
    with pytest.raises(AddressError, match=word):
        parse_address(text)


def test_a_path_needs_its_slash() -> None:
    assert path_problem("r/17") == 'a path starts with "/"'
    assert path_problem("/r/17") is None


@given(st.text() | st.text().map(lambda text: f"stoa://org.example/{text}"))
def test_any_text_is_an_address_that_reads_back_or_an_address_error(text: str) -> None:
    try:
        address = parse_address(text)
    except AddressError:
        return
    assert parse_address(str(address)) == address
    assert address.route.startswith("/")
    assert ".." not in address.route.split("/")
    assert isinstance(address.query, dict)

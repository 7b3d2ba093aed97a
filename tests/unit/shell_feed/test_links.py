from __future__ import annotations

import pytest

from stoa.shell.feed.links import find_links, host_of, utf16_length


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see https://example.org/a?b=c#d now", ["https://example.org/a?b=c#d"]),
        ("HTTP://Example.org", ["HTTP://Example.org"]),
        ("end (https://example.org/x).", ["https://example.org/x"]),
        ("wiki https://en.example.org/Stoa_(building), and", ["https://en.example.org/Stoa_(building)"]),
        ("two https://a.example/ http://b.example!", ["https://a.example/", "http://b.example"]),
        ("javascript:alert(1) file:///etc/passwd data:text/html,x stoa://a.b/", []),
        ("https:// and https://. and http://?", []),
        ("https://[broken", []),
        ("no link", []),
    ],
)
def test_only_web_addresses_are_links(text: str, urls: list[str]):
    assert [link.url for link in find_links(text)] == urls


def test_places_count_in_the_units_of_qt_beyond_the_first_plane():
    (link,) = find_links("🎉🎉 https://example.org/ 🎉")
    assert (link.start, link.length) == (5, 20)
    assert utf16_length("a🎉") == 3


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/x", "example.org"), ("http://a.b:80", "a.b"), ("ftp://a.b", ""), ("", ""),
        ("https://[x", ""),
    ],
)  # fmt: skip
def test_the_host_names_the_site(url: str, host: str):
    assert host_of(url) == host

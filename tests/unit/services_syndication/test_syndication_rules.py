from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.services.syndication.feeds import SyndicationError, feed_address, host_of, may_fetch_picture
from stoa.services.syndication.opml import Outline, read_opml, write_opml
from stoa.services.syndication.schedule import (
    FIRST_RETRY,
    LONGEST,
    MINUTE,
    USUAL,
    after_failure,
    after_success,
    is_due,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://example.org/feed.xml", "https://example.org/feed.xml"),
        (" example.org ", "https://example.org/"),
        ("HTTP://Example.ORG/Feed?a=B#part", "http://example.org/Feed?a=B"),
        ("feed:https://example.org/f", "https://example.org/f"),
        ("feed://example.org/f", "https://example.org/f"),
        ("http://127.0.0.1:8000/f", "http://127.0.0.1:8000/f"),
    ],
)
def test_an_address_is_taken_as_people_write_it(typed: str, meant: str) -> None:
    assert feed_address(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "file:///etc/passwd", "ftp://example.org", "javascript://x", "https://", "http://a b/", "http://[::1", "http://a:x/",
     "https://example.org/" + "x" * 2100],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    with pytest.raises(SyndicationError, match="Give the address"):
        feed_address(typed)


def test_an_address_with_a_password_is_refused() -> None:
    with pytest.raises(SyndicationError, match="password"):
        feed_address("https://ann:secret@example.org/f")


@given(st.text(max_size=60))
def test_an_address_taken_once_is_taken_unchanged_again(typed: str) -> None:
    try:
        url = feed_address(typed)
    except SyndicationError:
        return
    assert feed_address(url) == url


def test_hosts_are_named_without_www() -> None:
    assert host_of("https://www.example.org:80/a") == "example.org"


@pytest.mark.parametrize(
    ("picture", "allowed"),
    [
        ("https://img.example.org/a.png", True),
        ("https://8.8.8.8/a.png", True),
        ("http://localhost/a", False),
        ("http://localhost./a", False),
        ("http://127.0.0.1/a", False),
        ("http://192.168.1.1/a", False),
        ("http://169.254.169.254/a", False),
        ("http://[::1]/a", False),
        ("http://router/a", False),
        ("http://127.1/a", False),
        ("http://2130706433/a", False),
        ("http://printer.local/a", False),
        ("file:///a", False),
        ("data:image/png;base64,AA", False),
    ],
)
def test_no_feed_makes_this_machine_ask_its_own_network(picture: str, allowed: bool) -> None:
    assert may_fetch_picture("https://example.org/feed", picture) is allowed


def test_a_feed_of_the_own_network_may_name_pictures_of_its_own_host() -> None:
    assert may_fetch_picture("http://192.168.1.5/feed", "http://192.168.1.5/a.png")
    assert not may_fetch_picture("http://192.168.1.5/feed", "http://192.168.1.6/a.png")


def test_a_good_feed_is_looked_at_every_half_hour_or_as_its_server_says() -> None:
    assert after_success(1000) == 1000 + USUAL
    assert after_success(1000, 5) == 1000 + USUAL
    assert after_success(1000, 90 * MINUTE) == 1000 + 90 * MINUTE
    assert after_success(1000, 10**12) == 1000 + LONGEST


def test_a_broken_feed_waits_twice_as_long_each_time_to_a_day() -> None:
    waits = [after_failure(0, failures) for failures in (1, 2, 3, 9, 10, 10_000)]
    assert waits == [FIRST_RETRY, 2 * FIRST_RETRY, 4 * FIRST_RETRY, 256 * FIRST_RETRY, LONGEST, LONGEST]


def test_a_server_may_ask_for_a_longer_wait_but_not_for_ever() -> None:
    assert after_failure(0, 1, 60 * MINUTE) == 60 * MINUTE
    assert after_failure(0, 3, 1) == 4 * FIRST_RETRY
    assert after_failure(0, 1, 10**15) == LONGEST


def test_a_feed_is_due_at_its_time_and_when_the_clock_was_set_back() -> None:
    assert [is_due(100, now) for now in (99, 100, 101)] == [False, True, True]
    assert is_due(10 * LONGEST, 5)


OPML = b"""<?xml version="1.0"?><opml version="1.0"><head/><body>
<outline text="News"><outline text="A &amp; B" xmlUrl="https://a.example/rss" type="rss"/>
<outline TITLE="C" XMLURL="c.example/atom"/></outline>
<outline title="Twice" xmlUrl="https://a.example/rss"/><outline text="No feed"/><outline xmlUrl="file:///etc/passwd"/>
</body></opml>"""


def test_an_opml_file_gives_each_feed_once_in_its_order() -> None:
    assert read_opml(OPML) == [Outline("https://a.example/rss", "A & B"), Outline("https://c.example/atom", "C")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<html></html>",
        b"<opml><body>",
        b'<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;"/></body></opml>',
        b'<!DOCTYPE opml SYSTEM "file:///etc/passwd"><opml/>',
        b'<?xml version="1.0" encoding="nonsense"?><opml/>',
    ],
)
def test_what_is_no_opml_or_uses_entities_is_refused(data: bytes) -> None:
    with pytest.raises(SyndicationError, match="not an OPML list"):
        read_opml(data)


def test_a_list_too_large_is_refused() -> None:
    with pytest.raises(SyndicationError, match="5 MB"):
        read_opml(b" " * (5 * 1024 * 1024 + 1))
    many = "".join(f'<outline xmlUrl="https://e.example/{number}"/>' for number in range(2001))
    with pytest.raises(SyndicationError, match="2,000"):
        read_opml(f"<opml>{many}</opml>".encode())


@given(st.lists(st.tuples(st.integers(0, 10**6), st.text(max_size=40)), unique_by=lambda pair: pair[0], max_size=8))
def test_what_is_exported_can_be_imported(pairs: list[tuple[int, str]]) -> None:
    outlines = [Outline(f"https://e.example/{number}?a=1&b=2", title) for number, title in pairs]
    assert [outline.url for outline in read_opml(write_opml(outlines))] == [outline.url for outline in outlines]


def test_titles_survive_export_and_import() -> None:
    outlines = [Outline("https://e.example/", "Ännchens <\"Rezepte\"> & 'mehr'")]
    assert read_opml(write_opml(outlines)) == outlines

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.services.syndication import parse as rules
from stoa.services.syndication.feeds import SyndicationError
from stoa.services.syndication.parse import feeds_of_page, parse
from stoa.services.syndication.plain_text import first_picture, joined, plain, shortened

URL = "https://www.example.org/blog/feed"

RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The &amp; News</title>
<link>https://www.example.org/</link>
<item><title>One</title><link>/one</link><guid>g1</guid><pubDate>Thu, 01 Jan 2026 12:00:00 +0100</pubDate>
<description>&lt;p&gt;Hello &lt;b&gt;world&lt;/b&gt;&lt;/p&gt;
&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;More&lt;/p&gt;</description>
<enclosure url="/a.mp3" type="audio/mpeg"/><enclosure url="/a.jpg" type="image/jpeg"/></item>
<item><title>Two</title><content:encoded><![CDATA[<img src="/pixel.gif" width="1" height="1">
<img src="b.png"> Text]]></content:encoded></item>
<item><title>Three</title><guid>g3</guid><media:thumbnail url="https://img.example.org/c.png"/></item>
<item/></channel></rss>"""

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Atom feed</title>
<link href="https://www.example.org/"/><entry><id>tag:1</id><title type="html">A &amp;lt;b&amp;gt; tag</title>
<link href="javascript:alert(1)"/><updated>2026-01-01T11:00:00Z</updated><summary>Short</summary></entry></feed>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "JSON feed",
    "home_page_url": "https://www.example.org/",
    "items": [
        {
            "id": 7,
            "title": "Seven",
            "url": "https://www.example.org/7",
            "content_html": "<p>Body <img src='/7.png'></p>",
            "date_published": "2026-01-01T12:00:00+01:00",
        },
        {"id": "8", "content_text": "Just text", "image": "https://img.example.org/8.png", "date_published": "soon"},
        {"id": "9"},
        "not an item",
    ],
}
NEW_YEAR_11 = 1_767_265_200_000


def test_rss_is_read_with_links_pictures_and_plain_text() -> None:
    feed = parse(RSS, URL)
    assert (feed.title, feed.site) == ("The & News", "https://www.example.org/")
    one, two, three = feed.entries
    assert (one.guid, one.published_at, one.text) == ("g1", NEW_YEAR_11, "One\nHello world\nMore")
    assert (one.url, one.picture_url) == ("https://www.example.org/one", "https://www.example.org/a.jpg")
    assert (two.picture_url, two.published_at, two.guid) == ("https://www.example.org/blog/b.png", None, "Two\nText")
    assert three.picture_url == "https://img.example.org/c.png"


def test_atom_is_read_and_a_link_that_is_no_web_address_is_left_out() -> None:
    feed = parse(ATOM, URL)
    (entry,) = feed.entries
    assert (feed.title, entry.guid, entry.published_at, entry.url) == ("Atom feed", "tag:1", NEW_YEAR_11, None)
    assert entry.text.endswith("Short")


def test_json_feed_is_read_and_its_broken_items_are_passed_over() -> None:
    feed = parse(b"\xef\xbb\xbf" + json.dumps(JSON).encode(), URL)
    seven, eight = feed.entries
    assert (feed.title, seven.guid, seven.text, seven.published_at) == ("JSON feed", "7", "Seven\nBody", NEW_YEAR_11)
    assert seven.picture_url == "https://www.example.org/7.png"
    assert (eight.text, eight.published_at, eight.picture_url) == ("Just text", None, "https://img.example.org/8.png")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (b"  ", "empty document"),
        (b"<!doctype html><html><body>hi</body></html>", "a web page"),
        (b"/etc/passwd", "not a feed"),
        (b"http://127.0.0.1:9/", "not a feed"),
        (b"{", "cannot be read"),
        (b'{"version": 1}', "not a JSON Feed"),
        (b'{"a":' * 100_000, "cannot be read"),
    ],
)
def test_what_is_no_feed_is_said_to_be_what_it_is(body: bytes, named: str) -> None:
    with pytest.raises(SyndicationError, match=named):
        parse(body, URL)


def test_a_local_file_is_never_read_in_place_of_a_feed(tmp_path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(RSS)
    with pytest.raises(SyndicationError):
        parse(str(file).encode(), URL)


BOMB = '[<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
ROOT = '<rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>'


@pytest.mark.parametrize(
    "document",
    [
        f"<!DOCTYPE r {BOMB}{ROOT}",
        f'<?xml version="1.0"?>\n<!-- <rss> --><?x <rss ?>\n<!DOCTYPE r {BOMB}{ROOT}',
        f"broken <!DOCTYPE r {BOMB}{ROOT}",
        f"<!doctype r {BOMB}{ROOT}",
        f'<!DOCTYPE r [<!ENTITY b SYSTEM "file:///etc/passwd">]>{ROOT}',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7", "cp500"])
def test_a_document_that_declares_entities_is_not_parsed(document: str, encoding: str) -> None:
    declared = {"utf-7": "charset=utf-7", "cp500": "charset=cp500"}.get(encoding, "")
    body = document.replace("<", "+ADw-").encode("ascii") if encoding == "utf-7" else document.encode(encoding)
    with pytest.raises(SyndicationError, match="entities"):
        parse(body, URL, declared)


def test_a_document_type_without_entities_and_words_about_them_are_read() -> None:
    item = "<item><title><![CDATA[How <!DOCTYPE x [<!ENTITY works]]></title></item>"
    document = (
        f'<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x.example/rss.dtd"><rss version="0.91"><channel>{item}'
    )
    (entry,) = parse(f"{document}</channel></rss>".encode(), URL).entries
    assert entry.text.startswith("How")


def test_a_document_of_nothing_but_comments_costs_no_more_than_reading_it() -> None:
    with pytest.raises(SyndicationError, match="not a feed"):
        parse(b"<!-- -->" * 20_000 + b"<!DOCTYPE", URL)


@pytest.mark.parametrize(
    ("encoding", "declaration", "content_type"),
    [
        ("utf-8", "", ""),
        ("utf-16", "", ""),
        ("utf-8-sig", '<?xml version="1.0" encoding="koi8-r"?>', ""),
        ("iso-8859-1", '<?xml version="1.0" encoding="ISO-8859-1"?>', "text/xml; charset=utf-8"),
        ("iso-8859-1", "", "text/xml; charset=iso-8859-1"),
        ("cp1252", '<?xml version="1.0" encoding="hex"?>', "text/xml; charset=nonsense"),
    ],
)
def test_the_letters_of_a_feed_are_read_however_they_are_written(
    encoding: str, declaration: str, content_type: str
) -> None:
    document = f'{declaration}<rss version="2.0"><channel><title>Über</title></channel></rss>'
    assert parse(document.encode(encoding), URL, content_type).title == "Über"


def test_a_feed_without_a_title_is_named_by_its_host_and_at_most_100_entries_are_taken() -> None:
    items = b"".join(b"<item><title>n%d</title></item>" % number for number in range(300))
    feed = parse(b'<rss version="2.0"><channel>' + items + b"</channel></rss>", URL)
    assert feed.title == "example.org"
    assert [entry.text for entry in feed.entries] == [f"n{number}" for number in range(100)]


def test_long_texts_are_cut_at_a_word_and_long_names_are_hashed() -> None:
    item = f"<item><guid>{'g' * 900}</guid><title>T</title><description>{'word ' * 900}</description></item>"
    (entry,) = parse(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode(), URL).entries
    assert len(entry.guid) == 64
    assert entry.text.endswith("word…")
    assert len(entry.text) <= 602


def test_dates_outside_any_calendar_are_taken_for_none() -> None:
    item = "<item><title>T</title><pubDate>Thu, 99 Foo 99999 99:99:99 GMT</pubDate></item>"
    (entry,) = parse(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode(), URL).entries
    assert entry.published_at is None


def test_a_page_names_its_feeds() -> None:
    page = b"""<!doctype html><html><head><title>x</title>
    <link rel="stylesheet" type="text/css" href="/a.css">
    <link rel="ALTERNATE feed" type="application/rss+xml; charset=utf-8" href="/rss">
    <link rel=alternate type=application/atom+xml href=https://feeds.example.org/atom>
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
    <link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/rss+xml" href="/rss">
    </head><body>Hi</body></html>"""
    assert feeds_of_page(page, URL) == ["https://www.example.org/rss", "https://feeds.example.org/atom"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a</p><p>b<br>c</p>", "a\nb\nc"),
        ("1 &lt; 2 &amp;amp; 3", "1 < 2 &amp; 3"),
        ("<style>p{}</style><script>x()</script>ok<!-- no -->", "ok"),
        ("a <b onclick=x>bold</b>\n\n  move", "a bold\nmove"),
        ("", ""),
    ],
)
def test_html_becomes_plain_text(source: str, text: str) -> None:
    assert plain(source) == text


@given(st.text(max_size=200))
def test_no_text_of_a_stranger_breaks_the_cleaning(source: str) -> None:
    assert "\r" not in plain(source)
    address = first_picture(source, URL)
    assert address is None or address.startswith("http")


@given(st.text(alphabet="ab .,", min_size=1, max_size=60), st.integers(2, 40))
def test_a_shortened_text_fits(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


@given(st.sampled_from([RSS, ATOM, json.dumps(JSON).encode()]), st.integers(0, 2000), st.binary(max_size=6))
def test_no_damage_raises_anything_but_a_syndication_error(sample: bytes, place: int, damage: bytes) -> None:
    at = place % len(sample)
    with suppress(SyndicationError):
        assert len(parse(sample[:at] + damage + sample[at + len(damage) :], URL).entries) <= 4


def test_a_parser_that_breaks_says_so_as_a_sentence(monkeypatch) -> None:
    def break_down(*_args: object, **_options: object) -> None:
        raise IndexError("a secret of the parser")

    monkeypatch.setattr(rules.feedparser, "parse", break_down)
    with pytest.raises(SyndicationError, match=r"^example\.org gives a feed that cannot be read\.$"):
        parse(RSS, URL)


def test_a_date_no_calendar_can_count_is_none() -> None:
    assert rules._milliseconds((10**9, 1, 1, 0, 0, 0, 0, 1, 0)) is None


def test_a_picture_with_a_broken_address_is_passed_over() -> None:
    assert joined(URL, "http://[bad/a.png") is None
    assert first_picture('<img src="http://[bad/a.png"><img src="/b.png">', URL) == "https://www.example.org/b.png"

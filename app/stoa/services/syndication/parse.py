"""Reading a feed's document: RSS and Atom with feedparser, JSON Feed 1 and 1.1 by hand."""

from __future__ import annotations

import calendar
import hashlib
import io
import json
from datetime import UTC, datetime
from typing import Any

import feedparser

from stoa.services.syndication.document import declares_entities, decoded
from stoa.services.syndication.feeds import Entry, ParsedFeed, SyndicationError, host_of
from stoa.services.syndication.plain_text import alternate_feeds, first_picture, joined, plain, shortened

# More than any feed has new between two visits; older ones of a long feed stay away.
ENTRIES_MAX = 100
TITLE_MAX_CHARS = 120
TEXT_MAX_CHARS = 600
_GUID_MAX_CHARS = 300
_AS_UTF8 = {"content-type": "application/xml; charset=utf-8"}


def parse(body: bytes, url: str, content_type: str = "") -> ParsedFeed:
    """The feed in ``body``, which came from ``url`` with that Content-Type. Slow for a large one: call it in a thread.

    Raises:
        SyndicationError: it is no feed, or one that cannot be read.
    """
    if not body.strip():
        raise SyndicationError(f"{host_of(url)} gives an empty document instead of a feed.")
    read = _json_feed if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _xml_feed
    try:
        return read(body, url, content_type)
    except SyndicationError:
        raise
    except Exception as error:
        # feedparser given hostile documents raises nearly anything; one feed must not stop the others.
        raise SyndicationError(f"{host_of(url)} gives a feed that cannot be read.") from error


def feeds_of_page(body: bytes, url: str) -> list[str]:
    """The addresses of the feeds named by a web page."""
    return alternate_feeds(body.decode("utf-8", "replace"), url)


def _xml_feed(body: bytes, url: str, content_type: str) -> ParsedFeed:
    text = decoded(body, content_type)
    if declares_entities(text):
        raise SyndicationError(f"{host_of(url)} gives a feed that declares entities, which Stoa does not read.")
    # A stream and never the bytes themselves: feedparser takes those for the name of a file or an address to open.
    # The text is made plain with nh3 afterwards, so feedparser's own cleaning would only cost time.
    parsed = feedparser.parse(
        io.BytesIO(text.encode()), response_headers=_AS_UTF8, sanitize_html=False, resolve_relative_uris=False
    )
    if not parsed.get("version"):
        what = "a web page" if b"<html" in body[:4096].lower() else "something that is not a feed"
        raise SyndicationError(f"This address gives {what}: look for the address of its feed (RSS, Atom or JSON).")
    about = parsed.feed
    entries = [_xml_entry(entry, url) for entry in parsed.entries[:ENTRIES_MAX]]
    return _feed(str(about.get("title", "")), str(about.get("link", "")), url, entries)


def _xml_entry(entry: Any, base: str) -> Entry | None:
    contents = [str(part.get("value", "")) for part in entry.get("content", [])]
    whole = max([*contents, ""], key=len)
    summary = str(entry.get("summary", "")) or whole
    link = joined(base, str(entry.get("link", "")))
    # feedparser's own get() takes one date for another and warns about it.
    dates = (dict.get(entry, name) for name in ("published_parsed", "updated_parsed", "created_parsed"))
    stamp = next((date for date in dates if date), None)
    picture = _xml_picture(entry, base) or first_picture(whole, base) or first_picture(summary, base)
    return _entry(str(entry.get("id", "")), str(entry.get("title", "")), summary, link, _milliseconds(stamp), picture)


def _xml_picture(entry: Any, base: str) -> str | None:
    """The picture an entry names outside its text: enclosure, media:content, media:thumbnail."""
    named = [*entry.get("enclosures", []), *entry.get("media_content", [])]
    pictures = [
        part.get("href") or part.get("url")
        for part in named
        if str(part.get("type", "")).startswith("image/") or part.get("medium") == "image"
    ]
    pictures += [part.get("url") for part in entry.get("media_thumbnail", [])]
    return next((address for part in pictures if part and (address := joined(base, str(part)))), None)


def _milliseconds(stamp: Any) -> int | None:
    if not stamp:
        return None
    try:
        return calendar.timegm(stamp) * 1000
    except (ValueError, OverflowError, TypeError):
        return None


def _json_feed(body: bytes, url: str, _content_type: str) -> ParsedFeed:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SyndicationError(f"{host_of(url)} gives a JSON document that cannot be read.") from error
    if not _text(data, "version").startswith("https://jsonfeed.org/version/1"):
        raise SyndicationError("This address gives a JSON document that is not a JSON Feed: check the address.")
    items = data.get("items")
    found = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    entries = [_json_entry(item, url) for item in found[:ENTRIES_MAX]]
    return _feed(_text(data, "title"), _text(data, "home_page_url"), url, entries)


def _json_entry(item: dict[str, Any], base: str) -> Entry | None:
    source = _text(item, "content_html")
    summary = _text(item, "summary") or source or _text(item, "content_text")
    link = joined(base, _text(item, "url") or _text(item, "external_url"))
    picture = joined(base, _text(item, "image")) or joined(base, _text(item, "banner_image"))
    identity = item.get("id")
    return _entry(
        str(identity) if isinstance(identity, str | int | float) else "",
        _text(item, "title"),
        summary,
        link,
        _iso_time(_text(item, "date_published") or _text(item, "date_modified")),
        picture or first_picture(source, base),
    )


def _iso_time(text: str) -> int | None:
    try:
        moment = datetime.fromisoformat(text)
        whole = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return int(whole.timestamp() * 1000)
    except (ValueError, OverflowError):
        return None


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""


def _feed(title: str, site: str, url: str, entries: list[Entry | None]) -> ParsedFeed:
    return ParsedFeed(
        shortened(plain(title).replace("\n", " "), TITLE_MAX_CHARS) or host_of(url),
        joined(url, site) or "",
        tuple(entry for entry in entries if entry),
    )


def _entry(
    guid: str, title: str, summary: str, link: str | None, published_at: int | None, picture: str | None
) -> Entry | None:
    """An entry, or None where it says nothing."""
    head = shortened(plain(title).replace("\n", " "), TITLE_MAX_CHARS)
    body = shortened(plain(summary), TEXT_MAX_CHARS)
    text = body if body.startswith(head) else f"{head}\n{body}".strip()
    identity = guid.strip() or link or text
    if not identity or not (text or picture):
        return None
    if len(identity) > _GUID_MAX_CHARS:
        identity = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()
    return Entry(identity, published_at, text, link, picture)

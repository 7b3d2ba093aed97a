"""From the HTML of strangers to plain text and the address of its first picture."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import nh3

from stoa.services.syndication.feeds import is_web_address

# What begins a new line. All else is dropped by nh3, scripts and styles with their content.
_LINES = {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "hr"}
_FEED_TYPES = ("application/atom+xml", "application/rss+xml", "application/feed+json", "application/json")
# Longer HTML is cut: the summary needs its beginning only.
_HTML_MAX_CHARS = 200_000


def plain(source: str) -> str:
    """The text of some HTML (or of a text without any), a line for each block, without outer white space."""
    cleaned = nh3.clean(source[:_HTML_MAX_CHARS], tags=_LINES, attributes={}, link_rel=None)
    text = html.unescape(re.sub(r"<[^>]*>", "\n", cleaned))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def shortened(text: str, most: int) -> str:
    """The text cut at a word so that it has at most ``most`` characters, the last of them an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(None, 1)[0] if len(cut.split()) > 1 else cut).rstrip(" ,.;:-") + "…"


def first_picture(source: str, base: str) -> str | None:
    """The address of the first picture in some HTML, those of one pixel left out."""
    cleaned = nh3.clean(
        source[:_HTML_MAX_CHARS], tags={"img"}, attributes={"img": {"src", "width", "height"}}, link_rel=None
    )
    for _, attributes in _tags(cleaned):
        tiny = attributes.get("width") in {"0", "1"} or attributes.get("height") in {"0", "1"}
        address = joined(base, attributes.get("src", ""))
        if address and not tiny:
            return address
    return None


def alternate_feeds(page: str, base: str) -> list[str]:
    """The addresses of the feeds a web page names in ``<link rel=alternate>``, in its order."""
    cleaned = nh3.clean(page, tags={"link"}, attributes={"link": {"rel", "type", "href"}}, link_rel=None)
    found: list[str] = []
    for _, attributes in _tags(cleaned):
        kind = attributes.get("type", "").split(";")[0].strip().lower()
        address = joined(base, attributes.get("href", ""))
        if "alternate" in attributes.get("rel", "").lower().split() and kind in _FEED_TYPES and address:
            found.append(address)
    return list(dict.fromkeys(found))


def joined(base: str, address: str) -> str | None:
    """An address as seen from ``base``, or None where it is not one of the web."""
    try:
        whole = urljoin(base, address.strip())
    except ValueError:
        return None
    return whole if address.strip() and is_web_address(whole) else None


class _Tags(HTMLParser):
    """Collects start tags. Only given what nh3 wrote, which is well-formed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def _tags(source: str) -> list[tuple[str, dict[str, str]]]:
    parser = _Tags()
    parser.feed(source)
    parser.close()
    return parser.found

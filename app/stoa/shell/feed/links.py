"""Finding web addresses in plain text. No Qt."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_TRAILING = ".,;:!?'…\u2019"
_PAIRS = {")": "(", "]": "[", "}": "{"}


class Link(NamedTuple):
    """An address in a text. ``start`` and ``length`` count UTF-16 units, as Qt's text layouts do."""

    start: int
    length: int
    url: str


def find_links(text: str) -> list[Link]:
    """The http and https addresses of ``text`` in order, without the punctuation that ends a sentence."""
    links: list[Link] = []
    for match in _ADDRESS.finditer(text):
        url = _without_tail(match.group())
        if host_of(url):
            links.append(Link(utf16_length(text[: match.start()]), utf16_length(url), url))
    return links


def host_of(url: str) -> str:
    """The host of a web address without ``www.``; empty where there is none or it is not http or https."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in ("http", "https") else ""


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _without_tail(url: str) -> str:
    while url:
        last = url[-1]
        opening = _PAIRS.get(last)
        if last in _TRAILING or (opening and url.count(last) > url.count(opening)):
            url = url[:-1]
        else:
            break
    return url

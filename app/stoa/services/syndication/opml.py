"""Lists of feeds as other readers write and read them: OPML 2.0."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from stoa.records import Record
from stoa.services.syndication.feeds import SyndicationError, feed_address

if TYPE_CHECKING:
    from collections.abc import Iterable

OPML_MAX_BYTES = 5 * 1024 * 1024
OUTLINES_MAX = 2000


class Outline(Record):
    """A feed in a list: its address and what it is called there, perhaps nothing."""

    url: str
    title: str = ""


def read_opml(data: bytes) -> list[Outline]:
    """The feeds of an OPML file, each address once, in its order; entries that are no feeds are passed over.

    Raises:
        SyndicationError: it is no OPML, too large, or uses entities, which no reader writes.
    """
    if len(data) > OPML_MAX_BYTES:
        raise SyndicationError("This list of feeds is larger than 5 MB: split it and import the parts.")
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise SyndicationError(
            "This file is not an OPML list of feeds: export it again from the other reader."
        ) from error
    if root.tag.lower() != "opml":
        raise SyndicationError("This file is not an OPML list of feeds: choose the file the other reader exported.")
    found: dict[str, Outline] = {}
    for element in root.iter("outline"):
        # Readers disagree on the letters' case.
        attributes = {name.lower(): value for name, value in element.attrib.items()}
        try:
            url = feed_address(attributes.get("xmlurl", ""))
        except SyndicationError:
            continue
        found.setdefault(url, Outline(url, (attributes.get("title") or attributes.get("text") or "").strip()))
    if len(found) > OUTLINES_MAX:
        raise SyndicationError(f"This list has more than {OUTLINES_MAX:,} feeds: split it and import the parts.")
    return list(found.values())


def write_opml(outlines: Iterable[Outline]) -> bytes:
    """The feeds as an OPML file in UTF-8."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head><title>Stoa</title></head>",
        "  <body>",
        *(
            f'    <outline type="rss" text="{_attribute(outline.title)}" title="{_attribute(outline.title)}"'
            f' xmlUrl="{_attribute(outline.url)}"/>'
            for outline in outlines
        ),
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines).encode("utf-8", "replace")


def _attribute(text: str) -> str:
    # XML 1.0 has no spelling for control characters at all.
    return html.escape(" ".join("".join(letter if letter.isprintable() else " " for letter in text).split()))

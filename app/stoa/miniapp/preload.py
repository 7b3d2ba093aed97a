"""What a page will ask for first, read from the start of its text: scripts and style sheets of the app's own. Pure."""

from __future__ import annotations

import html
import re

# A page names what it needs first at its start; what stands behind is found by the engine itself.
START_BYTES = 16 * 1024
_MOST = 12
# What stands between a beginning and an end is no markup of the page. A tag ends before the next one begins, or a page
# of nothing but beginnings would keep the window's thread for 150 ms.
_PARTS = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<opaque>style|template|noscript|textarea|title)\b.*?(?:</(?P=opaque)\s*>|\Z)"
    r"|<script\b(?P<script>[^<>]*)>.*?(?:</script\s*>|\Z)"
    r"|<link\b(?P<link>[^<>]*)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?""")
# An address of the app's own that can stand in a header as it is.
_OWN = re.compile(r"(?![a-z][a-z0-9+.-]*:|//)[\w./~!$&()*+@%?=:-]+", re.ASCII | re.IGNORECASE)
_CLASSIC = frozenset({"", "text/javascript", "application/javascript"})
# With these the engine asks in another way, or does not ask at all.
_OTHERWISE = frozenset({"crossorigin", "integrity", "media", "disabled", "nomodule", "referrerpolicy"})


def preload_header(start: bytes) -> str:
    """The value of a ``Link`` header for a page's text from its start on; empty when it names nothing.

    Whatever is in doubt is left out: an answer that is fetched and not used would be complained of in the console.
    """
    links: dict[str, None] = {}
    for part in _PARTS.finditer(start[:START_BYTES].decode("utf-8", "replace")):
        if (link := _script(part["script"]) if part["script"] is not None else _sheet(part["link"] or "")) is not None:
            links[link] = None
    return ", ".join(list(links)[:_MOST])


def _script(written: str) -> str | None:
    found = _attributes(written)
    if found is None:
        return None
    kind = found.get("type", "").strip().lower()
    if kind == "module":
        return _link(found.get("src", ""), "modulepreload")
    return _link(found.get("src", ""), "preload; as=script") if kind in _CLASSIC else None


def _sheet(written: str) -> str | None:
    found = _attributes(written)
    if found is None or found.get("rel", "").strip().lower() != "stylesheet":
        return None
    return _link(found.get("href", ""), "preload; as=style")


def _link(address: str, relation: str) -> str | None:
    return f"<{address}>; rel={relation}" if _OWN.fullmatch(address) else None


def _attributes(written: str) -> dict[str, str] | None:
    """The attributes of a tag; None where one of them changes how its address is asked for."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(written):
        bare = value[1:-1] if value[:1] in {'"', "'"} else value
        # Only where something is to be read as such: the list of all characters' names is long.
        found.setdefault(name.lower(), (html.unescape(bare) if "&" in bare else bare).strip())
    return None if _OTHERWISE & found.keys() else found

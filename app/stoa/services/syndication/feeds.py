"""What a feed, its entries and a subscription are, and which addresses may be fetched."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit, urlunsplit

from stoa.contract.errors import StoaError
from stoa.records import Record

ADDRESS_MAX_CHARS = 2048
_BAD_ADDRESS = "Give the address of a feed or web page, like https://example.org/feed.xml."


class SyndicationError(StoaError):
    """A feed cannot be read; its text says what is wrong with it, for the line beside its name."""

    def __init__(self, sentence: str, *, retry_after: int | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after
        """Milliseconds the server asks to wait before trying again."""


class Subscription(Record):
    """A feed an account reads. Times are milliseconds since 1970 UTC; ``state`` says what is wrong, None is well.

    ``site`` is the address of the web page it belongs to, or empty. ``last_ok`` is None before the first success.
    """

    id: int
    account_id: str
    url: str
    title: str
    site: str
    state: str | None
    last_ok: int | None
    next_try: int


class Feed(Record):
    """A feed to fetch: what the last answer said (``etag``, ``modified``) and how often it failed in a row."""

    id: int
    url: str
    title: str
    site: str
    etag: str | None
    modified: str | None
    failures: int


class Entry(Record):
    """An entry of a feed as plain text. ``picture`` is the id of the kept picture, once it is kept."""

    guid: str
    published_at: int | None
    text: str
    url: str | None
    picture_url: str | None = None
    picture: str | None = None


class ParsedFeed(Record):
    """What a feed's document says, newest entry first as it has them."""

    title: str
    site: str
    entries: tuple[Entry, ...]


def feed_address(typed: str) -> str:
    """The http(s) address a person meant; without a scheme, https.

    Raises:
        SyndicationError: it is no such address, or carries a name and password.
    """
    text = typed.strip()
    if text.lower().startswith("feed:"):
        text = text[5:].removeprefix("//")
    if "://" not in text:
        text = "https://" + text
    if not is_web_address(text):
        raise SyndicationError(_BAD_ADDRESS)
    parts = urlsplit(text)
    if parts.username or parts.password:
        raise SyndicationError("Leave name and password out of the address: they would be kept readable.")
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))


def is_web_address(url: str) -> bool:
    """Whether it is an http or https address with a host."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    sound = url.isprintable() and " " not in url and len(url) <= ADDRESS_MAX_CHARS
    return sound and parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)


def host_of(url: str) -> str:
    """The host an address names, as people know it: without ``www.``."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def may_fetch_picture(feed_url: str, picture_url: str) -> bool:
    """Whether a picture a feed names may be fetched: no feed makes this machine ask its own network for anything.

    A feed that is itself on that network may name pictures on its own host.
    """
    if not is_web_address(picture_url):
        return False
    host = urlsplit(picture_url).hostname or ""
    return host == urlsplit(feed_url).hostname or not _is_local(host)


def _is_local(host: str) -> bool:
    host = host.rstrip(".")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".lan", ".home.arpa")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        # A name without a dot, or a number in one of its old spellings, is nobody's public host.
        return "." not in host or host.rsplit(".", 1)[-1].isdigit()

"""What a client of the filter proxy asks for, read from untrusted bytes."""

from __future__ import annotations

import base64
import binascii
from urllib.parse import urlsplit

from stoa.records import Record

_TOKEN_MAX_CHARS = 256


class Head(Record):
    """A request's head. ``token`` is None when it brings none; nonsense has an empty method or host, or port 0."""

    method: str
    host: str
    port: int
    token: str | None


def read_head(raw: bytes) -> Head:
    """Read a request's head. Never raises."""
    first, *lines = raw.decode("latin-1").split("\r\n")
    parts = first.split(" ")
    method, target = (parts[0], parts[1]) if len(parts) == 3 else ("", "")
    token = None
    for line in lines:
        name, _, value = line.partition(":")
        if name.strip().lower() == "proxy-authorization":
            token = _token(value.strip())
    host, port = _place(target)
    return Head(method, host, port, token)


def _place(target: str) -> tuple[str, int]:
    """Host and port of ``host:port`` or of a whole address; an empty host or port 0 where there is none."""
    if "://" in target:
        return _place_of_address(target)
    host, _, written = target.rpartition(":")
    port = int(written) if written.isdecimal() and len(written) < 6 else 0
    return host.strip("[]").lower().rstrip("."), port if port < 65536 else 0


def _place_of_address(target: str) -> tuple[str, int]:
    try:
        parsed = urlsplit(target)
        place = parsed.hostname or "", parsed.port or 80
    except ValueError:
        return "", 0
    return place


def _token(value: str) -> str | None:
    """The password of Basic credentials; an empty one, which no room has, where they cannot be read."""
    scheme, _, encoded = value.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        return base64.b64decode(encoded, validate=True).decode("ascii").partition(":")[2][:_TOKEN_MAX_CHARS]
    except (binascii.Error, ValueError):
        return ""

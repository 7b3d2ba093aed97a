"""What a client of the filter proxy asks for, read from untrusted bytes."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from urllib.parse import urlsplit

_TOKEN_MAX_CHARS = 256


@dataclass(frozen=True, slots=True)
class Head:
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
        try:
            parsed = urlsplit(target)
            return parsed.hostname or "", parsed.port or 80
        except ValueError:
            return "", 0
    host, _, port = target.rpartition(":")
    number = int(port) if port.isdecimal() and len(port) < 6 else 0
    return host.strip("[]").lower().rstrip("."), number if number < 65536 else 0


def _token(value: str) -> str | None:
    """The password of Basic credentials; an empty one, which no room has, where they cannot be read."""
    scheme, _, encoded = value.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        return base64.b64decode(encoded, validate=True).decode("ascii").partition(":")[2][:_TOKEN_MAX_CHARS]
    except (binascii.Error, ValueError):
        return ""

"""What a room was refused, by which rule, and the manifest line that would change it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl

from stoa.engine.filter_proxy import UNDECLARED
from stoa.miniapp.origin import DEFAULT_PORTS
from stoa.records import Record

_SHOWN_MAX_CHARS = 300
ON_OWN_PAGES = "a room stays on its own pages"
NOBODY = "no mini-app may have this"


class Refusal(Record):
    """One refusal. ``what`` is the thing asked for, ``rule`` why not, ``fix`` the manifest line, if one would help."""

    what: str
    rule: str
    fix: str | None = None


Refuse = Callable[[Refusal], None]


def shown(url: QUrl) -> str:
    """An address as it may be shown: without user name and password, and not too long."""
    return url.toDisplayString(QUrl.ComponentFormattingOption(QUrl.UrlFormattingOption.RemoveUserInfo.value))[
        :_SHOWN_MAX_CHARS
    ]


def of_request(url: QUrl) -> Refusal:
    """The refusal of a request to a place outside the room."""
    scheme = url.scheme()
    if scheme not in DEFAULT_PORTS:
        return Refusal(shown(url), f"{scheme}: is not let out; only https and wss are")
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    port = f":{url.port()}" if url.port() not in {-1, DEFAULT_PORTS[scheme]} else ""
    return Refusal(shown(url), UNDECLARED, f'add "{scheme}://{host}{port}" to network in manifest.json')


def of_permission(name: str) -> Refusal:
    """The refusal of a permission that the manifest does not ask for."""
    return Refusal(name, "not in the manifest", f'add "{name}" to permissions in manifest.json')


def of_place(name: str, port: int, reason: str) -> Refusal:
    """A host that the filter proxy refused."""
    place = name if port == 443 else f"{name}:{port}"
    fix = f'add "https://{place}" to network in manifest.json' if reason == UNDECLARED and name else None
    return Refusal(f"{name}:{port}", reason, fix)

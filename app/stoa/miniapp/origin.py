"""One entry of the manifest's ``network``: an exact https or wss origin, perhaps with ``*.`` in front."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address
from urllib.parse import quote

from stoa.contract.errors import StoaError
from stoa.records import Record

_ORIGIN = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<host>\[[^\]]*\]|[^/?#:@\[\]]*)(?::(?P<port>[0-9]*))?")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NUMERIC = re.compile(r"[0-9]+|0x[0-9a-f]*")
DEFAULT_PORTS = {"https": 443, "wss": 443}
# RFC 6761, 6762, 8375, and the name reserved for private use: they lead into this machine or its local network.
_LOCAL_ENDINGS = ("localhost", "local", "internal", "home.arpa", "localdomain", "lan", "home", "intranet")


class OriginError(StoaError):
    """A text that is not an origin a mini-app may reach; ``fix`` is what to write instead, if that is known."""

    def __init__(self, sentence: str, fix: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fix = fix


class NetworkRule(Record):
    """One declared origin. With ``wildcard`` every host *below* ``host`` is meant, and not ``host`` itself."""

    scheme: str
    host: str
    port: int
    wildcard: bool = False

    def __str__(self) -> str:
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{'*.' if self.wildcard else ''}{self.host}{port}"

    def allows(self, scheme: str, host: str, port: int) -> bool:
        """Whether a request to exactly this place is covered; ``host`` in lower case."""
        if scheme != self.scheme or port != self.port:
            return False
        return host.endswith(f".{self.host}") if self.wildcard else host == self.host

    def covers(self, other: NetworkRule) -> bool:
        """Whether everything that ``other`` allows is allowed by this rule too."""
        if other.wildcard:
            return self.wildcard and (self == other or self.allows(other.scheme, other.host, other.port))
        return self.allows(other.scheme, other.host, other.port)


def parse_origin(text: str) -> NetworkRule:
    """Parse one entry of ``network``. Raises ``OriginError`` saying what to write instead."""
    match = _ORIGIN.match(text)
    if match is None:
        raise OriginError("an origin looks like https://api.example.org", None)
    scheme, written_host = match["scheme"], match["host"]
    if scheme not in DEFAULT_PORTS:
        instead = "wss" if scheme.lower() in ("ws", "wss") else "https"
        raise OriginError(f'only https and wss are allowed, not "{scheme}"', f"write {instead}://…")
    if match.end() != len(text):
        raise OriginError("an origin ends after host and port: no path, no user name", f'write "{match.group()}"')
    wildcard = written_host.startswith("*.")
    host = written_host.removeprefix("*.")
    if wildcard and ("." not in host or _is_numeric(host)):
        raise OriginError('after "*." at least two more parts of a name are needed, such as *.example.org', None)
    _check_host(host)
    return NetworkRule(scheme, host, _port(match["port"], scheme), wildcard)


def _port(text: str | None, scheme: str) -> int:
    if text is None:
        return DEFAULT_PORTS[scheme]
    if len(text) > 5 or not text or not 1 <= int(text) <= 65535:
        raise OriginError("a port is a number from 1 to 65535", None)
    return int(text)


def _check_host(host: str) -> None:
    if host.startswith("["):
        # The grammar of content security policies cannot name an IPv6 address, so it could never be enforced.
        raise OriginError("an IPv6 address cannot be declared", "give the server a host name and declare that")
    if "*" in host:
        raise OriginError('a "*" may only be the left-most part: *.example.org', None)
    if not host.isascii():
        raise OriginError("a host is written in ASCII", _ascii_fix(host))
    if host != host.lower():
        raise OriginError("a host is written in lower case", f'write "{host.lower()}"')
    labels = host.split(".")
    if len(host) > 253 or any(_LABEL.fullmatch(label) is None for label in labels):
        raise OriginError(f'"{quote(host)}" is not a host name', None)
    if _is_numeric(host):
        _check_ip(host)
    elif len(labels) == 1 or f".{host}".endswith(tuple(f".{ending}" for ending in _LOCAL_ENDINGS)):
        raise OriginError(f'"{host}" leads into this machine or its local network, which no mini-app may reach', None)


def _check_ip(host: str) -> None:
    try:
        address = IPv4Address(host)
    except AddressValueError:
        raise OriginError(f'"{host}" is no IP address: write four numbers from 0 to 255', None) from None
    if not address.is_global or address.is_multicast:
        raise OriginError(f"{host} leads into this machine or its local network, which no mini-app may reach", None)


def _is_numeric(host: str) -> bool:
    """Whether a browser takes the host for an IPv4 address: its last part is a number (WHATWG URL, host parsing)."""
    return _NUMERIC.fullmatch(host.rpartition(".")[2]) is not None


def _ascii_fix(host: str) -> str | None:
    try:
        return f'write "{host.encode("idna").decode("ascii").lower()}"'
    except UnicodeError:
        return None

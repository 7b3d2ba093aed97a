"""What a page asked the network for: one row a request, read from DevTools events, and the HAR file of them all."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# The newest are kept; a page that asks without end must not fill the memory.
EXCHANGES_MAX = 2000
_ADDRESS_MAX_CHARS = 4000
_OWN_SCHEME = "miniapp"
# How the DevTools tell that a host was blocked through them, as a launch profile does with those that are down.
_BLOCKED_BY_PROFILE, _DOWN = "inspector", "down, by the launch profile"


class Exchange(Record):
    """One request and what became of it.

    ``at`` is milliseconds since 1970 UTC, ``duration_ms`` and ``status`` are None while it is under way or when it
    never came to be. ``refused`` is the rule that stopped it, ``fix`` the manifest line that would change that.
    """

    key: str
    at: int
    method: str
    url: str
    kind: str = "other"
    status: int | None = None
    media_type: str = ""
    size: int = 0
    duration_ms: float | None = None
    failed: str = ""
    refused: str = ""
    fix: str | None = None
    request_headers: Mapping[str, str] = field(default_factory=dict)
    response_headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_own_file(self) -> bool:
        """Whether it asked for a file of the mini-app itself, which never leaves the machine."""
        return self.url.startswith(f"{_OWN_SCHEME}:")

    @property
    def outcome(self) -> str:
        """In a word: ``refused``, ``failed``, ``pending``, or the status."""
        if self.refused:
            return "refused"
        if self.failed:
            return "failed"
        return "pending" if self.status is None else str(self.status)


class Traffic:
    """Collects exchanges, oldest first. ``changed`` is called with each that is new or has changed."""

    def __init__(self, changed: Callable[[Exchange], None] = lambda _exchange: None) -> None:
        self._changed = changed
        self._exchanges: OrderedDict[str, Exchange] = OrderedDict()
        self._begun: dict[str, float] = {}
        self._refusals = 0

    @property
    def exchanges(self) -> list[Exchange]:
        """All that are kept."""
        return list(self._exchanges.values())

    def clear(self) -> None:
        """Forget them."""
        self._exchanges.clear()
        self._begun.clear()

    def hear(self, event: str, values: Mapping[str, Any]) -> None:
        """Take an event of the DevTools' Network domain; others, and those of unknown requests, change nothing."""
        reader = _READERS.get(event)
        key = str(values.get("requestId", ""))
        if reader is not None and key:
            reader(self, key, values)

    def refuse(self, url: str, rule: str, fix: str | None, at: int) -> None:
        """Note a request that a rule of the host stopped. One that the DevTools told of too is marked instead."""
        for exchange in reversed(self._exchanges.values()):
            if exchange.url == url and not exchange.refused and exchange.status is None:
                self._put(replace(exchange, refused=rule, fix=fix))
                return
        self._refusals += 1
        self._put(Exchange(f"refusal-{self._refusals}", at, "GET", url[:_ADDRESS_MAX_CHARS], refused=rule, fix=fix))

    def _put(self, exchange: Exchange) -> None:
        self._exchanges[exchange.key] = exchange
        while len(self._exchanges) > EXCHANGES_MAX:
            key, _ = self._exchanges.popitem(last=False)
            self._begun.pop(key, None)
        self._changed(exchange)

    def _on_sent(self, key: str, values: Mapping[str, Any]) -> None:
        request = values.get("request", {})
        self._begun[key] = float(values.get("timestamp", 0))
        self._put(
            Exchange(
                key,
                round(float(values.get("wallTime", 0)) * 1000),
                str(request.get("method", "GET")),
                str(request.get("url", ""))[:_ADDRESS_MAX_CHARS],
                str(values.get("type", "other")).lower(),
                request_headers=_headers(request),
            )
        )

    def _on_answered(self, key: str, values: Mapping[str, Any]) -> None:
        if (exchange := self._exchanges.get(key)) is not None:
            response = values.get("response", {})
            self._put(
                replace(
                    exchange,
                    status=int(response.get("status", 0)),
                    media_type=str(response.get("mimeType", "")),
                    response_headers=_headers(response),
                )
            )

    def _on_finished(self, key: str, values: Mapping[str, Any]) -> None:
        if (exchange := self._exchanges.get(key)) is not None:
            size = max(0, int(values.get("encodedDataLength", 0)))
            self._put(replace(exchange, size=size, duration_ms=self._took(key, values)))

    def _on_failed(self, key: str, values: Mapping[str, Any]) -> None:
        if (exchange := self._exchanges.get(key)) is not None:
            reason = str(values.get("blockedReason") or values.get("errorText") or "failed")
            reason = _DOWN if reason == _BLOCKED_BY_PROFILE else reason
            self._put(replace(exchange, failed=reason, duration_ms=self._took(key, values)))

    def _took(self, key: str, values: Mapping[str, Any]) -> float:
        return max(0.0, (float(values.get("timestamp", 0)) - self._begun.get(key, 0.0)) * 1000)


_READERS: Mapping[str, Callable[[Traffic, str, Mapping[str, Any]], None]] = {
    "Network.requestWillBeSent": Traffic._on_sent,  # noqa: SLF001  the class's own table
    "Network.responseReceived": Traffic._on_answered,  # noqa: SLF001
    "Network.loadingFinished": Traffic._on_finished,  # noqa: SLF001
    "Network.loadingFailed": Traffic._on_failed,  # noqa: SLF001
}


def har(exchanges: Iterable[Exchange], version: str) -> dict[str, Any]:
    """The exchanges as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), without bodies.

    A refused request has status 0, as in the HAR files of browsers, and carries the rule and the manifest line in the
    custom members ``_refused`` and ``_fix``.
    """
    return {
        "log": {
            "version": "1.2",
            "creator": {"name": "Stoa", "version": version},
            "entries": [_entry(exchange) for exchange in exchanges],
        }
    }


def _entry(exchange: Exchange) -> dict[str, Any]:
    took = exchange.duration_ms or 0.0
    query = parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True)
    entry: dict[str, Any] = {
        "startedDateTime": datetime.fromtimestamp(exchange.at / 1000, UTC).isoformat(timespec="milliseconds"),
        "time": took,
        "request": {
            "method": exchange.method,
            "url": exchange.url,
            "httpVersion": "",
            "cookies": [],
            "headers": _pairs(exchange.request_headers.items()),
            "queryString": _pairs(query),
            "headersSize": -1,
            "bodySize": -1,
        },
        "response": {
            "status": exchange.status or 0,
            "statusText": exchange.refused or exchange.failed,
            "httpVersion": "",
            "cookies": [],
            "headers": _pairs(exchange.response_headers.items()),
            "content": {"size": exchange.size, "mimeType": exchange.media_type},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": exchange.size,
        },
        "cache": {},
        # The whole time counts as waiting: the parts are not told for a scheme of the host's own.
        "timings": {"send": 0, "wait": took, "receive": 0},
    }
    if exchange.refused:
        entry |= {"_refused": exchange.refused, "_fix": exchange.fix}
    return entry


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]


def _headers(message: Mapping[str, Any]) -> dict[str, str]:
    return {str(name): str(value) for name, value in message.get("headers", {}).items()}

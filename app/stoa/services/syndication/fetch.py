"""Fetching over http: conditional, limited in size, time and redirects, without cookies."""

from __future__ import annotations

import asyncio
from contextlib import aclosing, suppress
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, cast

import httpx

from stoa.records import Record
from stoa.services.syndication.feeds import SyndicationError, host_of, is_web_address

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Mapping

BODY_MAX_BYTES = 5 * 1024 * 1024
REDIRECTS_MAX = 5
# From the first byte sent to the last received, redirects included.
SECONDS_MAX = 30.0
_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"


class Fetched(Record):
    """An answer. ``body`` is None when nothing changed; ``url`` is where redirects led.

    ``fresh_for`` is how long the server says it holds, in milliseconds.
    """

    url: str
    body: bytes | None
    content_type: str = ""
    etag: str | None = None
    modified: str | None = None
    fresh_for: int | None = None


def new_client(user_agent: str) -> httpx.AsyncClient:
    """A client that keeps no cookies. Reads certificates from disk: make it in a thread."""
    return httpx.AsyncClient(
        headers={"User-Agent": user_agent, "Accept": _ACCEPT},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=False,
        timeout=httpx.Timeout(15.0),
        limits=httpx.Limits(max_connections=8, max_keepalive_connections=4),
    )


async def fetch(
    client: httpx.AsyncClient,
    url: str,
    *,
    etag: str | None = None,
    modified: str | None = None,
    allowed: Callable[[str], bool] = is_web_address,
) -> Fetched:
    """What is at ``url``, at most 5 MB in 30 seconds after at most 5 redirects, each to an ``allowed`` address.

    Raises:
        SyndicationError: it cannot be had; the sentence names the host and what is wrong.
    """
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in conditions.items() if value}
    try:
        async with asyncio.timeout(SECONDS_MAX):
            return await _follow(client, url, headers, allowed)
    except (TimeoutError, httpx.TimeoutException) as error:
        raise SyndicationError(f"{host_of(url)} does not answer in time; Stoa tries again later.") from error
    except httpx.ConnectError as error:
        raise SyndicationError(
            f"{host_of(url)} cannot be reached: check the address and your connection to the internet."
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise SyndicationError(
            f"{host_of(url)} answers in a way that cannot be understood: check the address."
        ) from error


async def _follow(
    client: httpx.AsyncClient, url: str, headers: Mapping[str, str], allowed: Callable[[str], bool]
) -> Fetched:
    here = url
    for _ in range(REDIRECTS_MAX + 1):
        if not allowed(here):
            raise SyndicationError(f"{host_of(url)} sends to an address Stoa does not open: check the address.")
        async with client.stream("GET", here, headers=dict(headers)) as response:
            if not response.has_redirect_location:
                return await _answer(response, here)
            here = str(httpx.URL(here).join(response.headers["location"]))
    raise SyndicationError(f"{host_of(url)} redirects more than {REDIRECTS_MAX} times: check the address.")


async def _answer(response: httpx.Response, url: str) -> Fetched:
    headers = response.headers
    if response.status_code == httpx.codes.NOT_MODIFIED:
        return Fetched(url, None, fresh_for=_fresh_for(headers))
    if response.status_code != httpx.codes.OK:
        raise _refusal(response, host_of(url))
    body = bytearray()
    # The rest of what is too large is let go of here and now, not by the collector in another task.
    async with aclosing(cast("AsyncGenerator[bytes]", response.aiter_bytes(64 * 1024))) as chunks:
        async for chunk in chunks:
            body += chunk
            if len(body) > BODY_MAX_BYTES:
                break
    if len(body) > BODY_MAX_BYTES:
        raise SyndicationError(
            f"{host_of(url)} gives more than {BODY_MAX_BYTES // 1024 // 1024} MB: too large to read."
        )
    return Fetched(
        url,
        bytes(body),
        headers.get("content-type", ""),
        headers.get("etag"),
        headers.get("last-modified"),
        _fresh_for(headers),
    )


def _refusal(response: httpx.Response, host: str) -> SyndicationError:
    status = response.status_code
    if status in {404, 410}:
        return SyndicationError(f"{host} has nothing at this address ({status}): check the address.")
    if status in {401, 403}:
        return SyndicationError(f"{host} does not give this to everybody ({status}): it may want a sign-in.")
    return SyndicationError(
        f"{host} has trouble answering ({status}); Stoa tries again later.", retry_after=_retry_after(response.headers)
    )


def _retry_after(headers: httpx.Headers) -> int | None:
    value = headers.get("retry-after", "")
    if value.isdecimal() and len(value) < 9:
        return int(value) * 1000
    # Both ends of the span are the server's own time, so a wrong clock here does not matter.
    with suppress(ValueError, TypeError):
        span = parsedate_to_datetime(value) - parsedate_to_datetime(headers.get("date", ""))
        return int(span.total_seconds() * 1000)
    return None


def _fresh_for(headers: httpx.Headers) -> int | None:
    for part in headers.get("cache-control", "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name == "max-age" and value.isdecimal() and len(value) < 9:
            return int(value) * 1000
    return None

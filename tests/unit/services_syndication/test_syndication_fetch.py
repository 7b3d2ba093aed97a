from __future__ import annotations

import asyncio
import socket
import zlib
from typing import Any

import pytest

from stoa.services.syndication import fetch as rules
from stoa.services.syndication.feeds import SyndicationError
from stoa.services.syndication.fetch import Fetched, fetch, new_client


def get(url: str, **options: Any) -> Fetched:
    async def run() -> Fetched:
        async with new_client("Stoa test") as client:
            return await fetch(client, url, **options)

    return asyncio.run(run())


def test_an_answer_has_its_body_and_validators(site) -> None:
    headers = {"ETag": '"1"', "Last-Modified": "yesterday", "Content-Type": "text/xml", "Cache-Control": "max-age=90"}
    site.pages["/f"] = (200, headers, b"feed")
    assert get(site.url + "/f") == Fetched(site.url + "/f", b"feed", "text/xml", '"1"', "yesterday", 90_000)
    assert site.requests[0][1]["user-agent"] == "Stoa test"


def test_validators_are_sent_back_and_nothing_new_has_no_body(site) -> None:
    site.pages["/f"] = (304, {}, b"")
    assert get(site.url + "/f", etag='"1"', modified="yesterday").body is None
    sent = site.requests[0][1]
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"1"', "yesterday")


def test_no_cookie_is_kept(site) -> None:
    site.pages["/a"] = (302, {"Location": "/b", "Set-Cookie": "who=ann; Path=/"}, b"")
    site.pages["/b"] = b"there"
    assert get(site.url + "/a").body == b"there"
    assert "cookie" not in site.requests[1][1]


def test_five_redirects_are_followed_and_six_are_not(site) -> None:
    for number in range(6):
        site.pages[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    site.pages["/6"] = b"end"
    assert get(site.url + "/1") == Fetched(site.url + "/6", b"end")
    with pytest.raises(SyndicationError, match=r"more than 5"):
        get(site.url + "/0")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "data:text/xml,<rss/>"])
def test_a_redirect_away_from_the_web_is_not_followed(site, target: str) -> None:
    site.pages["/f"] = (302, {"Location": target}, b"")
    with pytest.raises(SyndicationError, match=r"127\.0\.0\.1"):
        get(site.url + "/f")


def test_each_hop_must_be_allowed(site) -> None:
    site.pages["/f"] = (302, {"Location": "/secret"}, b"")
    with pytest.raises(SyndicationError, match="does not open"):
        get(site.url + "/f", allowed=lambda url: not url.endswith("/secret"))
    assert site.paths() == ["/f"]


@pytest.mark.parametrize(
    ("status", "named"),
    [(404, "nothing at this address"), (410, "410"), (403, "sign-in"), (500, "trouble"), (204, "204")],
)
def test_a_refusal_says_what_is_wrong(site, status: int, named: str) -> None:
    site.pages["/f"] = (status, {}, b"")
    with pytest.raises(SyndicationError, match=named):
        get(site.url + "/f")


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "120"}, 120_000),
        ({"Retry-After": "Thu, 01 Jan 2026 00:01:00 GMT", "Date": "Thu, 01 Jan 2026 00:00:00 GMT"}, 60_000),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
def test_a_busy_server_may_say_when_to_come_back(site, headers: dict[str, str], wait: int | None) -> None:
    def busy(handler: Any) -> Any:
        handler.date_time_string = lambda: "Thu, 01 Jan 2026 00:00:00 GMT"
        given = dict(headers)
        given.pop("Date", None)
        handler.send_response_only(429)
        handler.send_header("Date", "Thu, 01 Jan 2026 00:00:00 GMT")
        for name, value in given.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()
        handler.send_response = lambda *_: None
        handler.send_header = lambda *_: None
        handler.end_headers = lambda: None
        return 304, {}, b""

    site.pages["/f"] = busy
    with pytest.raises(SyndicationError) as caught:
        get(site.url + "/f")
    assert caught.value.retry_after == wait


@pytest.mark.parametrize("squeezed", [False, True])
def test_more_than_5_mb_are_not_read_even_when_squeezed(site, squeezed: bool) -> None:
    body = b"x" * (5 * 1024 * 1024 + 1)
    headers = {"Content-Encoding": "deflate"} if squeezed else {}
    site.pages["/f"] = (200, headers, zlib.compress(body) if squeezed else body)
    with pytest.raises(SyndicationError, match="5 MB"):
        get(site.url + "/f")


def test_nobody_there_names_the_host_and_what_to_check() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(SyndicationError, match=r"127.0.0.1 cannot be reached: check"):
        get(f"http://127.0.0.1:{port}/")


def test_a_server_that_never_answers_is_given_up(monkeypatch) -> None:
    monkeypatch.setattr(rules, "SECONDS_MAX", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(SyndicationError, match="in time"):
            get(url)


def test_an_answer_that_is_no_http_is_a_sentence() -> None:
    async def run() -> None:
        async def talk(_reader: Any, writer: Any) -> None:
            writer.write(b"SSH-2.0-nonsense\r\n\r\n")
            writer.close()

        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server, new_client("t") as client:
            await fetch(client, f"http://127.0.0.1:{port}/")

    with pytest.raises(SyndicationError, match="cannot be understood"):
        asyncio.run(run())

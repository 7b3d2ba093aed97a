"""What ``stoa check`` tells about the hosts that pages and scripts speak to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stoa.check import Report

Check = Callable[..., Report]
Told = Callable[..., list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("code", "host"),
    [
        ("fetch('https://api.example.org/a?b=c')", "https://api.example.org"),
        ("fetch(`https://api.example.org:8443/${id}`)", "https://api.example.org:8443"),
        ("new WebSocket('wss://live.example.org')", "wss://live.example.org"),
        ("new EventSource('https://x.example/')", "https://x.example"),
        ("request.open('GET', 'https://x.example/')", "https://x.example"),
        ("image.src = '//x.example/a.png'", "https://x.example"),
        ("navigator.sendBeacon('https://x.example')", "https://x.example"),
    ],
)
def test_hosts_that_are_used_must_be_declared(check: Check, code: str, host: str) -> None:
    (finding,) = check("", {"app.js": code}).findings
    assert (finding.where, finding.severity) == ("app.js:1", "error")
    assert finding.sentence == f"a request to {host} will be refused: it is not declared"
    assert finding.fix == f'add "{host}" to network in manifest.json'


@pytest.mark.parametrize(
    ("code", "sentence", "fix"),
    [
        (
            "fetch(`https://${language}.wikipedia.org/api`)",
            "a request to https://${language}.wikipedia.org will be refused: it is not declared",
            'add "https://*.wikipedia.org" to network in manifest.json',
        ),
        ("fetch('https://localhost/x')", "a request to https://localhost will be refused: it is not declared", None),
        ("fetch('http://api.example.org/')", "requests over http are refused, whatever network says", "use https://"),
        ("new WebSocket('ws://api.example.org')", "requests over ws are refused, whatever network says", "use wss://"),
    ],
)
def test_hosts_that_need_another_change_are_told_it(check: Check, code: str, sentence: str, fix: str | None) -> None:
    (finding,) = check("", {"app.js": code}).findings
    assert (finding.where, finding.severity) == ("app.js:1", "error")
    assert (finding.sentence, finding.fix) == (sentence, fix)


def test_pictures_of_pages_and_styles_need_their_hosts(told: Told) -> None:
    body = (
        "<img srcset='https://a.example/1.png 1x, https://b.example/2.png 2x'>\n"
        "<video poster='https://c.example/p.png'><source src='https://d.example/v.webm'></video>"
    )
    found = told(
        body, {"base.css": "/* url(https://no.example/) */\na { background: url( 'https://e.example/x.png' ) }"}
    )
    assert [(where, sentence.split()[3]) for where, _, sentence in found] == [
        ("base.css:2", "https://e.example"),
        ("index.html:2", "https://a.example"),
        ("index.html:2", "https://b.example"),
        ("index.html:3", "https://c.example"),
        ("index.html:3", "https://d.example"),
    ]


def test_declared_hosts_may_be_used_and_should_be(told: Told) -> None:
    network = [
        "https://api.example.org",
        "https://*.wikipedia.org",
        "https://en.wiktionary.org",
        "https://upload.example",
        "https://unused.example",
        "wss://api.example.org",
    ]
    code = (
        "const base = 'https://api.example.org/v1';\n// Pictures come from https://upload.example.\n"
        "fetch(`https://${language}.wikipedia.org/api`); fetch(`https://${language}.wiktionary.org/api`);\n"
    )
    found = told("<a href='https://example.org'>x</a>", {"app.js": code}, network=network)
    assert found == [
        ("manifest.json:22", "warning", "https://unused.example is declared and no file names it"),
        ("manifest.json:23", "warning", "wss://api.example.org is declared and no file names it"),
    ]


def test_a_host_that_is_wholly_put_together_may_be_any(told: Told) -> None:
    assert told("", {"app.js": "fetch(`https://${host}/x`)"}, network=["https://api.example.org"]) == []

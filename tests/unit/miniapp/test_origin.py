"""Entries of ``network``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.miniapp.origin import NetworkRule, OriginError, parse_origin


@pytest.mark.parametrize(
    ("text", "rule", "written"),
    [
        ("https://example.org", NetworkRule("https", "example.org", 443), None),
        ("wss://live.example.org", NetworkRule("wss", "live.example.org", 443), None),
        ("https://example.org:443", NetworkRule("https", "example.org", 443), "https://example.org"),
        ("https://example.org:8443", NetworkRule("https", "example.org", 8443), None),
        ("https://*.wikipedia.org", NetworkRule("https", "wikipedia.org", 443, wildcard=True), None),
        ("https://1.1.1.1", NetworkRule("https", "1.1.1.1", 443), None),
        ("https://xn--kse-qla.example", NetworkRule("https", "xn--kse-qla.example", 443), None),
    ],
)
def test_origins_are_read_and_written(text: str, rule: NetworkRule, written: str | None) -> None:
    assert parse_origin(text) == rule
    assert str(rule) == (written or text)


@pytest.mark.parametrize(
    ("text", "word", "fix"),
    [
        ("example.org", "looks like", None),
        ("", "looks like", None),
        ("http://example.org", "only https", "write https://…"),
        ("WS://example.org", "only https", "write wss://…"),
        ("HTTPS://example.org", "only https", "write https://…"),
        ("javascript://x.y", "only https", "write https://…"),
        ("https://example.org/", "ends after", 'write "https://example.org"'),
        ("https://example.org/api?x", "ends after", 'write "https://example.org"'),
        ("https://person@example.org", "ends after", 'write "https://person"'),
        ("https://example.org:", "a port is", None),
        ("https://example.org:0", "a port is", None),
        ("https://example.org:65536", "a port is", None),
        ("https://example.org:100000", "a port is", None),
        ("https://*.org", "two more parts", None),
        ("https://*.", "two more parts", None),
        ("https://*.1.1.1.1", "two more parts", None),
        ("https://*", "left-most", None),
        ("https://a.*.org", "left-most", None),
        ("https://*.*.example.org", "left-most", None),
        ("https://käse.example", "ASCII", 'write "xn--kse-qla.example"'),
        ("https://" + "ä" * 70 + ".example", "ASCII", None),
        ("https://Example.org", "lower case", 'write "example.org"'),
        ("https://exa mple.org", "not a host name", None),
        ("https://exa;mple.org", "not a host name", None),
        ("https://example.org.", "not a host name", None),
        ("https://-example.org", "not a host name", None),
        ("https://" + "a." * 127 + "org", "not a host name", None),
        ("https://[::1]", "IPv6", "give the server a host name and declare that"),
        ("https://localhost", "local network", None),
        ("https://intranet", "local network", None),
        ("https://printer.local", "local network", None),
        ("https://x.localhost:8080", "local network", None),
        ("https://*.home.arpa", "local network", None),
        ("https://127.0.0.1", "local network", None),
        ("https://10.1.2.3", "local network", None),
        ("https://169.254.169.254", "local network", None),
        ("https://224.0.0.1", "local network", None),
        ("https://0.0.0.0", "local network", None),
        ("https://127.1", "no IP address", None),
        ("https://2130706433", "no IP address", None),
        ("https://0x7f.0x1", "no IP address", None),
        ("https://0177.0.0.1", "no IP address", None),
    ],
)
def test_other_entries_are_refused_with_what_to_write(text: str, word: str, fix: str | None) -> None:
    with pytest.raises(OriginError, match=word) as caught:
        parse_origin(text)
    assert caught.value.fix == fix


@given(st.text() | st.text(st.sampled_from("*.a1-:/@[]x")).map(lambda text: f"https://{text}"))
def test_any_text_is_an_origin_fit_for_a_header_or_an_origin_error(text: str) -> None:
    try:
        rule = parse_origin(text)
    except OriginError:
        return
    assert parse_origin(str(rule)) == rule
    assert not set(str(rule)) & set(" ;,'\"\n")


@pytest.mark.parametrize(
    ("origin", "request_", "allowed"),
    [
        ("https://example.org", ("https", "example.org", 443), True),
        ("https://example.org", ("https", "example.org", 444), False),
        ("https://example.org", ("wss", "example.org", 443), False),
        ("https://example.org", ("https", "a.example.org", 443), False),
        ("https://*.example.org", ("https", "a.example.org", 443), True),
        ("https://*.example.org", ("https", "a.b.example.org", 443), True),
        ("https://*.example.org", ("https", "example.org", 443), False),
        ("https://*.example.org", ("https", "evilexample.org", 443), False),
    ],
)
def test_a_rule_covers_exactly_its_origin(origin: str, request_: tuple[str, str, int], allowed: bool) -> None:
    assert parse_origin(origin).allows(*request_) is allowed

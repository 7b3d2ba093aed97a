"""The report of a run, and what it takes for a leak."""

from __future__ import annotations

import pytest

from stoa.testing.listeners import leaks
from stoa.testing.report import Result, html_report, verdict

EVIDENCE = {
    "journal": [{"name": "share.post", "verdict": "denied", "duration_ms": 1.25, "params": '{"title": "<b>"}'}],
    "requests": [
        {"outcome": "refused", "method": "GET", "url": "https://a.example/", "refused": "not declared", "failed": ""},
        {"outcome": "200", "method": "GET", "url": "miniapp://org.example/own.js", "refused": "", "failed": ""},
    ],
    "refusals": [{"what": "https://a.example/", "rule": "not declared", "fix": None}],
    "console": [{"level": "error", "text": "broken", "source": "a.js", "line": 3}],
}


def test_a_report_holds_all_of_it_and_needs_nothing_beside_it() -> None:
    results = [
        Result("test_it_opens[dark]", "passed", 1.25),
        Result("test_it_shares", "failed", 2.0, "it <fails>", "offline", "UE5H", EVIDENCE),
    ]
    text = html_report("Bell & co", [("Folder", "/a/b")], results)
    for part in (
        "Bell &amp; co", "1 of 2 failed.", "It opens (dark)", "it &lt;fails&gt;", "offline",
        "data:image/png;base64,UE5H",
        "share.post", "{&quot;title&quot;: &quot;&lt;b&gt;&quot;}", "https://a.example/", "broken", "a.js:3", "/a/b",
    ):  # fmt: skip
        assert part in text
    assert "own.js" not in text, "files of its own that came are no news"
    assert "<script" not in text
    assert "http" not in text.replace("https://a.example/", "")


def test_many_rows_are_cut_and_counted() -> None:
    journal = [{"name": f"call{number}", "verdict": "ok", "duration_ms": 0.0, "params": ""} for number in range(250)]
    text = html_report("Bell", [], [Result("test_it", "passed", 0.1, evidence={"journal": journal})])
    assert "call199<" in text
    assert "call200<" not in text
    assert "and 50 more" in text


def test_a_run_is_told_in_a_sentence() -> None:
    assert verdict([]) == "Nothing was tested."
    assert verdict([Result("test_it", "passed", 0.1)]) == "All 1 passed."


@pytest.mark.parametrize(
    ("counts", "leaking"),
    [
        ([33, 37, 41, 45, 49], True),
        ([33, 33, 33, 33, 33], False),
        ([145, 146, 190, 191, 192], False),
        ([30, 31, 30, 31, 32], False),
    ],
)
def test_a_leak_is_steady(counts: list[int], leaking: bool) -> None:
    assert leaks(counts) is leaking

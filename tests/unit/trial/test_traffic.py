"""Requests as rows and as a HAR file."""

from __future__ import annotations

import json

import pytest

from stoa.trial.traffic import EXCHANGES_MAX, Traffic, har


def sent(key="1", url="https://api.example.org/a?q=1&r=", **more):
    return {"requestId": key, "timestamp": 10.0, "wallTime": 1_700_000_000.5, "type": "Fetch",
            "request": {"url": url, "method": "POST", "headers": {"A": "b"}}, **more}  # fmt: skip


def heard(*events):
    traffic = Traffic()
    for name, values in events:
        traffic.hear(name, values)
    return traffic


ANSWERED = (
    "Network.responseReceived",
    {"requestId": "1", "response": {"status": 200, "mimeType": "text/css", "headers": {"C": "d"}}},
)
FINISHED = ("Network.loadingFinished", {"requestId": "1", "timestamp": 10.25, "encodedDataLength": 512})


def test_a_request_goes_from_pending_to_its_status():
    traffic = heard(("Network.requestWillBeSent", sent()))
    assert traffic.exchanges[0].outcome == "pending"
    traffic.hear(*ANSWERED)
    traffic.hear(*FINISHED)
    (one,) = traffic.exchanges
    assert (one.outcome, one.kind, one.size, one.duration_ms, one.at) == ("200", "fetch", 512, 250.0, 1_700_000_000_500)


def test_a_failed_request_says_why():
    failed = {"requestId": "1", "timestamp": 10.0, "errorText": "net::ERR_INTERNET_DISCONNECTED"}
    (one,) = heard(("Network.requestWillBeSent", sent()), ("Network.loadingFailed", failed)).exchanges
    assert (one.outcome, one.failed) == ("failed", "net::ERR_INTERNET_DISCONNECTED")


def test_a_refusal_marks_the_request_that_was_seen():
    traffic = heard(("Network.requestWillBeSent", sent()))
    traffic.refuse("https://api.example.org/a?q=1&r=", "not declared", "add it", 5)
    (one,) = traffic.exchanges
    assert (one.outcome, one.refused, one.fix) == ("refused", "not declared", "add it")


def test_a_refusal_of_an_unseen_request_is_a_row_of_its_own():
    traffic = Traffic()
    traffic.refuse("https://a.example/", "not declared", None, 5)
    traffic.refuse("https://a.example/", "not declared", None, 6)
    assert [one.at for one in traffic.exchanges] == [5, 6]


@pytest.mark.parametrize("event", [
    ("Network.loadingFinished", {"requestId": "9"}), ("Network.responseReceived", {"requestId": "9"}),
    ("Network.loadingFailed", {"requestId": "9"}), ("Network.requestWillBeSent", {}), ("Page.loadEventFired", {}),
])  # fmt: skip
def test_events_of_unknown_requests_change_nothing(event):
    assert heard(event).exchanges == []


def test_the_newest_are_kept():
    traffic = heard(*(("Network.requestWillBeSent", sent(str(number))) for number in range(EXCHANGES_MAX + 3)))
    assert len(traffic.exchanges) == EXCHANGES_MAX
    assert traffic.exchanges[0].key == "3"


def test_whoever_listens_hears_each_change_and_a_clear_forgets_all():
    seen = []
    traffic = Traffic(seen.append)
    traffic.hear("Network.requestWillBeSent", sent())
    traffic.hear(*ANSWERED)
    assert [one.outcome for one in seen] == ["pending", "200"]
    traffic.clear()
    assert traffic.exchanges == []


def test_a_har_file_holds_what_was_asked_answered_and_refused():
    traffic = heard(("Network.requestWillBeSent", sent()), ANSWERED, FINISHED)
    traffic.refuse("https://a.example/x", "not declared", "add it", 5)
    log = json.loads(json.dumps(har(traffic.exchanges, "1.0")))["log"]
    first, second = log["entries"]
    assert log["version"] == "1.2"
    assert first["startedDateTime"] == "2023-11-14T22:13:20.500+00:00"
    assert first["request"]["queryString"] == [{"name": "q", "value": "1"}, {"name": "r", "value": ""}]
    assert first["response"]["content"] == {"size": 512, "mimeType": "text/css"}
    assert (first["time"], first["timings"]["wait"]) == (250.0, 250.0)
    assert (second["response"]["status"], second["_refused"], second["_fix"]) == (0, "not declared", "add it")


def test_own_files_are_told_from_the_network():
    traffic = heard(("Network.requestWillBeSent", sent(url="miniapp://org.example.app/a.js")))
    assert traffic.exchanges[0].is_own_file

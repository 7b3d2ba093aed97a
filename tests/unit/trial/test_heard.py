"""The calls of a page as it made them."""

from __future__ import annotations

import json

from stoa.trial.heard import CALLS_MAX, TEXT_MAX_CHARS, Heard


def message(name: str, params: object = None, number: int = 1) -> str:
    return json.dumps({"jsonrpc": "2.0", "id": str(number), "method": name, "params": params or {}})


def told(heard: Heard) -> list[tuple[str, str]]:
    return [(call.name, call.verdict) for call in heard]


def test_calls_stand_in_the_order_in_which_they_were_made() -> None:
    heard, replies = Heard(), []
    slow = heard.hear(message("share.post", {"title": "Bell"}), replies.append)
    quick = heard.hear(message("host.ready"), replies.append)
    assert told(heard) == [("share.post", "waiting"), ("host.ready", "waiting")]
    quick(json.dumps({"id": "1", "result": None}))
    slow(json.dumps({"id": "1", "error": {"code": -32001, "message": "No.", "data": {"code": "denied"}}}))
    assert told(heard) == [("share.post", "denied"), ("host.ready", "ok")]
    assert len(replies) == 2
    assert next(iter(heard)).params == {"title": "Bell"}


def test_what_is_no_call_is_passed_on_and_not_noted() -> None:
    heard, replies = Heard(), []
    for raw in ("nonsense", "[]", '{"method": 1}', "[" * 100_000):
        assert heard.hear(raw, replies.append) == replies.append
    assert told(heard) == []


def test_long_texts_are_cut_and_old_calls_go() -> None:
    heard = Heard()
    heard.hear(message("share.post", {"picture": {"data": "x" * (TEXT_MAX_CHARS + 1)}, "list": ["y"]}), print)
    (call,) = heard
    assert len(call.params["picture"]["data"]) == TEXT_MAX_CHARS
    assert call.params["list"] == ["y"]
    for number in range(CALLS_MAX):
        heard.hear(message("host.ready", number=number), print)
    assert ("share.post", "waiting") not in told(heard)
    assert len(told(heard)) == CALLS_MAX

"""What a page may send: read, or refused with the code that says why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from stoa.bridge.message import RequestError, read_request
from stoa.contract.sizes import JSON_MAX_DEPTH, PICTURE_MESSAGE_MAX_CHARS

if TYPE_CHECKING:
    from tests.unit.bridge.conftest import Bench


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "parse_error"),
        ("{", "parse_error"),
        ('{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{"text":NaN}}', "parse_error"),
        ("[" * 5000, "parse_error"),
        ("1" * 5000, "parse_error"),
        ("[]", "invalid_request"),
        ("null", "invalid_request"),
        ('{"id":1,"method":"test.echo"}', "invalid_request"),
        ('{"jsonrpc":"2.0","id":1}', "invalid_request"),
        ('{"jsonrpc":"2.0","id":1,"method":7}', "invalid_request"),
        ('{"jsonrpc":"2.0","id":1,"method":"test.echo","extra":1}', "invalid_request"),
        ('{"jsonrpc":"2.0","id":-1,"method":"test.echo"}', "invalid_request"),
        ('{"jsonrpc":"2.0","id":1.5,"method":"test.echo"}', "invalid_request"),
        ('{"jsonrpc":"2.0","id":{},"method":"test.echo"}', "invalid_request"),
        ('{"jsonrpc":"2.0","id":"\\ud800","method":"test.echo"}', "invalid_request"),
        (json.dumps({"jsonrpc": "2.0", "id": "x" * 65, "method": "test.echo"}), "invalid_request"),
        ('{"jsonrpc":"2.0","id":1,"method":"test.echo","params":[]}', "invalid_params"),
        ('{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{}}', "invalid_params"),
        ('{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{"text":"a","more":1}}', "invalid_params"),
        ('{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{"text":"\\udc00"}}', "invalid_params"),
        ('{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{"a":' + "[" * 40 + "]" * 40 + "}}", "invalid_params"),
        ('{"jsonrpc":"2.0","id":1,"method":"nothing.at.all"}', "unknown_method"),
        ("x" * (PICTURE_MESSAGE_MAX_CHARS + 1), "too_large"),
    ],
)
def test_a_malformed_message_gets_its_code(bench: Bench, raw: str, code: str) -> None:
    bench.send(raw)
    assert bench.code == code
    assert bench.calls == []


@pytest.mark.parametrize("call_id", [0, 17, "a1b2-3"])
@pytest.mark.parametrize("params", ["[" * 5000, "NaN"])
def test_a_call_that_cannot_be_parsed_is_answered_under_the_id_at_its_head(
    bench: Bench, call_id: int | str, params: str
) -> None:
    bench.send(f'{{"jsonrpc":"2.0","id":{json.dumps(call_id)},"method":"test.echo","params":{params}}}')
    assert (bench.code, bench.replies[-1]["id"]) == ("parse_error", call_id)


@pytest.mark.parametrize(
    "raw", ['{"jsonrpc":"2.0","id":1,"method":"a.b"}', ' \n{"jsonrpc":"2.0","id":1,"method":"a.b"}\t\r']
)
def test_white_space_around_a_message_is_as_good_as_none(raw: str) -> None:
    assert read_request(raw)[:3] == (1, "a.b", {})


@pytest.mark.parametrize("after", ["x", "{}", '"', "\u00a0"])
def test_nothing_may_follow_a_message(bench: Bench, after: str) -> None:
    bench.send('{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{"text":"a"}}' + after)
    assert bench.code == "parse_error"


@pytest.mark.parametrize("text", ["\ud800", "\udc00 and more", "Ж\ud83d"])
@pytest.mark.parametrize("is_escaped", [True, False])
def test_half_a_surrogate_pair_is_refused_however_it_comes(bench: Bench, text: str, is_escaped: bool) -> None:
    params = json.dumps({"text": text}, ensure_ascii=is_escaped)
    bench.send(f'{{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{params}}}')
    assert bench.code == "invalid_params"


def test_text_in_any_script_is_taken_as_it_is(bench: Bench) -> None:
    for text in ("Ж 你好 😀", '"\\u0041" [[[{{{', "\u0000\u001f"):
        for is_escaped in (True, False):
            params = json.dumps({"text": text}, ensure_ascii=is_escaped)
            bench.send(f'{{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{params}}}')
            assert bench.replies[-1]["result"]["text"] == text
            assert bench.journal.of_room(1)[-1].params == json.dumps({"text": text}, ensure_ascii=False)


def test_brackets_in_a_text_are_no_depth_and_too_deep_values_are(bench: Bench) -> None:
    assert "result" in bench.call("test.echo", {"text": "[{" * 100})
    for depth, is_read in ((JSON_MAX_DEPTH - 1, True), (JSON_MAX_DEPTH, False)):
        params = {"a": json.loads("[" * depth + "]" * depth)}
        raw = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "a.b", "params": params})
        if is_read:
            assert read_request(raw).params == params
        else:
            with pytest.raises(RequestError, match="deep"):
                read_request(raw)

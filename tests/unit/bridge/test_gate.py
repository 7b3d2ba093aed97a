from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stoa.bridge import gate as gate_module
from stoa.bridge.gate import Gate
from stoa.bridge.journal import ENTRIES_MAX
from stoa.bridge.limits import BURST, IN_FLIGHT
from stoa.bridge.registry import Registry, RegistryError
from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.method import Area, Method
from stoa.miniapp.grants import Verdict
from tests.unit.bridge.conftest import AREA, Bench, Word


def test_a_good_call_gets_its_result(bench: Bench) -> None:
    assert bench.call("test.echo", {"text": "hi", "times": 2}) == {
        "jsonrpc": "2.0",
        "id": 1,
        "result": {"text": "hi", "times": 2},
    }
    assert bench.journal.of_room(1)[-1].verdict == "ok"


def test_a_call_that_takes_time_is_answered_when_it_is_done(bench: Bench) -> None:
    assert bench.call("test.later", call_id="x")["result"] == {"text": "hi", "times": 1}
    assert bench.replies[-1]["id"] == "x"


def test_a_room_waits_for_as_long_as_one_of_its_calls_does(bench: Bench) -> None:
    assert not bench.gate.waits(bench.caller.room_id)
    bench.send('{"jsonrpc":"2.0","id":1,"method":"test.later","params":{"text":"hi"}}')
    assert bench.gate.waits(bench.caller.room_id)
    bench.finish()
    assert not bench.gate.waits(bench.caller.room_id)


def test_a_notification_is_done_and_not_answered(bench: Bench) -> None:
    bench.send('{"jsonrpc":"2.0","method":"test.echo","params":{"text":"quiet"}}')
    bench.send('{"jsonrpc":"2.0","method":"test.ech","params":{"text":"quiet"}}')
    assert [word.text for word in bench.calls] == ["quiet"]
    assert bench.replies == []
    assert [entry.verdict for entry in bench.journal] == ["ok", "unknown_method"]


def test_an_unknown_method_names_the_nearest(bench: Bench) -> None:
    assert "test.echo" in bench.call("test.ecko")["error"]["message"]


def test_a_boolean_id_counts_as_none(bench: Bench) -> None:
    bench.send('{"jsonrpc":"2.0","id":true,"method":"test.echo","params":{"text":"a"}}')
    assert bench.replies == []
    assert len(bench.calls) == 1


def test_a_call_over_its_own_size_is_refused(bench: Bench) -> None:
    assert "result" in bench.call("test.tiny", {"text": "a"})
    bench.call("test.tiny", {"text": "a" * 90})
    assert bench.code == "too_large"


def test_invalid_params_say_where_and_not_what_was_sent(bench: Bench) -> None:
    error = bench.call("test.echo", {"text": {"secret": "value"}})["error"]
    assert "text:" in error["message"]
    assert "value" not in error["message"]


def test_an_undeclared_permission_names_the_manifest_line(bench: Bench) -> None:
    bench.grants.now = Verdict.NOT_DECLARED
    error = bench.call("test.guarded")["error"]
    assert error["data"] == {"code": "not_declared", "fix": 'add "thing" to permissions in manifest.json'}
    line = bench.journal.of_room(1)[-1]
    assert (line.rule, line.fix) == (error["message"], 'add "thing" to permissions in manifest.json')


def test_a_denied_permission_calls_nothing(bench: Bench) -> None:
    bench.grants.now = Verdict.DENIED
    bench.call("test.guarded")
    assert bench.code == "denied"
    assert bench.calls == []


@pytest.mark.parametrize("method", ["test.guarded", "test.guardedLater"])
def test_an_open_permission_is_asked_for_before_the_call(bench: Bench, method: str) -> None:
    bench.grants.now = Verdict.ASK
    assert bench.call(method)["result"]["text"] == "hi"
    bench.grants.answer = False
    bench.call(method)
    assert bench.code == "denied"
    assert (bench.grants.asked, len(bench.calls)) == (2, 1)


def test_a_quiet_method_asks_nobody_but_heeds_the_manifest_and_a_no(bench: Bench) -> None:
    bench.grants.now = Verdict.ASK
    assert "result" in bench.call("test.quiet")
    assert bench.grants.asked == 0
    for verdict in (Verdict.DENIED, Verdict.NOT_DECLARED):
        bench.grants.now = verdict
        assert "error" in bench.call("test.quiet")


@pytest.mark.parametrize("method", ["test.broken", "test.wrong"])
def test_a_fault_of_the_host_tells_the_page_nothing(bench: Bench, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    logged: list[dict[str, object]] = []
    monkeypatch.setattr(gate_module.log, "error", lambda event, **values: logged.append(values), raising=False)
    error = bench.call(method)["error"]
    assert error["data"]["code"] == "internal"
    assert "secret" not in json.dumps(error)
    assert [values["method"] for values in logged] == [method]


def test_a_flood_is_dropped_with_one_journal_line(bench: Bench) -> None:
    raw = '{"jsonrpc":"2.0","id":1,"method":"test.echo","params":{"text":"a"}}'
    for _ in range(int(BURST) + 500):
        bench.send(raw)
    assert len(bench.replies) == int(BURST)
    assert sum(entry.verdict == "too_many" for entry in bench.journal) == 1
    bench.clock[0] += 1
    bench.send(raw)
    assert len(bench.replies) == int(BURST) + 1


def test_calls_that_wait_are_capped(bench: Bench) -> None:
    raw = '{"jsonrpc":"2.0","id":1,"method":"test.later","params":{"text":"a"}}'
    for _ in range(IN_FLIGHT + 1):
        bench.send(raw)
    assert bench.code == "too_many"
    bench.finish()
    assert len(bench.replies) == IN_FLIGHT + 1
    assert "result" in bench.call("test.later")


def test_a_room_that_is_gone_meanwhile_hurts_nothing(bench: Bench) -> None:
    bench.send('{"jsonrpc":"2.0","id":1,"method":"test.later","params":{"text":"a"}}')
    bench.gate.forget(1)
    bench.finish()
    assert len(bench.replies) == 1


def test_an_event_is_a_notification_and_is_journalled(bench: Bench) -> None:
    text = bench.gate.event(bench.caller, AREA.events[0], Word(text="now"))
    assert json.loads(text) == {"jsonrpc": "2.0", "method": "test.didHappen", "params": {"text": "now", "times": 1}}
    assert [entry.name for entry in bench.journal] == ["test.didHappen"]


def test_the_registry_refuses_what_does_not_match() -> None:
    method = Method("a.b", "")
    with pytest.raises(RegistryError, match="no handler"):
        Registry([Area("a", "", (method,))], {})
    with pytest.raises(RegistryError, match="twice"):
        Registry([Area("a", "", (method, method))], {"a.b": lambda caller, params: None})
    with pytest.raises(RegistryError, match="no declaration"):
        Registry([Area("a", "", (method,))], {"a.b": lambda caller, params: None, "a.c": lambda caller, params: None})
    registry = Registry([Area("a", "", (method,))], {"a.b": lambda caller, params: None})
    assert registry.names == ["a.b"]
    assert registry.event_names == []


def test_an_error_carries_its_sentence() -> None:
    error = BridgeError(ErrorCode.CLOSED, "It is closed.", fix="open it")
    assert (str(error), error.fix) == ("It is closed.", "open it")


MEMBERS = st.sampled_from(["jsonrpc", "id", "method", "params", "text"])
WORDS = st.text(max_size=40)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
# Two floors instead of any number: what a page nests deeper is refused before it is read, by a test of its own.
FLAT = st.lists(SCALARS, max_size=3) | st.dictionaries(MEMBERS, SCALARS, max_size=3)
JSON_TEXTS = (SCALARS | FLAT | st.dictionaries(MEMBERS, SCALARS | FLAT, max_size=4)).map(json.dumps)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=WORDS | JSON_TEXTS)
def test_whatever_is_sent_gets_an_answer_or_a_journal_line(bench: Bench, raw: str) -> None:
    assert isinstance(bench.gate, Gate)
    bench.clock[0] += 10
    answers, lines = len(bench.replies), len(list(bench.journal))
    bench.send(raw)
    bench.finish()
    assert len(bench.replies) > answers or len(list(bench.journal)) > lines or len(bench.journal) == ENTRIES_MAX

"""The form of a call: its fields come from the contract, and what is typed becomes parameters of their kinds."""

from __future__ import annotations

import pytest

from stoa.areas import AREAS
from stoa.contract.wire import Nothing
from stoa.trial.call_form import CallFormError, answer_text, as_code, call_text, fields_of, params_of

METHODS = {method.name: method for area in AREAS for method in area.methods}


def fields(name):
    return fields_of(METHODS[name])


@pytest.mark.parametrize("name", sorted(METHODS))
def test_every_parameter_of_the_contract_has_a_field(name):
    names = [field.name for field in fields(name)]
    model = METHODS[name].params
    assert names == list(model.__struct_encode_fields__)
    assert bool(names) is (model is not Nothing)


def test_text_json_switch_and_choice_are_told_apart():
    kinds = {field.name: field.kind for field in fields("storage.set")}
    assert kinds == {"key": "text", "value": "json"}
    kinds = {field.name: field.kind for field in fields("host.setBackButton")}
    assert kinds == {"visible": "switch"}


def test_what_is_typed_becomes_parameters():
    params = params_of(fields("storage.set"), {"key": "last", "value": '{"a": [1]}'})
    assert params == {"key": "last", "value": {"a": [1]}}


def test_an_empty_optional_field_is_left_out():
    form = fields("host.confirm")
    required = {field.name: "x" for field in form if field.required}
    optional = {field.name: "" for field in form if not field.required}
    assert optional
    assert params_of(form, {**required, **optional}) == required


@pytest.mark.parametrize(("value", "sentence"), [("{", "value is no JSON."), ("", "value is needed.")])
def test_what_cannot_be_read_is_named(value, sentence):
    with pytest.raises(CallFormError) as told:
        params_of(fields("storage.set"), {"key": "k", "value": value})
    assert str(told.value) == sentence


def test_a_call_is_shown_as_a_line_of_script():
    assert as_code("storage.get", '{"key": "a"}') == 'await stoa.storage.get({"key": "a"});'
    assert as_code("host.ready", "{}") == "await stoa.host.ready();"


def test_an_answer_shows_its_result_or_its_error():
    assert answer_text('{"jsonrpc":"2.0","id":"hand1","result":{"value":1}}') == '{\n  "value": 1\n}'
    assert '"message": "no"' in answer_text('{"jsonrpc":"2.0","id":"hand1","error":{"code":-1,"message":"no"}}')


def test_the_message_is_what_the_gate_reads():
    from stoa.bridge.message import read_request

    request = read_request(call_text(3, "storage.get", {"key": "a"}))
    assert (request.method, request.params) == ("storage.get", {"key": "a"})

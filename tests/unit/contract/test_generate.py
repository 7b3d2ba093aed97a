from __future__ import annotations

import json
from typing import Literal

import pytest
from msgspec import field

from stoa.areas import AREAS, METHOD_PERMISSIONS
from stoa.contract import generate
from stoa.contract.caller import Caller
from stoa.contract.errors import JSON_RPC_NUMBERS, ErrorCode
from stoa.contract.method import Area, Event, Method
from stoa.contract.sizes import LARGE_CALLS, MESSAGE_MAX_CHARS
from stoa.contract.wire import Wire
from stoa.paths import sdk
from stoa.permissions import PERMISSION_NAMES, PERMISSIONS


class Shape(Wire):
    plain: str
    several: list[int | None] = field(default_factory=list)
    table: dict[str, float] = field(default_factory=dict)
    anything: dict[str, object] = field(default_factory=dict)
    one_word: Literal["yes"] = "yes"
    words: Literal["light", "dark"] = "light"
    many_words: list[Literal["share", "surveys"]] = field(default_factory=list)


def test_every_code_has_its_json_rpc_number() -> None:
    assert set(JSON_RPC_NUMBERS) == set(ErrorCode)
    assert len(set(JSON_RPC_NUMBERS.values())) == len(ErrorCode)


def test_every_method_needs_a_permission_that_exists_and_every_permission_is_used_or_a_web_feature() -> None:
    used = {name for name in METHOD_PERMISSIONS.values() if name is not None}
    assert used <= PERMISSION_NAMES
    assert PERMISSION_NAMES - used == {"camera", "microphone", "location", "clipboard", "notifications"}


def test_what_stands_apart_from_the_models_says_the_same() -> None:
    assert [permission for area in AREAS for permission in area.permissions] == list(PERMISSIONS.values())
    sizes = {method.name: method.max_chars for area in AREAS for method in area.methods}
    assert {name: size for name, size in sizes.items() if size != MESSAGE_MAX_CHARS} == LARGE_CALLS


def test_names_follow_the_convention() -> None:
    for area in AREAS:
        for method in area.methods:
            assert method.name.startswith(f"{area.name}.")
        for event in area.events:
            assert event.name.split(".")[1].startswith(("did", "will"))


def test_the_sdk_knows_every_call() -> None:
    source = generate.javascript(AREAS)
    for area in AREAS:
        for method in area.methods:
            assert json.dumps(method.name.split(".")[1]) in source


def test_pages_get_the_sdk_of_this_contract() -> None:
    assert sdk().read_text() == generate.javascript(AREAS)


def test_the_types_name_every_call_event_and_shape() -> None:
    text = generate.typescript(AREAS)
    for area in AREAS:
        for method in area.methods:
            assert f"    {method.name.split('.')[1]}(" in text
        for event in area.events:
            assert json.dumps(event.name) in text
    assert "export interface SurveyDraft {" in text
    assert "current(): Promise<Identity | null>;" in text
    assert "mine(): Promise<Survey[]>;" in text


def test_shapes_of_every_kind_become_types() -> None:
    area = Area("a", "An area.", (Method("a.b", "Does.", Shape, Shape, since=2),), (Event("a.didB", "Done.", Shape),))
    text = generate.typescript([area])
    assert "several?: (number | null)[];" in text
    assert "table?: Record<string, number>;" in text
    assert "anything?: Record<string, Json>;" in text
    assert 'oneWord?: "yes";' in text
    assert 'words?: "light" | "dark";' in text
    assert 'manyWords?: ("share" | "surveys")[];' in text


def test_the_reference_describes_every_call_event_and_permission() -> None:
    text = generate.reference(AREAS)
    for area in AREAS:
        for method in area.methods:
            assert f"### {method.name}\n\n{method.doc}" in text
        for event in area.events:
            assert f"| `{event.name}` |" in text
        for permission in area.permissions:
            assert f"| `{permission.name}` | wants to {permission.sentence} |" in text


def test_a_caller_knows_its_app_key() -> None:
    assert Caller("acc", "org.x.y", "Y", "acc/org.x.y+folder-1", 1).app_key == "org.x.y+folder-1"


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_every_declaration_has_words(area: Area) -> None:
    assert area.doc
    assert all(method.doc.endswith(".") for method in area.methods)
    assert all(event.doc.endswith(".") for event in area.events)
    assert all(permission.title and permission.sentence for permission in area.permissions)

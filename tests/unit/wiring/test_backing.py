"""What a page asks before there is anybody to answer it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from stoa.wiring import backing
from stoa.wiring.backing import RoomBacking

CALLER: Any = SimpleNamespace(room_id=1)


class Heard:
    """A gate and a person."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.questions: list[tuple[str, ...]] = []

    def receive(self, _caller: Any, raw: str, reply: Any) -> None:
        self.calls.append(raw)
        reply(f"answer to {raw}")

    def ask_web(self, _caller: Any, names: tuple[str, ...], answer: Any) -> None:
        self.questions.append(names)
        answer(True)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> RoomBacking:
    monkeypatch.setattr(backing, "relay_script", lambda: None)
    proxy: Any = None
    return RoomBacking(proxy, b"")


def attach(room: RoomBacking) -> Heard:
    heard: Any = Heard()
    room.attach(heard, heard.ask_web)
    return heard


def test_what_was_asked_before_is_answered_in_order_and_once(room):
    answers: list[str] = []
    room.receive(CALLER, "one", answers.append)
    room.receive(CALLER, "two", answers.append)
    assert answers == []
    heard = attach(room)
    room.receive(CALLER, "three", answers.append)
    assert heard.calls == ["one", "two", "three"]
    assert answers == ["answer to one", "answer to two", "answer to three"]


def test_a_web_feature_asked_for_before_is_decided_once_there_is_a_person(room):
    answers: list[bool] = []
    room.decide_web_permission(CALLER, ("camera",), answers.append)
    assert answers == []
    heard = attach(room)
    room.decide_web_permission(CALLER, ("microphone",), answers.append)
    assert (heard.questions, answers) == ([("camera",), ("microphone",)], [True, True])


def test_no_more_waits_than_a_page_may_have_under_way(room):
    for number in range(200):
        room.receive(CALLER, str(number), lambda _text: None)
    assert attach(room).calls == [str(number) for number in range(64)]


def test_no_more_waits_than_memory_should_be_kept_for_it(room):
    large = "x" * (3 * 1024 * 1024)
    room.receive(CALLER, large, lambda _text: None)
    room.receive(CALLER, large, lambda _text: None)
    room.receive(CALLER, "small", lambda _text: None)
    assert [len(raw) for raw in attach(room).calls] == [len(large), 5]


def test_more_questions_than_that_are_answered_with_no(room):
    answers: list[bool] = []
    for _ in range(70):
        room.decide_web_permission(CALLER, ("camera",), answers.append)
    assert answers == [False] * 6
    attach(room)
    assert answers == [False] * 6 + [True] * 64


def test_whoever_wants_to_hears_of_calls_that_wait_and_of_no_later_ones(room):
    heard: list[str] = []
    room.on_call = lambda _caller, method: heard.append(method)
    for text in ('{"jsonrpc":"2.0","id":1,"method":"host.ready"}', "no call"):
        room.receive(CALLER, text, lambda _text: None)
    attach(room)
    room.receive(CALLER, '{"jsonrpc":"2.0","id":2,"method":"host.context"}', lambda _text: None)
    assert heard == ["host.ready"]

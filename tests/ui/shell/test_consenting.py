"""What a mini-app may do, from the page's call through the real gate to the sheet and back."""

from __future__ import annotations

import pytest
from tests.support.quiet_program import write_app

from stoa.contract.errors import StoaError
from stoa.miniapp.grants import Answer
from stoa.shell.sheets.consent import ConsentSheet
from stoa.shell.sheets.permission import PermissionSheet

RECIPES, CARDS = "org.example.recipes", "org.example.cards"
SURVEY = {"title": "Cake", "questions": [{"kind": "single", "text": "Good?", "options": ["yes", "no"]}]}


def use(room):
    """Call something that needs a permission which is asked for."""
    return room.call("surveys.create", **SURVEY)


def was_let(call):
    return call.done and call.result["title"] == "Cake"


@pytest.fixture
def answer(app):
    """Waits for the permission sheet and presses an answer on it."""

    def press(name):
        sheet = app.sheet(PermissionSheet)
        app.press(sheet, name)

    return press


def test_the_sheet_says_who_wants_what_and_why(app):
    use(app.open(RECIPES))
    words = app.words(app.sheet(PermissionSheet))
    assert "Recipes wants to make surveys and vote in your name" in words
    assert "Recipes needs it" in words


def test_once_lasts_until_the_room_is_closed(app, answer):
    room = app.open(RECIPES)
    call = use(room)
    answer("Allow once")
    assert was_let(call)
    assert was_let(use(room))
    assert app.stores.grants.all_of(app.account_id, RECIPES) == {}
    app.rooms.end(app.face)
    again = use(app.open(RECIPES))
    assert not again.done
    app.sheet(PermissionSheet)


def test_always_is_remembered_for_every_room_to_come(app, answer):
    call = use(app.open(RECIPES))
    answer("Always allow")
    assert was_let(call)
    assert app.stores.grants.all_of(app.account_id, RECIPES) == {"surveys": Answer.ALWAYS}
    app.rooms.end(app.face)
    assert was_let(use(app.open(RECIPES)))
    assert app.front.call("host.capabilities").result["permissions"]["surveys"] == "granted"


def test_never_is_remembered_and_asked_no_more(app, answer):
    call = use(app.open(RECIPES))
    answer("Never")
    assert call.code == "denied"
    refused = use(app.front)
    assert refused.code == "denied"
    assert "Settings" in refused.sentence
    assert app.sheets() == []


def test_not_now_refuses_this_call_only(app, answer):
    room = app.open(RECIPES)
    call = use(room)
    answer("Not now")
    assert call.code == "denied"
    use(room)
    app.sheet(PermissionSheet)


def test_allow_cannot_be_pressed_in_its_first_moments(app):
    call = use(app.open(RECIPES))
    sheet = app.sheet(PermissionSheet, armed=False)
    assert sheet.delay.timer.interval() == 600
    for name in ("Allow once", "Always allow"):
        app.press(sheet, name)
    assert not call.done
    app.arm(sheet)
    app.press(sheet, "Allow once")
    assert was_let(call)


def test_calls_at_once_share_one_sheet(app, answer):
    room = app.open(RECIPES)
    calls = [use(room) for _ in range(5)]
    answer("Allow once")
    assert all(was_let(call) for call in calls)
    assert app.sheets() == []


def test_a_call_that_comes_with_the_answer_needs_no_sheet_of_its_own(app):
    room = app.open(RECIPES)
    first = use(room)
    sheet = app.sheet(PermissionSheet)
    second = use(room)
    sheet.answer(Answer.NEVER)
    third = use(room)
    app.turns.settle()
    assert [call.code for call in (first, second, third)] == ["denied"] * 3
    assert app.sheets() == []


def test_what_the_manifest_does_not_ask_for_is_refused_with_the_line_that_would_change_it(app):
    call = use(app.open(CARDS))
    assert call.code == "not_declared"
    assert call.answers[0]["error"]["data"]["fix"] == 'add "surveys" to permissions in manifest.json'


def test_closing_the_room_answers_its_sheet_with_no(app):
    call = use(app.open(RECIPES))
    app.sheet(PermissionSheet)
    app.rooms.end(app.face)
    app.turns.settle()
    assert app.sheets() == []
    assert not call.done
    assert app.stores.grants.all_of(app.account_id, RECIPES) == {}


def test_a_room_that_is_gone_is_not_asked_about(app):
    room = app.open(RECIPES)
    permission = app.rest.permissions["surveys"]
    caller = room.caller
    app.rooms.end(app.face)
    assert app.turns.run(app.rest.consenting.ask(caller, permission)) is False
    assert app.turns.run(app.rest.consenting.sign_in(caller, [], "subject")) is None


def test_the_camera_is_asked_for_when_it_is_used(app, answer):
    room = app.open(RECIPES)
    assert room.spec.granted() == {"camera", "microphone"}
    used = room.want("camera", "microphone")
    answer("Allow once")
    answer("Always allow")
    assert used == [True]
    again = room.want("camera", "microphone")
    app.turns.settle()
    assert again == [True]
    assert app.sheets() == []


def test_one_no_refuses_what_was_asked_for_together(app, answer):
    room = app.open(RECIPES)
    used = room.want("camera", "microphone")
    answer("Never")
    assert used == [False]
    assert app.sheets() == []
    assert room.spec.granted() == {"microphone"}


def test_what_is_not_declared_is_not_even_asked(app):
    room = app.open(RECIPES)
    used = room.want("location")
    app.turns.settle()
    assert used == [False]
    assert app.sheets() == []


def test_a_web_feature_is_refused_while_the_room_asks_something_else(app, caplog):
    room = app.open(RECIPES)
    room.call("host.confirm", text="Sure?")
    app.sheet()
    used = room.want("camera")
    app.turns.settle()
    assert used == [False]
    assert caplog.records == []


def test_signing_in_asks_on_the_consent_sheet(app, bundled):
    write_app(bundled, "org.example.chess", "Chess", ("identity",))
    app.program.apps.catalog.refresh()
    room = app.open("org.example.chess")
    call = room.call("identity.signIn", scopes=["openid", "profile"])
    assert "Chess wants to know you" in app.words(app.sheet(ConsentSheet))
    app.press(app.sheet(ConsentSheet), "Not now")
    app.turns.until(lambda: call.done)
    assert call.code == "cancelled"
    call = room.call("identity.signIn", scopes=["openid", "profile"])
    app.press(app.sheet(ConsentSheet), "Allow")
    app.turns.until(lambda: call.done)
    assert call.result is not None
    assert app.rest.services.consents.get(app.account_id, "org.example.chess")


def test_nothing_is_kept_about_a_room_that_is_closed(app, answer):
    room = app.open(RECIPES)
    use(room)
    answer("Allow once")
    assert app.program.ground.standing._once == {(room.caller.room_id, "surveys")}
    app.rooms.end(app.face)
    assert app.program.ground.standing._once == set()
    assert room.caller.room_id not in app.rest.gate._allowances


def test_a_page_that_is_not_shown_may_not_ask(app):
    room = app.open(RECIPES)
    app.open(CARDS)
    calls = [use(room), room.call("host.confirm", text="Sure?")]
    app.turns.settle()
    assert [call.code for call in calls] == ["denied", "denied"]
    assert app.sheets() == []


@pytest.mark.parametrize(("name", "outcome"), [("Always allow", True), ("Never", False)])
def test_an_answer_that_cannot_be_kept_holds_as_long_as_the_room(app, answer, monkeypatch, name, outcome):
    def refuse(*_args):
        raise StoaError("The disk that holds stoa.db is full: free some space and try again.")

    monkeypatch.setattr(app.stores.grants, "remember", refuse, raising=False)
    call = use(app.open(RECIPES))
    answer(name)
    assert was_let(call) if outcome else call.code == "denied"
    assert app.front.call("host.capabilities").result["permissions"]["surveys"] == ("granted" if outcome else "ask")

"""What a torn room asks stands over its own window, and keeps nobody else waiting."""

from __future__ import annotations

import pytest
from tests.ui.torn.conftest import CARDS, RECIPES, press_key

from stoa.services.identity.api import Scope
from stoa.shell.sheets.consent import ConsentSheet
from stoa.shell.sheets.link import LinkSheet
from stoa.shell.sheets.permission import PermissionSheet
from stoa.shell.sheets.question import AlertSheet, ConfirmSheet


@pytest.mark.parametrize(
    ("method", "params", "kind"),
    [
        ("host.alert", {"text": "Done."}, AlertSheet),
        ("host.confirm", {"text": "Sure?"}, ConfirmSheet),
        ("host.openLink", {"url": "https://example.org/"}, LinkSheet),
    ],
)
def test_each_question_stands_over_the_rooms_own_window(hand, method, params, kind):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    call = recipes.call(method, **params)
    sheet = hand.sheet(window)
    assert isinstance(sheet, kind)
    assert app.sheets() == []
    sheet.refuse()
    hand.turns.until(lambda: call.done)


def test_signing_in_is_asked_for_over_the_rooms_own_window(hand):
    rest = hand.program.rest
    recipes = hand.program.open(RECIPES)
    window = hand.tear(recipes)
    asking = hand.turns.loop.create_task(rest.consenting.sign_in(recipes.caller, [Scope.OPENID], "7f3a"))
    sheet = hand.sheet(window)
    assert isinstance(sheet, ConsentSheet)
    sheet.refuse()
    hand.turns.until(asking.done)
    assert asking.result() is None


def test_a_permission_is_asked_for_over_the_rooms_own_window(hand):
    recipes = hand.program.open(RECIPES)
    window = hand.tear(recipes)
    decisions = recipes.want("camera")
    sheet = hand.sheet(window)
    assert isinstance(sheet, PermissionSheet)
    sheet.refuse()
    hand.turns.until(lambda: decisions)
    assert decisions == [False]


def test_closing_is_asked_about_over_the_rooms_own_window(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    recipes.call("host.setClosingConfirmation", enabled=True, text="The timer runs.")
    app.press(window, "Close this app")
    sheet = hand.sheet(window)
    assert "The timer runs." in app.words(sheet)
    app.arm(sheet)
    app.press(sheet, "Close")
    assert app.rooms.faces == {}


def test_after_it_was_put_back_a_room_asks_over_the_main_window(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    app.press(hand.tear(recipes), "Put back as a tab")
    call = recipes.call("host.confirm", text="Sure?")
    app.sheet(ConfirmSheet).answer(True)
    hand.turns.until(lambda: call.done)
    assert call.result == {"confirmed": True} or call.result is True


def test_two_windows_ask_at_the_same_time(hand):
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    window = hand.tear(recipes)
    first, second = recipes.call("host.alert", text="One."), cards.call("host.alert", text="Two.")
    assert "One." in app.words(hand.sheet(window))
    assert "Two." in app.words(app.sheet())
    app.sheet().refuse()
    hand.turns.until(lambda: second.done)
    assert not first.done
    hand.sheet(window).refuse()
    hand.turns.until(lambda: first.done)


def test_a_window_that_is_closed_refuses_the_question_over_it(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    call = recipes.call("host.confirm", text="Sure?")
    hand.sheet(window)
    window.close()
    hand.turns.until(lambda: call.done)
    assert app.front is recipes
    assert app.sheets() == []
    assert call.result in ({"confirmed": False}, False)


def test_keys_do_nothing_below_a_question(hand):
    recipes = hand.program.open(RECIPES)
    window = hand.tear(recipes)
    call = recipes.call("host.alert", text="Wait.")
    sheet = hand.sheet(window)
    window._on_shortcut("reload")
    window._on_shortcut("back")
    assert recipes.loads == ["/"]
    assert sheet.isVisible()
    sheet.refuse()
    hand.turns.until(lambda: call.done)


def test_control_w_refuses_the_question_over_its_own_window_only(hand):
    recipes, cards = hand.program.open(RECIPES), hand.program.open(CARDS)
    window = hand.tear(recipes)
    own, other = recipes.call("host.confirm", text="Sure?"), cards.call("host.confirm", text="And this?")
    hand.sheet(window)
    stays = hand.program.sheet()
    press_key(window, "Ctrl+W")
    hand.turns.until(lambda: own.done)
    assert own.result == {"confirmed": False}
    assert hand.window(recipes) is window
    assert stays.isVisible()
    stays.refuse()
    hand.turns.until(lambda: other.done)


def test_control_w_leaves_the_question_whether_to_close(hand):
    recipes = hand.program.open(RECIPES)
    window = hand.tear(recipes)
    recipes.call("host.setClosingConfirmation", enabled=True, text="The timer runs.")
    for _ in range(2):
        press_key(window, "Ctrl+W")
        assert "The timer runs." in hand.program.words(hand.sheet(window))
        hand.turns.settle()
    assert hand.window(recipes) is window
    hand.sheet(window).refuse()
    hand.turns.settle()


def test_a_notice_of_a_torn_room_is_shown_in_its_window(hand):
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    window = hand.tear(recipes)
    recipes.call("host.toast", text="Saved")
    cards.call("host.toast", text="Learned")
    assert window.toast.text == "Saved"
    assert app.said() == ["Cards: Learned"]

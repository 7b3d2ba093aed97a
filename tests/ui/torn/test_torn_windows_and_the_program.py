"""Torn windows follow the program: its theme, its end, its accounts."""

from __future__ import annotations

from shiboken6 import isValid
from tests.ui.torn.conftest import CARDS, RECIPES, press_key

from stoa.engine.spec import RoomState


def test_the_window_follows_the_theme(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    light = window.grab().toImage().pixelColor(200, 60)
    app.program.theme.set_mode("dark")
    hand.turns.settle()
    assert window.grab().toImage().pixelColor(200, 20).lightness() < light.lightness()
    assert recipes.heard[-1][0] == "theme.didChange"


def test_closing_the_main_window_closes_the_torn_ones(hand):
    app = hand.program
    windows = [hand.tear(app.open(RECIPES)), hand.tear(app.open(CARDS))]
    app.window.close()
    assert [window.isVisible() for window in windows] == [False, False]


def test_ctrl_q_in_a_torn_window_ends_the_program(hand):
    app = hand.program
    window = hand.tear(app.open(RECIPES))
    press_key(window, "Ctrl+Q")
    assert not app.window.isVisible()
    assert not window.isVisible()


def test_another_account_finds_no_windows_of_the_one_before(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    first = app.account_id
    app.rest.people.accounts.add("Grace")
    hand.turns.settle()
    assert app.account_id != first
    assert recipes.state is RoomState.CLOSED
    assert not isValid(window)
    app.rest.people.accounts.switch(first)
    hand.turns.settle()
    again = app.rooms.faces[f"{first}/{RECIPES}"]
    assert again.window is not None
    assert again.window.isVisible()

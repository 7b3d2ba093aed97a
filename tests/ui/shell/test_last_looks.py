"""A discarded room that is chosen: how it was left covers its page until that is back, as far as it still looks so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from tests.ui.shell.conftest import CARDS, RECIPES

from stoa.engine import pool
from stoa.engine.last_look import LastLook
from stoa.engine.spec import RoomState
from stoa.shell import room_covers


@pytest.fixture(autouse=True)
def light_sleep(monkeypatch):
    monkeypatch.setattr(pool, "SUSPEND_AFTER_MS", 1)
    monkeypatch.setattr(pool, "SUSPEND_NOTICE_MS", 1)
    monkeypatch.setattr(room_covers, "_LOOK_LONGEST_MS", 600_000)


def discard(room):
    room.discard()
    room.keepsake.look, room.keepsake.is_awaited = LastLook(room.view), True
    return room


@pytest.fixture
def recipes(app):
    """A discarded room that was red, and will be green."""
    room = app.open(RECIPES)
    room.view.color = QColor("#c00000")
    app.open(CARDS)
    app.turns.until(lambda: room.state is RoomState.ASLEEP)
    discard(room)
    room.view.color = QColor("#00c000")
    return room


def choose(app, room):
    QTest.mouseClick(app.stage.tabs._tabs[room.caller.room_key], Qt.MouseButton.LeftButton)


def seen(app):
    """The colour in the middle of the page as it is seen."""
    deck = app.stage.frame.deck
    picture = app.window.grab().toImage()
    return picture.pixelColor(deck.mapTo(app.window, deck.rect().center()) * picture.devicePixelRatio()).name()


def come_back(app, room):
    room.keepsake.is_awaited = False
    room.keepsake.did_change.emit()
    app.turns.settle()


def test_how_it_was_left_is_seen_until_the_page_is_drawn_so_again(app, recipes):
    choose(app, recipes)
    splash = app.stage.frame._splash
    assert (recipes.state, seen(app)) == (RoomState.LOADING, "#c00000")
    assert splash.accessibleName() == "Recipes is opening"
    recipes.load()
    app.turns.settle()
    assert (recipes.state, recipes.is_ready, seen(app)) == (RoomState.RUNNING, True, "#c00000")
    come_back(app, recipes)
    assert (seen(app), splash.isVisible(), recipes.keepsake.look, splash.look) == ("#00c000", False, None, None)


def test_a_press_on_it_reaches_nothing(app, recipes):
    choose(app, recipes)
    deck = app.stage.frame.deck
    assert app.window.childAt(deck.mapTo(app.window, deck.rect().center())) is app.stage.frame._splash


def test_a_page_that_does_not_say_that_it_is_ready_is_shown_soon_after_it_is_drawn(app, recipes, monkeypatch):
    monkeypatch.setattr(room_covers, "_READY_GRACE_UNDER_LOOK_MS", 1)
    choose(app, recipes)
    recipes.load(ready=False)
    app.turns.settle()
    assert seen(app) == "#c00000"
    come_back(app, recipes)
    app.turns.until(lambda: seen(app) == "#00c000")
    assert recipes.keepsake.look is None


def test_a_page_that_does_not_come_gets_its_splash_after_a_while(app, recipes, monkeypatch):
    monkeypatch.setattr(room_covers, "_LOOK_LONGEST_MS", 1)
    choose(app, recipes)
    app.turns.until(lambda: recipes.keepsake.look is None)
    assert app.stage.frame._splash.isVisible()
    assert seen(app) not in {"#c00000", "#00c000"}
    recipes.load()
    assert seen(app) == "#00c000"


def test_a_page_that_came_but_is_not_as_it_was_is_shown_after_a_while(app, recipes, monkeypatch):
    choose(app, recipes)
    recipes.load(ready=False)
    recipes.keepsake.forget_look()
    assert seen(app) == "#00c000"


def grow(app, _recipes):
    app.window.resize(app.window.width() + 40, app.window.height())
    app.turns.settle()


def change_theme(app, _recipes):
    app.program.theme.set_mode("dark")


def update(app, recipes):
    face = app.rooms.faces[recipes.caller.room_key]
    face.app = replace(face.app, has_manifest=not face.app.has_manifest)


def come_back_crashed(_app, recipes):
    recipes.state = RoomState.CRASHED


NO_LONGER_SO = {"a new size": grow, "another theme": change_theme, "an update": update, "a crash": come_back_crashed}


@pytest.mark.parametrize("change", NO_LONGER_SO)
def test_what_would_look_otherwise_now_comes_back_without_it(app, recipes, change):
    NO_LONGER_SO[change](app, recipes)
    choose(app, recipes)
    app.turns.settle()
    assert seen(app) not in {"#c00000", "#00c000"}


def test_a_window_that_gets_another_size_meanwhile_has_the_splash(app, recipes):
    choose(app, recipes)
    grow(app, recipes)
    assert seen(app) not in {"#c00000", "#00c000"}


def test_another_room_that_is_chosen_meanwhile_is_seen_itself(app, recipes, monkeypatch):
    cards = app.front
    cards.view.color = QColor("#0000c0")
    cards._ready = False
    choose(app, recipes)
    assert seen(app) == "#c00000"
    choose(app, cards)
    app.turns.settle()
    assert seen(app) == "#0000c0"
    choose(app, recipes)
    assert seen(app) == "#c00000"


def test_a_room_that_woke_unseen_is_seen_as_it_was_left_until_it_is_drawn(app, recipes):
    app.stage.tabs.did_rest.emit(recipes.caller.room_key)
    recipes.load()
    choose(app, recipes)
    assert (recipes.is_ready, seen(app)) == (True, "#c00000")
    come_back(app, recipes)
    assert seen(app) == "#00c000"


def test_one_that_woke_unseen_and_is_opened_at_another_page_by_a_link_is_seen_as_it_is(app, recipes):
    app.stage.tabs.did_rest.emit(recipes.caller.room_key)
    recipes.load()
    app.program.navigation.open_by_id(RECIPES, "/r/17", "link", None)
    app.turns.settle()
    assert seen(app) == "#00c000"
    assert "link.didOpen" in recipes.names_heard()


def test_a_discarded_one_that_is_opened_at_another_page_by_a_link_has_the_splash(app, recipes):
    app.program.navigation.open_by_id(RECIPES, "/r/17", "link", None)
    app.turns.settle()
    assert seen(app) not in {"#c00000", "#00c000"}


def test_a_page_that_is_loaded_again_by_hand_has_the_splash(app, recipes):
    choose(app, recipes)
    app.face.reload()
    assert seen(app) not in {"#c00000", "#00c000"}


def test_a_room_that_is_frozen_only_keeps_what_its_view_comes_back_behind(app, monkeypatch):
    forgotten = []
    recipes = app.open(RECIPES)
    app.open(CARDS)
    app.turns.until(lambda: recipes.state is RoomState.ASLEEP)
    monkeypatch.setattr(recipes.keepsake, "forget_look", lambda: forgotten.append(True))
    choose(app, recipes)
    assert (recipes.state, forgotten) == (RoomState.RUNNING, [])


def test_in_a_window_of_its_own_too(app, recipes):
    app.rest.torn.tear(recipes.caller.room_key)
    window = app.rooms.faces[recipes.caller.room_key].window
    assert window.frame.look is None  # the window is not as large as the stage
    recipes.load()
    app.turns.settle()
    discard(recipes)
    app.rooms.covers.refresh(app.rooms.faces[recipes.caller.room_key])
    assert window.frame.look is recipes.keepsake.look

"""Keys and places: what each leads to, from wherever the person is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.services.identity.api import Scope
from stoa.shell.sheets.consent import ConsentSheet

RECIPES, CARDS = "org.example.recipes", "org.example.cards"
CONTROL = Qt.KeyboardModifier.ControlModifier


def marked(app):
    return [name for name, item in app.window.rail._items.items() if item.isChecked()]


def key(app, key, modifiers=CONTROL):
    QTest.keyClick(app.window, key, modifiers)
    app.turns.settle()


@pytest.fixture
def active(app, qtbot):
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    return app


def test_control_k_searches_the_apps_from_anywhere(active):
    active.open(RECIPES)
    key(active, Qt.Key.Key_K)
    assert active.stage.shown_page == "apps"
    assert active.rest.launcher.page.search.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "card")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert active.front.caller.app_id == CARDS


def test_control_w_closes_the_room_in_front(active):
    key(active, Qt.Key.Key_W)
    active.open(RECIPES)
    active.open(CARDS)
    key(active, Qt.Key.Key_W)
    assert active.front.caller.app_id == RECIPES


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("host.alert", {"text": "Done."}),
        ("host.confirm", {"text": "Sure?"}),
        ("host.openLink", {"url": "https://example.org/"}),
    ],
)
def test_control_w_refuses_what_a_mini_app_asks_and_closes_nothing(active, method, params):
    room = active.open(RECIPES)
    call = room.call(method, **params)
    active.sheet()
    key(active, Qt.Key.Key_W)
    active.turns.until(lambda: call.done)
    assert (active.sheets(), active.front) == ([], room)
    key(active, Qt.Key.Key_W)
    assert active.rooms.faces == {}


def test_control_w_refuses_a_permission_for_this_time(active):
    room = active.open(RECIPES)
    decisions = room.want("camera")
    active.sheet()
    key(active, Qt.Key.Key_W)
    active.turns.until(lambda: decisions)
    assert (decisions, active.front) == ([False], room)
    again = room.want("camera")
    active.sheet().refuse()
    active.turns.until(lambda: again)


def test_control_w_leaves_the_sign_in_sheet_unsigned(active):
    room = active.open(RECIPES)
    asking = active.turns.loop.create_task(active.rest.consenting.sign_in(room.caller, [Scope.OPENID], "7f3a"))
    active.sheet(ConsentSheet)
    key(active, Qt.Key.Key_W)
    active.turns.until(asking.done)
    assert (asking.result(), active.front) == (None, room)


def test_control_w_leaves_a_question_of_the_host(active):
    room = active.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True, text="The dough is not saved.")
    for _ in range(2):
        key(active, Qt.Key.Key_W)
        assert "The dough is not saved." in active.words(active.sheet(armed=False))
    active.sheet().refuse()
    active.turns.settle()
    assert active.front is room


def test_control_tab_goes_round_the_tabs(active):
    active.open(RECIPES)
    active.open(CARDS)
    seen = []
    for _ in range(3):
        key(active, Qt.Key.Key_Tab)
        face = active.rooms.front()
        seen.append("launcher" if face is None else face.name)
    assert seen == ["launcher", "Recipes", "Cards"]
    key(active, Qt.Key.Key_Backtab, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert active.face.name == "Recipes"


def test_control_n_writes_and_escape_leaves(active):
    key(active, Qt.Key.Key_N)
    composer = active.composer()
    key(active, Qt.Key.Key_W)
    assert composer.isVisible()
    QTest.keyClick(composer, Qt.Key.Key_Escape)
    active.turns.settle()
    assert active.sheets() == []


def test_control_comma_shows_settings_and_f5_reloads(active):
    room = active.open(RECIPES)
    key(active, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    assert room.loads == ["/", "/"]
    key(active, Qt.Key.Key_Comma)
    assert active.stage.shown_page == "settings"
    assert marked(active) == ["settings"]


def test_alt_left_goes_back_in_the_app_and_then_to_the_feed(active):
    room = active.open(RECIPES)
    room.call("host.setBackButton", visible=True)
    active.window.resize(700, 700)
    key(active, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert room.names_heard()[-1] == "back.didPress"
    room.call("host.setBackButton", visible=False)
    key(active, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert active.program.feed.isVisible()


@pytest.mark.parametrize("place", ["apps", "activity", "settings"])
def test_places_of_the_rail_are_shown_and_marked(app, place):
    app.open(RECIPES)
    QTest.mouseClick(app.window.rail._items[place], Qt.MouseButton.LeftButton)
    assert (app.stage.shown_page, marked(app), app.rooms.front()) == (place, [place], None)
    QTest.mouseClick(app.window.rail._items["feed"], Qt.MouseButton.LeftButton)
    assert (app.stage.shown_page, marked(app)) == (place, ["feed"])


def test_opening_an_app_in_a_narrow_window_shows_the_stage(app):
    app.window.resize(600, 700)
    assert app.program.feed.isVisible()
    app.open(RECIPES)
    assert (app.program.feed.isVisible(), app.stage.isVisible()) == (False, True)
    app.program.navigation.show_place("feed")
    assert app.program.feed.isVisible()
    app.rooms.end(app.face)
    app.turns.settle()
    assert app.program.feed.isVisible()


def test_choosing_a_tab_shows_its_room(app):
    recipes = app.open(RECIPES)
    app.program.navigation.show_place("settings")
    QTest.mouseClick(app.stage.tabs._tabs[recipes.caller.room_key], Qt.MouseButton.LeftButton)
    assert (app.front, marked(app)) == (recipes, ["apps"])
    QTest.mouseClick(app.stage.tabs._tabs[""], Qt.MouseButton.LeftButton)
    assert (app.rooms.front(), app.stage.shown_page) == (None, "apps")


def test_f6_goes_between_feed_and_stage(active):
    pane = active.program.feed
    active.program.navigation.show_place("apps")
    active.rest.launcher.page.focus_search()
    key(active, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    assert pane.isAncestorOf(QApplication.focusWidget())
    key(active, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    assert active.stage.isAncestorOf(QApplication.focusWidget())


def test_f6_shows_the_other_half_of_a_narrow_window(active):
    active.open(RECIPES)
    active.window.resize(600, 700)
    seen = []
    for _ in range(2):
        key(active, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
        seen.append("feed" if active.program.feed.isVisible() else "stage")
    assert seen == ["feed", "stage"]

"""Rooms in windows of their own: torn off, seen beside others, put back, closed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from tests.ui.torn.conftest import CARDS, RECIPES, WIKI, press_key

from stoa.engine import pool
from stoa.engine.spec import RoomState
from stoa.shell.room_window import RoomWindow


def shows_page(frame):
    """Whether neither splash nor notice covers the page."""
    return frame._splash.isHidden() and frame._cover.isHidden()


def test_a_torn_room_goes_on_in_its_own_window_without_a_break(hand):
    app = hand.program
    cards, recipes = app.open(CARDS), app.open(RECIPES)
    recipes.call("host.setTitle", title="Shakshuka")
    heard = recipes.names_heard()
    window = hand.tear(recipes)
    assert window.isWindow()
    assert window.isVisible()
    assert recipes.view.window() is window
    assert recipes.view.isVisibleTo(window)
    assert shows_page(window.frame)
    window.resize(800, 600)
    hand.turns.settle()
    assert "Shakshuka" in app.words(window.frame.header)
    assert recipes.names_heard() == heard, "it was seen all the time"
    assert recipes.loads == ["/"]
    assert recipes.watchdog.watching
    assert app.stage.tabs.keys == [cards.caller.room_key]
    assert app.front is cards, "the stage shows the neighbour"


def test_the_window_has_the_hosts_title_whatever_the_page_calls_itself(hand):
    recipes = hand.program.open(RECIPES)
    recipes.call("host.setTitle", title="Your bank")
    window = hand.tear(recipes)
    assert window.windowTitle() == "Recipes — Stoa"
    recipes.call("host.setTitle", title="Stoa Settings")
    assert window.windowTitle() == "Recipes — Stoa"
    assert (window.minimumWidth(), window.minimumHeight()) == (320, 480)


def test_the_window_has_the_icon_of_its_app(theme):
    icon = QPixmap(32, 32)
    icon.fill(QColor("#c02020"))
    window = RoomWindow(theme, "Recipes", icon)
    assert window.windowIcon().pixmap(32, 32).toImage().pixelColor(16, 16) == QColor("#c02020")
    assert RoomWindow(theme, "Recipes", None).windowTitle() == "Recipes — Stoa"


def test_several_rooms_are_seen_at_once_and_none_of_them_sleeps(hand, monkeypatch):
    monkeypatch.setattr(pool, "SUSPEND_AFTER_MS", 1)
    monkeypatch.setattr(pool, "SUSPEND_NOTICE_MS", 1)
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    first, second = hand.tear(recipes), hand.tear(cards)
    wiki = app.open(WIKI)
    app.program.navigation.show_place("settings")
    hand.turns.until(lambda: wiki.state is RoomState.ASLEEP)
    assert (recipes.state, cards.state) == (RoomState.RUNNING, RoomState.RUNNING)
    assert (recipes.watchdog.watching, cards.watchdog.watching) == (True, True)
    assert (first.isVisible(), second.isVisible()) == (True, True)
    assert first is not second


def test_a_room_torn_from_behind_is_told_that_it_is_seen(hand):
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    assert recipes.names_heard()[-1] == "lifecycle.didHide"
    hand.tear(recipes)
    assert recipes.names_heard()[-1] == "lifecycle.didShow"
    assert app.front is cards
    assert cards.names_heard() == ["lifecycle.didShow"]


def test_the_header_puts_the_room_back_and_shows_it(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    heard = recipes.names_heard()
    assert app.stage.shown_page == "apps"
    app.press(window, "Put back as a tab")
    assert hand.window(recipes) is None
    assert not isValid(window)
    assert app.front is recipes
    assert app.stage.tabs.keys == [recipes.caller.room_key]
    assert hand.tab(recipes).isChecked()
    assert recipes.view.window() is app.window
    assert recipes.names_heard() == heard
    assert recipes.loads == ["/"]


def test_closing_the_window_puts_the_room_back(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    hand.tear(recipes).close()
    hand.turns.settle()
    assert app.front is recipes
    assert recipes.state is RoomState.RUNNING


def test_putting_back_hides_what_the_stage_showed(hand):
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    window = hand.tear(recipes)
    app.press(window, "Put back as a tab")
    assert app.front is recipes
    assert cards.names_heard()[-1] == "lifecycle.didHide"
    assert recipes.names_heard()[-1] == "lifecycle.didShow"


def test_the_capsule_and_ctrl_w_close_the_room_itself(hand):
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    window = hand.tear(recipes)
    app.press(window, "Close this app")
    assert recipes.state is RoomState.CLOSED
    assert not isValid(window)
    window = hand.tear(cards)
    press_key(window, "Ctrl+W")
    hand.turns.settle()
    assert cards.state is RoomState.CLOSED
    assert app.rooms.faces == {}
    assert app.stage.tabs.keys == []


def test_the_windows_keys_reload_and_go_back(hand):
    recipes = hand.program.open(RECIPES)
    window = hand.tear(recipes)
    press_key(window, "Alt+Left")
    assert "back.didPress" not in recipes.names_heard()
    recipes.call("host.setBackButton", visible=True)
    press_key(window, "Alt+Left")
    assert recipes.names_heard()[-1] == "back.didPress"
    press_key(window, "F5")
    assert recipes.loads == ["/", "/"]
    assert not window.frame._splash.isHidden()
    recipes.load()
    assert shows_page(window.frame)


def test_a_crash_is_told_in_the_window_and_its_button_loads_again(hand):
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    window = hand.tear(recipes)
    recipes.crash()
    assert "Recipes crashed" in app.words(window)
    assert shows_page(app.stage.frame), "the room on the stage is another one"
    app.press(window, "Copy a report")
    assert QGuiApplication.clipboard().text().startswith("Recipes (")
    app.press(window, "Reload")
    assert recipes.loads == ["/", "/"]
    assert cards.loads == ["/"]


def test_the_menu_of_the_room_moves_it_both_ways(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    desk, face = app.rest.desk, app.face
    desk.menu.open(face, QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    menu.actions()[texts.index("Open in its own window")].trigger()
    menu.close()
    hand.turns.settle()
    assert hand.window(recipes) is not None
    desk.menu.open(face, QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    assert menu.parentWidget() is hand.window(recipes)
    texts = [action.text() for action in menu.actions()]
    menu.actions()[texts.index("Put back as a tab")].trigger()
    menu.close()
    hand.turns.settle()
    assert app.front is recipes


def test_opening_the_app_again_brings_its_window_and_leaves_the_stage(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    app.program.navigation.show_place("settings")
    window.showMinimized()
    app.program.navigation.open_text(f"stoa://{RECIPES}/r/17")
    hand.turns.settle()
    assert not window.isMinimized()
    assert recipes.heard[-1][0] == "link.didOpen"
    assert recipes.heard[-1][1]["path"] == "/r/17"
    assert app.stage.shown_page == "settings"
    assert app.stage.tabs.keys == []


def test_a_sleeping_tab_is_torn_off_without_touching_the_stage(hand, start):
    app = hand.program
    app.open(RECIPES, "/r/1")
    cards = app.open(CARDS)
    app.close()
    hand.program = app = start()
    key = next(key for key in app.stage.tabs.keys if RECIPES in key)
    assert key not in app.rooms.faces
    cards = app.front
    heard = list(cards.heard)
    app.rest.torn.tear(key)
    recipes = app.rooms.faces[key].room
    assert recipes.loads == ["/r/1"]
    assert not hand.window(recipes).frame._splash.isHidden()
    assert app.front is cards
    assert cards.heard == heard
    assert key not in app.stage.tabs.keys


def test_tearing_what_is_torn_already_only_brings_it_forward(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    app.rest.torn.tear(recipes.caller.room_key)
    assert hand.window(recipes) is window
    app.rest.torn.put_back("nobody/nothing")
    assert window.isVisible()


def test_a_tab_let_go_on_the_screen_has_its_window_there(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    at = QPoint(300, 40)
    app.stage.tabs.did_tear.emit(recipes.caller.room_key, at)
    hand.turns.settle()
    assert hand.window(recipes).geometry().contains(at)


def test_a_page_in_its_own_window_may_share_as_the_one_on_the_stage(hand):
    app = hand.program
    recipes, _cards = app.open(RECIPES), app.open(CARDS)
    hand.tear(recipes)
    shared = recipes.call("share.post", path="/r/1", title="Shakshuka")
    app.composer().refuse()
    hand.turns.until(lambda: shared.done)
    assert "error" not in shared.answers[0] or shared.code == "cancelled"


def test_the_composer_and_the_settings_bring_the_main_window(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    window.activateWindow()
    hand.turns.until(window.isActiveWindow)
    app.rest.desk.settings_pressed.emit(app.rooms.faces[recipes.caller.room_key])
    hand.turns.until(app.window.isActiveWindow)
    assert app.stage.shown_page == "settings"


def test_delete_on_a_tab_still_closes(hand):
    recipes = hand.program.open(RECIPES)
    QTest.keyClick(hand.tab(recipes), Qt.Key.Key_Delete)
    hand.turns.settle()
    assert recipes.state is RoomState.CLOSED

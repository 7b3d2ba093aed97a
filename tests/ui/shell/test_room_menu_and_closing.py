"""What was refused, the menu of a room, and how a room is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from stoa.engine.refusal import Refusal

RECIPES, CARDS, WIKI = "org.example.recipes", "org.example.cards", "org.example.wiki"


def test_a_refusal_is_listed_once_with_rule_and_fix_and_kept(app):
    room = app.open(CARDS)
    refusal = Refusal("https://spy.example", "not in the network list", 'add "https://spy.example" to network')
    for _ in range(3):
        room.did_refuse.emit(refusal)
    assert app.face.refusals == [refusal]
    (kept,) = app.stores.refusals.newest(CARDS)
    assert (kept.what, kept.rule, kept.fix, kept.times) == (
        "https://spy.example", "not in the network list", 'add "https://spy.example" to network', 1,
    )  # fmt: skip


@pytest.fixture
def menu(app):
    """Opens the menu of the room in front; returns its actions by text."""

    def open_it():
        app.press(app.stage.frame.header, "Menu")
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu)
        return {action.text(): action for action in shown.actions()}

    yield open_it
    while (shown := QApplication.activePopupWidget()) is not None:
        shown.close()


def test_the_menu_says_that_nothing_was_refused(app, menu):
    app.open(CARDS)
    actions = menu()
    assert not actions["Nothing was refused"].isEnabled()


def test_the_menu_lists_refusals_newest_first_with_what_would_change_them(app, menu):
    room = app.open(CARDS)
    for number in range(8):
        room.did_refuse.emit(Refusal(f"https://{number}.example/?a=1&b=2", "not listed", f"fix {number}"))
    room.did_refuse.emit(Refusal("a new window", "no windows"))
    texts = list(menu())
    start = texts.index("9 refused:")
    assert texts[start + 1 : start + 3] == ["a new window", "no windows"]
    assert texts[start + 3 : start + 5] == ["https://7.example/?a=1&&b=2", "fix 7"]
    assert texts[-2:] == ["https://3.example/?a=1&&b=2", "fix 3"]
    assert len(texts) - start - 1 == 2 * 6


def test_the_menu_reloads_copies_the_link_and_leads_to_settings(app, menu):
    room = app.open(RECIPES, "/r/17")
    menu()["Reload"].trigger()
    assert room.loads == ["/r/17", "/r/17"]
    menu()["Copy link to this page"].trigger()
    assert QGuiApplication.clipboard().text() == f"stoa://{RECIPES}/r/17"
    assert app.said() == ["Link copied"]
    room.did_refuse.emit(Refusal("camera", "not declared"))
    for text in ("Permissions and storage…", "1 refused:"):
        app.program.navigation.show_place("apps")
        app.program.navigation.open_app(RECIPES)
        menu()[text].trigger()
        app.turns.until(lambda: app.stage.shown_page == "settings")


def test_a_room_is_closed_by_its_capsule_its_tab_and_itself(app):
    app.open(RECIPES)
    app.press(app.stage.frame.header, "Close this app")
    app.open(CARDS)
    QTest.keyClick(app.stage.tabs._tabs[app.face.key], Qt.Key.Key_Delete)
    app.turns.settle()
    room = app.open(WIKI)
    assert room.call("host.close").result is None
    app.turns.settle()
    assert app.rooms.faces == {}
    assert app.stage.tabs.keys == []
    assert app.stage.shown_page == "apps"


def test_the_neighbour_comes_when_the_room_in_front_is_closed(app):
    recipes, _cards = app.open(RECIPES), app.open(CARDS)
    app.press(app.stage.frame.header, "Close this app")
    assert app.front is recipes


def test_calls_of_a_closed_room_change_nothing(app):
    room = app.open(RECIPES)
    app.press(app.stage.frame.header, "Close this app")
    assert not room.call("host.toast", text="from beyond").done
    assert app.said() == []


def test_a_page_that_wishes_it_is_asked_about_before_it_is_closed(app):
    room = app.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True, text="The dough is not saved.")
    app.press(app.stage.frame.header, "Close this app")
    sheet = app.sheet(armed=False)
    assert "Close Recipes?" in app.words(sheet)
    assert "The dough is not saved." in app.words(sheet)
    app.press(sheet, "Close")
    assert sheet.isVisible()
    app.press(sheet, "Stay")
    assert app.front is room
    for _ in range(2):
        app.rest.desk.close(app.face.key)
    app.turns.settle()
    app.press(app.sheet(), "Close")
    assert app.rooms.faces == {}
    assert app.sheets() == []


def test_closing_is_not_asked_about_once_the_page_takes_its_wish_back_or_is_loaded_anew(app):
    room = app.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True)
    room.call("host.setClosingConfirmation", enabled=False)
    assert app.face.closing_text is None
    room.call("host.setClosingConfirmation", enabled=True)
    app.face.reload()
    app.press(app.stage.frame.header, "Close this app")
    assert app.rooms.faces == {}


def test_a_page_that_asks_a_question_does_not_keep_its_room_from_being_closed(app):
    room = app.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True)
    asked = room.call("host.confirm", text="Again?")
    app.turns.settle()
    app.rest.desk.close(app.face.key)
    app.press(app.sheet(), "OK")
    assert asked.result == {"confirmed": True}
    assert "What you have not saved there may be lost." in app.words(app.sheet())
    app.press(app.sheet(), "Close")
    assert app.rooms.faces == {}


def test_a_room_that_goes_takes_the_question_about_closing_it_along(app):
    room = app.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True)
    app.rest.desk.close(app.face.key)
    app.sheet()
    room.call("host.close")
    app.turns.settle()
    assert app.sheets() == []
    assert app.rooms.faces == {}

"""Everything in the window can be reached by Tab alone, in both directions, and F6 goes from one half to the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.shell.conftest import RECIPES, WIKI

from stoa.services.feed.posts import Author, Draft
from stoa.services.host.scene import Scene
from stoa.shell.feed.feed_list import FeedList
from stoa.ui.tokens import NARROW, STAGE_MIN


@pytest.fixture
def window(app, qtbot):
    app.program.navigation.open_by_id(WIKI, "/", Scene.LAUNCHER)
    app.program.navigation.show_place("apps")
    for text in ("first", "second"):
        app.stores.feed.publish(app.account_id, Author("Ann", "ann"), Draft(text, None, None, None, None))
    app.program.feed.refresh()
    app.window.resize(1200, 800)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    app.turns.settle()
    return app.window


def walk(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """The controls that get the focus, from the one that has it until that comes again."""
    seen: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            return seen
        seen.append(focus)
    raise AssertionError("Tab never comes back")


def names(controls: list[QWidget]) -> str:
    return "\n".join(control.accessibleName() or getattr(control, "text", str)() for control in controls)


def test_tab_goes_from_the_rail_through_the_feeds_header_and_its_cards_to_the_launcher(window):
    window.rail.setFocus()
    order = names(walk(window, Qt.Key.Key_Tab)).splitlines()
    search = "Search apps, or paste a link"
    places = [order.index(name) for name in ("For you", "Search posts", "Write a post", "More about this post", search)]
    assert places == sorted(places)
    # The recent one comes before all of them.
    launcher = [search, "Wiki", "Cards", "Recipes", "Wiki", "Load folder", "Review"]
    assert order[order.index(search) :][: len(launcher)] == launcher


def test_shift_tab_goes_the_same_way_back(window):
    window.rail.setFocus()
    there = walk(window, Qt.Key.Key_Tab)
    there[0].setFocus()
    back = walk(window, Qt.Key.Key_Backtab)
    # The list itself hands a Tab on to its cards.
    again = [stop for stop in reversed(back) if not isinstance(stop, FeedList)]
    start = again.index(there[0])
    assert again[start:] + again[:start] == there


@pytest.mark.parametrize("place", ["settings", "activity"])
def test_tab_reaches_every_place_of_the_stage(app, window, place):
    app.program.navigation.show_place(place)
    app.turns.settle()
    inside = [w for w in walk(window, Qt.Key.Key_Tab) if app.program.stage.isAncestorOf(w)]
    wanted = "Motion" if place == "settings" else "Apps"
    assert wanted in names(inside)


def test_f6_goes_to_the_open_page_and_back_to_what_is_read(app, window):
    app.program.navigation.open_by_id(RECIPES, "/", Scene.LAUNCHER)
    view = app.front.view
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    app.turns.settle()
    app.program.feed.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert QApplication.focusWidget() is view
    QTest.keyClick(view, Qt.Key.Key_F6)
    assert app.program.feed.isAncestorOf(QApplication.focusWidget())


def test_tab_never_enters_a_room_that_lies_under_another_one(app, window):
    app.program.navigation.open_by_id(RECIPES, "/", Scene.LAUNCHER)
    front = app.front.view
    under = QWidget()
    app.program.stage.frame.deck.put_under(under)
    for view in (front, under):
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    app.turns.settle()
    assert under.isVisible()
    stops = walk(window, Qt.Key.Key_Tab)
    assert front in stops
    assert under not in stops


def test_in_a_narrow_window_f6_shows_the_other_half(app, window):
    app.program.navigation.show_place("feed")
    window.resize(600, 700)
    app.turns.settle()
    assert app.program.feed.isVisible()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
    assert app.program.stage.isVisible()
    assert not app.program.feed.isVisible()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
    assert app.program.feed.isVisible()


def test_the_stage_keeps_room_to_be_read_in_the_least_wide_window(app, window):
    window.resize(NARROW, 700)
    app.turns.settle()
    assert app.program.feed.isVisible()
    assert app.program.stage.width() >= STAGE_MIN

"""What is about to be opened: told by a button that goes down, and drawn under the page that is still in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from stoa.shell.hover import REST_MS
from stoa.shell.stage import Stage
from stoa.shell.tabs import TabBar


@pytest.fixture
def bar(theme, shown):
    made = TabBar(theme)
    for key in ("a", "b"):
        made.add(key, f"App {key}", None)
    made.told = []
    made.did_rest.connect(made.told.append)
    shown(made, width=700, height=80)
    return made


@pytest.fixture
def stage(theme, shown):
    made = Stage(theme)
    made.add_page("apps", QWidget())
    made.add_room("a", "Recipes", None)
    made.show_page("apps")
    shown(made, width=700, height=500)
    return made


def test_a_button_that_goes_down_tells_before_it_comes_up(bar, qtbot):
    QTest.mousePress(bar._tabs["a"], Qt.MouseButton.LeftButton)
    assert bar.told == [], "the tab is yet to show that it is pressed"
    assert bar._watch.timer.interval() == 0
    qtbot.waitUntil(lambda: bar.told == ["a"])


def test_another_button_of_the_mouse_does_not_tell(bar):
    QTest.mousePress(bar._tabs["a"], Qt.MouseButton.MiddleButton)
    assert bar._watch.timer.interval() == REST_MS


def test_what_was_pressed_does_not_hasten_the_next_pointer_that_rests(bar, qtbot):
    QTest.mousePress(bar._tabs["a"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.told == ["a"])
    bar._tabs["b"].setFocus()
    assert (bar._watch.timer.isActive(), bar._watch.timer.interval()) == (True, REST_MS)


def test_a_room_that_is_made_ready_draws_under_the_page_with_nothing_of_the_frame(stage):
    view = QWidget()
    stage.frame.deck.put_under(view)
    assert view.isVisible()
    assert (stage.shown_page, stage.frame.header.isVisible()) == ("apps", False)
    under = view.size()
    stage.frame.deck.raise_front(view)
    stage.show_room("a")
    assert (stage.shown_page, stage.frame.header.isVisible()) == (None, True)
    stage.layout().activate()
    assert view.size() == under, "a new size at the press would cost the page a frame"


def test_a_room_that_is_given_up_unseen_leaves_nothing_under_the_page(stage):
    view = QWidget()
    stage.frame.deck.put_under(view)
    stage.frame.deck.take(view)
    view.hide()
    assert not stage.frame.isVisible()
    assert stage.shown_page == "apps"


def test_what_covered_a_room_covers_it_again_after_one_was_made_ready(stage):
    stage.show_room("a")
    stage.frame.show_splash("Recipes", None)
    stage.show_page("apps")
    stage.frame.deck.put_under(QWidget())
    assert not stage.frame._splash.isVisible()
    stage.show_room("a")
    assert stage.frame._splash.isVisible()


def test_a_page_in_front_hides_the_frame_a_moment_after_it_covers_the_room(stage, qtbot):
    view = QWidget()
    stage.frame.deck.put_under(view)
    stage.frame.deck.raise_front(view)
    stage.show_room("a")
    stage.show_page("apps")
    assert (stage.frame.isVisible(), stage.frame.header.isVisible()) == (True, False)
    qtbot.waitUntil(lambda: not stage.frame.isVisible(), timeout=30_000)
    assert stage.shown_page == "apps"

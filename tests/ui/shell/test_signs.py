"""What tells ahead of its press which sleeping room is wanted next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtTest import QTest
from tests.ui.shell.conftest import CARDS, RECIPES, WIKI

from stoa.engine.spec import RoomState
from stoa.shell.habit import NOWHERE_MAX

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ASLEEP, COMING = RoomState.DISCARDED, RoomState.LOADING


@pytest.fixture
def three(app, qtbot, monkeypatch):
    """Three rooms in the order of their tabs: the one in the middle is in front, the others have no renderer."""
    app.rest.sleep.sleep._is_pressed = lambda: False
    monkeypatch.setattr("stoa.engine.memory.saves_power", lambda: False)
    made = [app.open(RECIPES), app.open(CARDS), app.open(WIKI)]
    app.program.navigation.open_app(CARDS)
    made[0].discard()
    made[2].discard()
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    return made


def hold(app, key=Qt.Key.Key_Control, modifiers=CONTROL):
    QTest.keyPress(app.window.windowHandle(), key, modifiers)
    app.turns.settle()


def release(app, key=Qt.Key.Key_Control):
    QTest.keyRelease(app.window.windowHandle(), key)
    app.turns.settle()


def states(three):
    return [room.state for room in three]


def end_rest(app):
    """The person rests: the wait is over."""
    stepping = app.rest.shortcuts._stepping
    assert stepping._timer.isActive()
    stepping._timer.stop()
    stepping._timer.timeout.emit()


def enter(widget):
    QCoreApplication.sendEvent(widget, QEnterEvent(QPointF(), QPointF(), QPointF()))


def test_control_going_down_wakes_the_next_tab_ahead_of_the_step(app, three):
    hold(app)
    assert (states(three), app.front) == ([ASLEEP, RoomState.RUNNING, COMING], three[1])
    hold(app, Qt.Key.Key_Tab)
    assert app.front is three[2]


def test_control_with_shift_wakes_the_tab_before(app, three):
    hold(app, Qt.Key.Key_Shift, SHIFT)
    hold(app, modifiers=CONTROL | SHIFT)
    assert states(three) == [COMING, RoomState.RUNNING, ASLEEP]


def test_shift_that_comes_after_control_turns_the_step_round(app, three):
    three[2].set_state(RoomState.RUNNING)
    hold(app)
    hold(app, Qt.Key.Key_Shift, CONTROL | SHIFT)
    assert three[0].state is COMING


def test_who_uses_control_for_other_things_wakes_nothing_by_it_for_long_and_one_step_changes_that(app, three):
    for _ in range(NOWHERE_MAX):
        hold(app)
        hold(app, Qt.Key.Key_J)
        release(app)
    three[2].discard()
    hold(app)
    release(app)
    assert three[2].state is ASLEEP
    app.window.did_shortcut.emit("next")
    app.program.navigation.open_app(CARDS)
    three[2].discard()
    hold(app)
    assert three[2].state is COMING


def test_control_that_was_only_held_for_nothing_counts_as_nothing_once_and_repeats_do_not(app, three):
    for _ in range(NOWHERE_MAX - 1):
        hold(app)
        hold(app)
        release(app)
    three[2].discard()
    hold(app)
    assert three[2].state is COMING


def test_resting_on_a_tab_with_control_down_wakes_the_one_behind_it(app, three):
    hold(app)
    hold(app, Qt.Key.Key_Tab)
    three[2].load()
    app.turns.settle()
    app.window.did_shortcut.emit("next")
    assert app.stage.shown_page == "apps"
    assert three[0].state is ASLEEP
    end_rest(app)
    assert three[0].state is COMING


@pytest.mark.parametrize("end", ["another key", "control comes up", "another window"])
def test_what_is_not_to_be_a_step_ends_the_waiting_for_it(app, three, end):
    hold(app)
    hold(app, Qt.Key.Key_Tab)
    assert app.rest.shortcuts._stepping._timer.isActive()
    if end == "another key":
        hold(app, Qt.Key.Key_J)
    elif end == "control comes up":
        release(app)
    else:
        QCoreApplication.sendEvent(app.window.windowHandle(), QFocusEvent(QEvent.Type.FocusOut))
    assert not app.rest.shortcuts._stepping._timer.isActive()


def test_behind_a_question_nothing_wakes(app, three):
    three[1].call("host.alert", text="Done.")
    app.sheet()
    hold(app)
    assert states(three) == [ASLEEP, RoomState.RUNNING, ASLEEP]


def test_a_tile_and_a_post_wake_the_room_that_they_lead_to_where_it_is(app, three):
    app.rest.launcher.page.app_hovered.emit(three[0].caller.app_key)
    assert (three[0].state, three[0].loads[-1]) == (COMING, "/")
    three[0].load()
    app.turns.settle()
    app.program.navigation.prepare(app.program.apps.by_id(WIKI), "/page?n=1")
    assert (three[2].state, three[2].loads[-1]) == (COMING, "/")
    assert not app.rest.pool.has_spare


def test_what_enter_would_open_is_made_ready_once_the_typing_rests(app, three):
    launcher = app.rest.launcher.page
    launcher.search.setText("wik")
    assert (launcher._typing.isActive(), three[2].state) == (True, ASLEEP)
    launcher._typing.timeout.emit()
    assert three[2].state is COMING
    launcher.search.setText("no such app")
    assert not launcher._typing.isActive()
    launcher.search.setText("wik")
    launcher.search.clear()
    assert not launcher._typing.isActive()


@pytest.mark.parametrize("cross", ["of the tab", "of the room"])
def test_a_pointer_on_the_cross_of_the_room_in_front_wakes_the_one_that_is_shown_then(app, three, cross):
    frame, tab = app.stage.frame, app.stage.tabs._tabs[three[1].caller.room_key]
    watch = app.stage.tabs._closing if cross == "of the tab" else app.stage._closing
    enter(tab.stops[-1] if cross == "of the tab" else frame.header.capsule.close_button)
    assert watch.timer.isActive()
    watch.timer.timeout.emit()
    assert states(three) == [COMING, RoomState.RUNNING, ASLEEP]


def test_a_pointer_on_the_cross_of_another_tab_wakes_nothing(app, three):
    app.stage.tabs.expect_close(three[2].caller.room_key)
    assert states(three) == [ASLEEP, RoomState.RUNNING, ASLEEP]

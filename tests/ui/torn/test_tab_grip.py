"""A tab leaves the bar when it is pulled far enough, or by its menu; a slip of the hand does nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from stoa.shell.tab_grip import TEAR_DISTANCE, distance
from stoa.shell.tabs import TabBar

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(theme, shown):
    made = TabBar(theme)
    made.add("a", "Recipes", None)
    made.torn, made.chosen, made.closed = [], [], []
    made.did_tear.connect(lambda key, at: made.torn.append((key, at)))
    made.did_choose.connect(made.chosen.append)
    made.close_pressed.connect(made.closed.append)
    shown(made, width=700, height=300)
    return made


def pull(tab, bar, down):
    """Press a tab and move the pointer to so many pixels below the bar's lower edge; the place on the screen."""
    start = tab.rect().center()
    at = QPoint(tab.mapToGlobal(start).x(), bar.mapToGlobal(QPoint(0, bar.height() - 1)).y() + down)
    QTest.mousePress(tab, LEFT, pos=start)
    QTest.mouseMove(tab, tab.mapFromGlobal(at))
    return at


def release(tab, at):
    QTest.mouseRelease(tab, LEFT, pos=tab.mapFromGlobal(at))


def menu_of(tab):
    """The menu that is open over a tab, or None."""
    return next((child for child in tab.children() if isinstance(child, QMenu) and child.isVisible()), None)


def test_a_tab_that_is_pulled_out_far_enough_is_torn_off_where_it_is_let_go(bar):
    tab = bar._tabs["a"]
    at = pull(tab, bar, TEAR_DISTANCE + 1)
    assert tab.cursor().shape() is Qt.CursorShape.DragMoveCursor
    assert bar.torn == [], "the hand has not let go"
    release(tab, at)
    assert bar.torn == [("a", at)]
    assert tab.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert bar.chosen == []


def test_a_tab_that_is_pulled_less_or_brought_back_stays(bar):
    tab = bar._tabs["a"]
    release(tab, pull(tab, bar, TEAR_DISTANCE))
    pull(tab, bar, TEAR_DISTANCE + 40)
    QTest.mouseMove(tab, tab.rect().center())
    QTest.mouseRelease(tab, LEFT, pos=tab.rect().center())
    assert bar.torn == []
    assert bar.chosen == ["a"], "let go on the tab it is a press as any other"


def test_escape_ends_the_pull(bar):
    tab = bar._tabs["a"]
    at = pull(tab, bar, TEAR_DISTANCE + 40)
    QTest.keyClick(tab, Qt.Key.Key_Escape)
    release(tab, at)
    assert bar.torn == []


def test_only_the_left_button_pulls(bar):
    tab = bar._tabs["a"]
    QTest.mousePress(tab, Qt.MouseButton.RightButton)
    far = QPoint(10, 400)
    QTest.mouseMove(tab, far)
    QTest.mouseRelease(tab, Qt.MouseButton.RightButton, pos=far)
    assert bar.torn == []


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_the_keyboard_opens_the_menu_below_the_tab(bar, key, modifier):
    tab = bar._tabs["a"]
    QTest.keyClick(tab, key, modifier)
    menu = menu_of(tab)
    assert [action.text() for action in menu.actions()] == ["Open in its own window", "Close"]
    assert menu.geometry().top() >= tab.mapToGlobal(tab.rect().bottomLeft()).y()
    menu.actions()[0].trigger()
    menu.close()
    assert bar.torn == [("a", None)]
    assert menu_of(tab) is None


def test_a_key_that_brings_a_menu_request_too_opens_one_menu(bar):
    tab = bar._tabs["a"]
    QTest.keyClick(tab, Qt.Key.Key_Menu)
    request = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), tab.mapToGlobal(QPoint()))
    QApplication.sendEvent(tab, request)
    assert len([child for child in tab.children() if isinstance(child, QMenu)]) == 1
    menu_of(tab).close()


def test_the_right_button_opens_the_menu_under_the_pointer(bar):
    tab = bar._tabs["a"]
    at = tab.mapToGlobal(QPoint(12, 9))
    QApplication.sendEvent(tab, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(12, 9), at))
    menu = menu_of(tab)
    assert menu.pos() == at
    menu.actions()[1].trigger()
    menu.close()
    assert bar.closed == ["a"]


def test_plain_f10_and_the_launchers_tab_have_no_menu(bar):
    QTest.keyClick(bar._tabs["a"], Qt.Key.Key_F10)
    QTest.keyClick(bar._tabs[""], Qt.Key.Key_Menu)
    assert bar.findChildren(QMenu) == []


@pytest.mark.parametrize(
    ("point", "expected"),
    [((5, 5), 0), ((0, 0), 0), ((-61, 5), 61), ((5, 70), 61), ((30, 12), 21), ((-3, -8), 8)],
)
def test_distance_is_that_of_the_farther_side(point, expected):
    assert distance(QRect(0, 0, 10, 10), QPoint(*point)) == expected

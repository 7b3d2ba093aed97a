"""Tabs and stage: pressed, closed, walked by keys, longer than the window, mirrored, and what is shown next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPixmap, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from stoa.shell.stage import Stage
from stoa.shell.tabs import TabBar


@pytest.fixture
def icon():
    pixmap = QPixmap(32, 32)
    pixmap.fill(QColor("#c02020"))
    return pixmap


@pytest.fixture
def bar(theme, shown, icon):
    made = TabBar(theme)
    made.add("a", "Recipes", icon)
    made.add("b", "Cards", None)
    made.heard = []
    made.did_choose.connect(lambda key: made.heard.append(("choose", key)))
    made.close_pressed.connect(lambda key: made.heard.append(("close", key)))
    shown(made, width=700, height=80)
    return made


def test_a_press_chooses_and_the_launcher_has_no_key(bar):
    QTest.mouseClick(bar._tabs["b"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar._tabs[""], Qt.MouseButton.LeftButton)
    assert bar.heard == [("choose", "b"), ("choose", "")]
    assert bar.keys == ["a", "b"]


def test_the_cross_delete_and_the_middle_button_close(bar):
    QTest.mouseClick(bar._tabs["a"]._close, Qt.MouseButton.LeftButton)
    QTest.keyClick(bar._tabs["b"], Qt.Key.Key_Delete)
    QTest.mouseClick(bar._tabs["a"], Qt.MouseButton.MiddleButton)
    assert bar.heard == [("close", "a"), ("close", "b"), ("close", "a")]
    assert bar._tabs["a"]._close.accessibleName() == "Close Recipes"


def test_the_launchers_tab_cannot_be_closed(bar):
    launcher = bar._tabs[""]
    QTest.keyClick(launcher, Qt.Key.Key_Delete)
    QTest.mouseClick(launcher, Qt.MouseButton.MiddleButton)
    bar.remove("")
    assert bar.heard == []
    assert launcher.isVisible()


def test_enter_and_space_choose(bar):
    QTest.keyClick(bar._tabs["a"], Qt.Key.Key_Return)
    QTest.keyClick(bar._tabs["b"], Qt.Key.Key_Space)
    assert bar.heard == [("choose", "a"), ("choose", "b")]


def test_arrows_walk_the_tabs_and_go_round(bar):
    tabs = bar._tabs
    tabs[""].setFocus()
    for key, there in (
        (Qt.Key.Key_Right, "a"), (Qt.Key.Key_Right, "b"), (Qt.Key.Key_Right, ""), (Qt.Key.Key_Left, "b"),
        (Qt.Key.Key_Home, ""), (Qt.Key.Key_End, "b"), (Qt.Key.Key_Up, "b"),
    ):  # fmt: skip
        QTest.keyClick(QApplication.focusWidget(), key)
        assert tabs[there].hasFocus(), key
    assert tabs["b"].ringed


def test_an_arrow_on_a_cross_moves_nothing(bar):
    cross = bar._tabs["a"]._close
    cross.setFocus()
    QTest.keyClick(cross, Qt.Key.Key_Right)
    assert cross.hasFocus()


def test_arrows_are_mirrored(bar):
    bar.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar._tabs[""].setFocus()
    QTest.keyClick(bar._tabs[""], Qt.Key.Key_Left)
    assert bar._tabs["a"].hasFocus()


def test_everything_moves_to_the_other_side_in_a_mirrored_language(bar):
    before = bar.grab().toImage()
    places = {key: tab.mapTo(bar, QPoint(0, 0)).x() for key, tab in bar._tabs.items()}
    assert places[""] < places["a"] < places["b"]
    cross = bar._tabs["a"]._close
    assert cross.x() > bar._tabs["a"].width() / 2
    bar.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    bar._tabs["a"].resizeEvent(None)
    places = {key: tab.mapTo(bar, QPoint(0, 0)).x() for key, tab in bar._tabs.items()}
    assert places[""] > places["a"] > places["b"]
    assert cross.x() < bar._tabs["a"].width() / 2
    assert bar.grab().toImage() != before


def test_a_note_is_shown_and_read_out(bar):
    bar.set_note("a", "sleeping")
    bar.set_note("nobody", "sleeping")
    assert bar._tabs["a"].accessibleName() == "Recipes, sleeping"
    faded = bar.grab().toImage()
    bar.set_note("a", "")
    assert bar._tabs["a"].accessibleName() == "Recipes"
    assert bar.grab().toImage() != faded


def test_the_marked_tab_looks_marked_in_both_themes(bar, theme):
    plain = bar.grab().toImage()
    bar.mark("a")
    assert bar._tabs["a"].isChecked()
    marked = bar.grab().toImage()
    assert marked != plain
    theme.set_mode("dark")
    assert bar.grab().toImage() != marked
    bar.mark(None)
    assert not any(tab.isChecked() for tab in bar._tabs.values())


def test_hovering_shows(bar):
    plain = bar.grab().toImage()
    QTest.mouseMove(bar._tabs["b"])
    bar._tabs["b"]._set_hover(1.0)
    assert bar.grab().toImage() != plain


def test_the_same_key_has_one_tab(bar):
    bar.add("a", "Again", None)
    assert bar._tabs["a"].text() == "Recipes"


@pytest.mark.parametrize(("key", "neighbour"), [("a", ""), ("b", "a"), ("", ""), ("nobody", "")])
def test_the_neighbour_is_the_tab_before(bar, key, neighbour):
    assert bar.neighbour(key) == neighbour


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_many_tabs_keep_their_size_and_the_marked_one_is_in_sight(bar, qtbot, direction):
    bar.window().setLayoutDirection(direction)
    for number in range(30):
        bar.add(str(number), f"A mini-app with a long name {number}", None)
    bar.mark("29")
    assert bar.minimumSizeHint().width() < 200

    def in_sight(tab):
        return 0 < tab.mapTo(bar, QPoint(0, 0)).x() <= bar.width() - tab.width()

    qtbot.waitUntil(lambda: in_sight(bar._tabs["29"]))
    qtbot.waitUntil(lambda: all(tab.width() >= tab.minimumSizeHint().width() for tab in bar._tabs.values()))
    bar.mark("")
    qtbot.waitUntil(lambda: in_sight(bar._tabs[""]))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_wheel_moves_the_row(bar, qtbot, direction):
    bar.window().setLayoutDirection(direction)
    for number in range(30):
        bar.add(str(number), f"A mini-app with a long name {number}", None)
    bar.mark("")
    qtbot.waitUntil(lambda: bar._shelf.horizontalScrollBar().maximum() > 0)
    first = bar._tabs[""]
    before = first.mapTo(bar, QPoint(0, 0)).x()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bar._shelf.viewport(), wheel)
    moved = first.mapTo(bar, QPoint(0, 0)).x() - before
    assert (moved < 0) == (direction is Qt.LayoutDirection.LeftToRight)
    assert moved != 0


@pytest.fixture
def stage(theme, shown, icon):
    made = Stage(theme)
    for name in ("apps", "settings"):
        made.add_page(name, QWidget())
    made.heard = []
    made.room_chosen.connect(lambda key: made.heard.append(("room", key)))
    made.page_chosen.connect(lambda name: made.heard.append(("page", name)))
    made.room_close_pressed.connect(lambda key: made.heard.append(("close", key)))
    made.add_room("a", "Recipes", icon)
    made.add_room("b", "Cards", None)
    made.show_page("apps")
    shown(made, width=700, height=500)
    return made


def test_the_stage_shows_one_thing_and_marks_its_tab(stage):
    assert (stage.shown_page, stage.tabs._tabs[""].isChecked()) == ("apps", True)
    stage.show_room("b")
    assert (stage.shown_page, stage.tabs._tabs["b"].isChecked()) == (None, True)
    assert stage.frame.isVisible()
    stage.show_page("settings")
    assert stage.shown_page == "settings"
    assert not any(tab.isChecked() for tab in stage.tabs._tabs.values())
    assert stage.has_page("settings")
    assert not stage.has_page("activity")


def test_tabs_of_the_stage_choose_rooms_and_the_launcher(stage):
    for key in ("b", ""):
        QTest.mouseClick(stage.tabs._tabs[key], Qt.MouseButton.LeftButton)
    QTest.keyClick(stage.tabs._tabs["a"], Qt.Key.Key_Delete)
    assert stage.heard == [("room", "b"), ("page", "apps"), ("close", "a")]


def test_when_the_shown_room_goes_its_neighbour_comes(stage):
    stage.show_room("b")
    stage.remove_room("b")
    stage.show_room("a")
    stage.remove_room("a")
    assert stage.heard == [("room", "a"), ("page", "apps")]
    assert stage.tabs.keys == []


def test_when_another_room_goes_nothing_else_happens(stage):
    stage.show_room("b")
    stage.remove_room("a")
    assert stage.heard == []
    assert stage.shown_page is None


def test_a_room_that_goes_while_the_stage_is_hidden_calls_nobody_there(stage):
    stage.show_room("b")
    stage.hide()
    stage.remove_room("b")
    assert stage.heard == []
    assert stage.shown_page == "apps"


def test_the_stage_paints_its_ground_in_both_themes(stage, theme):
    light = stage.grab().toImage()
    theme.set_mode("dark")
    assert stage.grab().toImage() != light


def test_a_stage_without_pages_shows_no_frame_of_an_app(theme, shown):
    stage = Stage(theme)
    shown(stage, width=700, height=500)
    assert not stage.frame.isVisible()
    assert stage.shown_page is None


def test_markup_in_a_name_stays_text_in_the_tooltips(theme, shown):
    name = "<h1>Rich & <i>famous</i>"
    made = TabBar(theme)
    made.add("x", name, None)
    shown(made, width=700, height=80)
    tab = made._tabs["x"]
    made.set_note("x", "sleeping")
    document = QTextDocument()
    for hint, words in ((tab.toolTip(), f"{name}, sleeping"), (tab._close.toolTip(), f"Close {name}")):
        document.setHtml(hint)
        assert document.toPlainText() == words

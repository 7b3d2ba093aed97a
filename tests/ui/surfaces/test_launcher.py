"""The launcher: found as one types, opened by Enter, mouse and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.shell.launcher import RECENT_MAX, Launcher, Tile

NAMES = {"recipes": "Recipes", "pulse": "Pulse", "wiki": "Wiki", "cards": "Cards"}


def find(text):
    return [key for key, name in NAMES.items() if text.casefold() in name.casefold()]


@pytest.fixture
def launcher(theme, shown):
    made = Launcher(theme, find)
    tiles = [Tile(key, name) for key, name in NAMES.items()]
    tiles[3] = Tile("cards", "Cards", None, "from folder", removable=True)
    made.set_apps(tiles, ["wiki", "gone", "pulse"])
    shown(made, width=760, height=800)
    return made


def visible(grid):
    return [cell.text() for cell in grid.cells if cell.isVisible()]


def test_all_apps_recent_ones_and_the_folder_tile_are_shown(launcher):
    assert visible(launcher._grid) == ["Recipes", "Pulse", "Wiki", "Cards", "Load folder"]
    assert visible(launcher._recent) == ["Wiki", "Pulse"]


def test_recent_is_bounded(launcher, theme):
    launcher.set_apps([Tile(str(n), str(n)) for n in range(9)], [str(n) for n in range(9)])
    assert len(visible(launcher._recent)) == RECENT_MAX


def test_typing_filters_and_enter_opens_the_first(launcher, qtbot):
    launcher.focus_search()
    QTest.keyClicks(launcher.search, "i")
    assert visible(launcher._grid) == ["Recipes", "Wiki"]
    assert not launcher._recent.isVisible()
    with qtbot.waitSignal(launcher.app_pressed) as heard:
        QTest.keyClick(launcher.search, Qt.Key.Key_Return)
    assert heard.args == ["recipes"]
    assert launcher.search.text() == ""
    assert launcher._recent.isVisible()


def test_enter_on_an_empty_search_opens_nothing(launcher, qtbot):
    with qtbot.assertNotEmitted(launcher.app_pressed):
        QTest.keyClick(launcher.search, Qt.Key.Key_Return)


def test_results_come_in_the_order_of_the_finder(theme, shown):
    made = Launcher(theme, lambda text: ["wiki", "recipes"] if text else [])
    made.set_apps([Tile(key, name) for key, name in NAMES.items()])
    shown(made, width=760, height=600)
    made.search.setText("x")
    assert visible(made._grid) == ["Wiki", "Recipes"]


def test_nothing_found_says_what_to_do(launcher, says, qtbot):
    launcher.search.setText("zzz")
    assert "No app is called “zzz”" in says(launcher)
    with qtbot.waitSignal(launcher.folder_requested):
        launcher._nothing.did_press.emit()


def test_no_apps_at_all_offer_a_folder(theme, shown, says):
    made = Launcher(theme, find)
    made.set_apps([])
    shown(made, width=760, height=600)
    assert "No apps yet" in says(made)
    assert visible(made._grid) == ["Load folder"]


def test_a_link_is_opened(launcher, qtbot):
    launcher.search.setText(" STOA://org.stoa.recipes/r/17 ")
    assert visible(launcher._grid) == []
    with qtbot.waitSignal(launcher.link_entered) as heard:
        QTest.keyClick(launcher.search, Qt.Key.Key_Return)
    assert heard.args == ["stoa://org.stoa.recipes/r/17"]


def test_a_broken_link_says_why(launcher, qtbot, says):
    launcher.search.setText("stoa://")
    with qtbot.assertNotEmitted(launcher.link_entered):
        QTest.keyClick(launcher.search, Qt.Key.Key_Return)
    assert "This link cannot be opened" in says(launcher)


def test_tiles_open_by_mouse_and_key(launcher, qtbot):
    pulse = launcher._grid.cells[1]
    with qtbot.waitSignal(launcher.app_pressed) as by_mouse:
        QTest.mouseClick(pulse, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(launcher.app_pressed) as by_key:
        QTest.keyClick(pulse, Qt.Key.Key_Return)
    assert (by_mouse.args, by_key.args) == (["pulse"], ["pulse"])


def test_the_folder_tile_and_the_card_ask(launcher, qtbot, press):
    with qtbot.waitSignal(launcher.folder_requested):
        press(launcher, "Load folder")
    with qtbot.waitSignal(launcher.review_pressed):
        press(launcher, "Review")


def test_arrows_lead_from_the_search_through_both_grids_and_back(launcher):
    launcher.focus_search()
    QTest.keyClick(launcher.search, Qt.Key.Key_Down)
    assert launcher._recent.cells[0].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert launcher._grid.cells[1].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert launcher._recent.cells[1].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert launcher.search.hasFocus()


def test_typing_on_a_tile_begins_a_search(launcher):
    launcher._grid.focus_cell(2)
    QTest.keyClicks(launcher._grid.cells[2], "p")
    assert launcher.search.hasFocus()
    assert launcher.search.text() == "p"


def test_resting_on_a_tile_is_announced_once(launcher, qtbot):
    tile = launcher._grid.cells[1]
    QApplication.sendEvent(tile, QEvent(QEvent.Type.Enter))
    assert launcher._watch.timer.interval() == 100
    with qtbot.waitSignal(launcher.app_hovered) as heard:
        launcher._watch.timer.timeout.emit()
    assert heard.args == ["pulse"]
    QApplication.sendEvent(tile, QEvent(QEvent.Type.Leave))
    assert not launcher._watch.timer.isActive()


def test_the_menu_of_a_tile(launcher, qtbot):
    wiki, cards = launcher._tiles["wiki"], launcher._tiles["cards"]
    assert [action.text() for action in launcher.menu_of(wiki).actions()] == ["Open", "App settings"]
    *_rest, uninstall = launcher.menu_of(cards).actions()
    with qtbot.waitSignal(launcher.uninstall_pressed) as heard:
        uninstall.trigger()
    assert heard.args == ["cards"]


def test_the_menu_opens_on_request(launcher, qtbot):
    launcher._grid.cells[0].menu_requested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_a_problem_is_shown_until_closed(launcher, says):
    launcher.show_problem("The folder has no index.html.")
    assert "The folder has no index.html." in says(launcher)
    launcher._problem.did_close.emit()
    assert not launcher._problem.isVisible()


def test_a_tile_says_where_it_comes_from(launcher):
    assert launcher._cells["cards"].accessibleDescription() == "from folder"


def test_new_apps_keep_the_search(launcher):
    launcher.search.setText("wiki")
    launcher.set_apps([Tile(key, name) for key, name in NAMES.items()])
    assert visible(launcher._grid) == ["Wiki"]
    assert not [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not launcher.window()]

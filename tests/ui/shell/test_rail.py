"""The rail: places by mouse and key, badges that are read out, the account, and its mirror image."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.shell.rail import Rail


@pytest.fixture
def rail(theme, shown):
    made = Rail(theme)
    made.account.set_account("Ada Lovelace", None)
    shown(made, width=200, height=600)
    return made


def test_every_place_is_chosen_by_press(rail):
    chosen = []
    rail.did_choose.connect(chosen.append)
    for item in rail._items.values():
        QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert chosen == ["feed", "apps", "activity", "workbench", "settings"]


def test_arrows_walk_places_and_account(rail, qtbot):
    rail._items["feed"].setFocus()
    there = []
    for key in (*[Qt.Key.Key_Down] * 6, Qt.Key.Key_Up):
        QTest.keyClick(QApplication.focusWidget(), key)
        there.append(QApplication.focusWidget().accessibleName())
    account = "Account: Ada Lovelace"
    assert there == ["Apps", "Activity", "Workbench", "Settings", account, "Feed", account]
    with qtbot.waitSignal(rail.account_pressed):
        QTest.keyClick(rail.account, Qt.Key.Key_Return)
    QTest.keyClick(rail.account, Qt.Key.Key_Left)
    assert rail.account.hasFocus()
    QTest.keyClick(rail, Qt.Key.Key_Right)
    assert rail.account.hasFocus()


def test_a_place_is_marked(rail):
    rail.mark("apps")
    assert [name for name, item in rail._items.items() if item.isChecked()] == ["apps"]
    marked = rail.grab().toImage()
    rail.mark("feed")
    assert rail.grab().toImage() != marked


@pytest.mark.parametrize(("count", "name"), [(3, "Activity, 3 new"), (150, "Activity, 150 new"), (0, "Activity")])
def test_a_badge_is_read_out(rail, count, name):
    rail.set_badge("activity", count)
    assert rail._items["activity"].accessibleName() == name


def test_a_badge_is_seen_and_bounded(rail):
    none = rail.grab().toImage()
    rail.set_badge("activity", 99)
    ninety_nine = rail.grab().toImage()
    rail.set_badge("activity", 100)
    hundred = rail.grab().toImage()
    rail.set_badge("activity", 100_000)
    assert ninety_nine != none
    assert hundred != ninety_nine
    assert rail.grab().toImage() == hundred


def test_the_accounts_picture_is_shown(rail):
    initials = rail.account.grab().toImage()
    picture = QPixmap(64, 64)
    picture.fill(QColor("#20a060"))
    rail.account.set_account("Grace", picture)
    assert rail.account.accessibleName() == "Account: Grace"
    assert rail.account.grab().toImage() != initials


def test_the_edge_is_on_the_other_side_in_a_mirrored_language(rail):
    def edges():
        image = rail.grab().toImage()
        ratio = image.devicePixelRatio()
        y = int(120 * ratio)
        return image.pixelColor(0, y), image.pixelColor(image.width() - 1, y)

    left, right = edges()
    assert left != right
    rail.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert edges() == (right, left)


def test_it_is_repainted_in_the_other_theme(rail, theme):
    light = rail.grab().toImage()
    theme.set_mode("dark")
    assert rail.grab().toImage() != light

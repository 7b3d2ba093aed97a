"""A picture is cut in its card and shown whole when it is pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.feed.conftest import SHAKSHUKA, a_picture, cards, settle

from stoa.shell.feed.picture_sheet import PictureSheet, WholePicture


@pytest.fixture
def tall(world, open_pane):
    """A pane whose newest post has a picture much higher than a card shows."""
    world.post("Look up", picture=a_picture(300, 1500))
    return open_pane()


def opened(pane):
    sheets = [sheet for sheet in pane.window().findChildren(PictureSheet) if sheet.isVisible()]
    return sheets[0] if sheets else None


def test_a_press_shows_the_whole_picture_and_another_one_closes_it(tall, qtbot):
    button = cards(tall)[0].controls.picture
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    sheet = opened(tall)
    (picture,) = sheet.findChildren(WholePicture)
    assert sheet.accessibleName() == "Picture by Corner Kitchen"
    assert picture.accessibleDescription() == "Look up"
    assert abs(picture.height() / min(picture.width(), picture._wide) - 5) < 0.1
    assert tall.window().rect().contains(sheet._panel.geometry())
    middle = QPoint(picture.width() // 2, picture.height() // 2)
    qtbot.waitUntil(lambda: picture.grab().toImage().pixelColor(middle).name() == "#a83824")
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    settle()
    assert opened(tall) is None


def test_it_is_reached_and_left_by_keyboard(tall):
    card = cards(tall)[0]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    while QApplication.focusWidget() is not card.controls.picture:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert card.isAncestorOf(QApplication.focusWidget())
    assert card.controls.picture.ringed
    QTest.keyClick(card.controls.picture, Qt.Key.Key_Return)
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert opened(tall) is None
    assert QApplication.focusWidget() is card.controls.picture


def test_a_small_picture_is_not_blown_up(world, open_pane):
    world.post("Small", picture=a_picture(120, 80))
    pane = open_pane()
    cards(pane)[0].controls.picture.click()
    settle()
    (picture,) = opened(pane).findChildren(WholePicture)
    assert picture.heightForWidth(picture.width()) == 80


def test_the_picture_of_a_page_has_no_press_of_its_own_and_none_is_left_on_a_card_without(world, open_pane):
    world.post("A page", jump=SHAKSHUKA, jump_picture=a_picture())
    world.post("A picture", picture=a_picture())
    pane = open_pane()
    with_picture, with_page = cards(pane)
    assert with_picture.controls.picture.isVisible()
    assert with_page.controls.picture is None
    with_picture.show_post(*pane._deck.card(with_page.post), with_picture.geometry())
    assert with_picture.controls.picture.isHidden()

"""Sheets: one answer, Esc refuses, focus stays inside, and what grants cannot be pressed too soon."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.ui.button import Button
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet


@pytest.fixture
def page(theme, shown):
    return shown(Button(theme, "Below"), width=800, height=600)


@pytest.fixture
def opened(theme, page):
    sheet = Sheet(theme, page, "Question", refusal="refused")
    sheet.answers = []
    sheet.did_answer.connect(sheet.answers.append)
    sheet.no = Button(theme, "Not now")
    sheet.yes = Button(theme, "Allow", None, "primary")
    sheet.no.clicked.connect(sheet.refuse)
    sheet.yes.clicked.connect(lambda: sheet.answer("allowed"))
    sheet.footer.addWidget(sheet.no)
    sheet.footer.addWidget(sheet.yes)
    sheet.guard(sheet.yes)
    sheet.open()
    return sheet


def elapse(sheet):
    sheet.delay.timer.stop()
    sheet.delay.timer.timeout.emit()


def test_allow_waits_and_then_answers_once(opened):
    assert not opened.yes.isEnabled()
    QTest.mouseClick(opened.yes, Qt.MouseButton.LeftButton)
    assert opened.answers == []
    elapse(opened)
    QTest.mouseClick(opened.yes, Qt.MouseButton.LeftButton)
    opened.answer("again")
    assert opened.answers == ["allowed"]


def test_the_delay_is_six_hundred_milliseconds(opened):
    assert opened.delay.timer.interval() == 600
    assert opened.delay.timer.isActive()


def test_the_focus_starts_on_what_refuses(opened):
    assert opened.no.hasFocus()
    QTest.keyClick(opened.no, Qt.Key.Key_Return)
    assert opened.answers == ["refused"]


def test_escape_refuses(opened):
    QTest.keyClick(opened.no, Qt.Key.Key_Escape)
    assert opened.answers == ["refused"]


def test_coming_back_to_the_window_waits_again(opened, page):
    elapse(opened)
    assert opened.yes.isEnabled()
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert not opened.yes.isEnabled()
    elapse(opened)
    assert opened.yes.isEnabled()


def test_focus_taken_from_below_comes_back_and_waits_again(opened, page):
    elapse(opened)
    page.findChild(Button).setFocus()
    assert opened.no.hasFocus()
    assert not opened.yes.isEnabled()


def test_tab_goes_round_inside(opened):
    elapse(opened)
    for expected in (opened.yes, opened.no, opened.yes):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
    QTest.keyClick(opened.yes, Qt.Key.Key_Backtab)
    assert opened.no.hasFocus()


def test_a_press_on_the_scrim_answers_nothing(opened):
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton, pos=opened.rect().topLeft())
    assert opened.answers == []
    assert opened.isVisible()


def test_the_focus_goes_back_to_where_it_was(theme, page):
    below = page.findChild(Button)
    below.setFocus()
    sheet = Sheet(theme, page, "Question")
    sheet.footer.addWidget(Button(theme, "Close"))
    sheet.open()
    assert not below.hasFocus()
    sheet.refuse()
    assert below.hasFocus()


def test_it_covers_its_window_and_follows_its_size(opened, page):
    assert opened.geometry() == page.rect()
    page.resize(500, 400)
    assert opened.geometry() == page.rect()
    assert opened._panel.width() == 420
    page.resize(300, 400)
    assert opened._panel.width() == 300 - 32


def test_a_long_body_scrolls_and_the_footer_stays(theme, page):
    sheet = Sheet(theme, page, "Long")
    for _ in range(60):
        sheet.body.addWidget(Label(theme, "A line of a long story."))
    close = Button(theme, "Close")
    sheet.footer.addWidget(close)
    sheet.open()
    assert sheet._panel.height() <= page.height() - 32
    bottom = close.mapTo(page, close.rect().bottomLeft()).y()
    assert bottom < page.height() - 16


def test_the_panel_grows_with_what_is_added(theme, page, qtbot, opened):
    before = opened._panel.height()
    opened.body.addWidget(Label(theme, "More to read"))
    qtbot.waitUntil(lambda: opened._panel.height() > before)


def test_not_ready_stays_disabled_after_the_delay(opened):
    opened.delay.set_ready(opened.yes, False)
    elapse(opened)
    assert not opened.yes.isEnabled()
    opened.delay.set_ready(opened.yes, True)
    assert opened.yes.isEnabled()


def test_a_rising_sheet_ends_in_its_place(theme, page, qtbot):
    theme.motion = True
    sheet = Sheet(theme, page, "Question")
    sheet.footer.addWidget(Button(theme, "Close"))
    sheet.open()
    qtbot.waitUntil(lambda: sheet._progress == 1.0)
    assert sheet._panel.isVisible()


def test_a_sheet_below_leaves_the_focus_to_the_one_above(theme, page, opened):
    above = Sheet(theme, page, "Above")
    field = Button(theme, "Here")
    above.footer.addWidget(field)
    above.open()
    assert field.hasFocus()
    above.refuse()
    assert opened.no.hasFocus()

"""Toasts, notices, strips and skeletons: what they do, not how they look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from stoa.ui.button import Button, IconButton
from stoa.ui.notice import Notice, Skeleton
from stoa.ui.strip import Strip
from stoa.ui.toast import Toast, reading_time


def texts(toast):
    return [card.text for card in toast.cards]


def test_toasts_stand_over_each_other_until_they_are_read(theme, shown):
    page = shown(QWidget(), width=500, height=300)
    toast = Toast(theme, page)
    for text in ("One", "Two", "One"):
        toast.say(text)
    assert texts(toast) == ["One", "Two"]
    upper, lower = toast.cards
    assert upper.isVisible()
    assert lower.geometry().top() >= upper.geometry().bottom() - 10
    assert lower.geometry().bottom() < page.height()
    upper.timer.timeout.emit()
    assert texts(toast) == ["Two"]
    lower.timer.timeout.emit()
    assert toast.text == ""


def test_a_toast_takes_no_focus_and_tells_of_its_button(theme, shown, qtbot):
    field = QWidget()
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page = shown(field, width=500, height=300)
    field.setFocus()
    toast = Toast(theme, page)
    toast.say("Saved.", "good", "Open")
    assert field.hasFocus()
    with qtbot.waitSignal(toast.did_press) as heard:
        QTest.mouseClick(toast.cards[0].button, Qt.MouseButton.LeftButton)
    assert heard.args == ["Saved."]
    assert toast.cards == []


def test_a_fourth_toast_takes_the_place_of_the_oldest(theme, shown):
    toast = Toast(theme, shown(QWidget(), width=500, height=300))
    for number in range(1000):
        toast.say(str(number))
    assert texts(toast) == ["997", "998", "999"]


def test_what_is_said_again_stays_longer_and_not_twice(theme, shown):
    toast = Toast(theme, shown(QWidget(), width=500, height=300))
    toast.say("Link copied")
    card = toast.cards[0]
    card.timer.stop()
    toast.say("Link copied")
    assert toast.cards == [card]
    assert card.timer.isActive()


def test_longer_notices_stay_longer_but_not_for_ever():
    assert reading_time("short") < reading_time("a longer sentence") < reading_time("x" * 500) == 10_000


def test_a_notice_names_itself_and_tells_of_its_button(theme, shown, qtbot):
    notice = Notice(theme, "offline", "You are offline", "Later.", "Try again")
    shown(notice)
    assert (notice.accessibleName(), notice.accessibleDescription()) == ("You are offline", "Later.")
    with qtbot.waitSignal(notice.did_press):
        QTest.mouseClick(notice._button, Qt.MouseButton.LeftButton)
    notice.set_notice("feed", "Nothing here")
    assert not notice._button.isVisible()


def test_a_strip_can_be_pressed_and_closed(theme, shown, qtbot):
    strip = Strip(theme, "Careful", "Why", closable=True)
    shown(strip)
    buttons = {button.text() or button.accessibleName(): button for button in strip.findChildren(Button)}
    with qtbot.waitSignal(strip.did_press):
        QTest.mouseClick(buttons["Why"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.did_close):
        QTest.mouseClick(strip.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert strip.accessibleName() == "Careful"


def test_a_skeleton_moves_only_where_things_may(theme, shown):
    still = Skeleton(theme)
    shown(still)
    assert still._pulse.state() is still._pulse.State.Stopped
    theme.motion = True
    moving = Skeleton(theme)
    shown(moving)
    assert moving._pulse.state() is moving._pulse.State.Running


def test_what_is_being_done_is_held_until_it_is_done(theme, shown):
    page = shown(QWidget(), width=500, height=300)
    toast = Toast(theme, page)
    toast.say("Before")
    toast.hold("Installing a…")
    toast.hold("Installing b…")
    for number in range(4):
        toast.say(str(number))
    assert texts(toast) == ["Installing b…", "1", "2", "3"]
    assert toast.text == "3"
    held = toast.cards[0]
    assert held.accessibleName() == "Installing b…"
    held.begin()
    assert not held.timer.isActive()
    toast.release()
    toast.release()
    assert texts(toast) == ["1", "2", "3"]

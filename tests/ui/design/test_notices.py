"""Toasts, notices, strips and skeletons: what they do, not how they look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from stoa.ui.button import Button, IconButton
from stoa.ui.notice import Notice, Skeleton
from stoa.ui.strip import Strip
from stoa.ui.toast import Toast, reading_time


def test_toasts_wait_their_turn_and_say_the_same_once(theme, shown):
    page = shown(QWidget(), width=500, height=300)
    toast = Toast(theme, page)
    for text in ("One", "One", "Two", "Two"):
        toast.say(text)
    assert toast.text == "One"
    toast.timer.timeout.emit()
    assert toast.text == "Two"
    toast.timer.timeout.emit()
    assert (toast.text, toast.isVisible()) == ("", False)


def test_a_toast_takes_no_focus_and_tells_of_its_button(theme, shown, qtbot):
    below = Button(theme, "Below")
    page = shown(below, width=500, height=300)
    below.setFocus()
    toast = Toast(theme, page)
    toast.say("Saved.", "good", "Open")
    assert below.hasFocus()
    with qtbot.waitSignal(toast.did_press) as heard:
        QTest.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert heard.args == ["Saved."]
    assert not toast.isVisible()


def test_a_flood_of_toasts_is_bounded(theme, shown):
    toast = Toast(theme, shown(QWidget(), width=500, height=300))
    for number in range(100):
        toast.say(str(number))
    assert len(toast._waiting) == 5


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

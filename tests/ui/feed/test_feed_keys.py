from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.feed.conftest import SHAKSHUKA, cards, settle, texts


def key(which: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), which)
    settle()


def test_j_and_k_go_from_post_to_post_with_a_visible_focus(world, open_pane):
    world.posts(30)
    pane = open_pane()
    pane._list.setFocus()
    key(Qt.Key.Key_J)
    assert QApplication.focusWidget().post.text == "post number 29"
    for _ in range(25):
        key(Qt.Key.Key_J)
    focused = QApplication.focusWidget()
    assert focused.post.text == "post number 4"
    assert focused.y() >= 0
    assert focused.y() + focused._layout.height <= pane._list.viewport().height()
    key(Qt.Key.Key_K)
    assert QApplication.focusWidget().post.text == "post number 5"


def test_j_stops_at_the_last_post(world, open_pane):
    world.posts(2)
    pane = open_pane()
    pane._list.setFocus()
    for _ in range(5):
        key(Qt.Key.Key_J)
    assert QApplication.focusWidget().post.text == "post number 0"


def test_enter_l_and_b_act_on_the_focused_post(world, open_pane, qtbot):
    world.post("first")
    post = world.post("text", jump=SHAKSHUKA)
    pane = open_pane()
    pane._list.setFocus()
    key(Qt.Key.Key_J)
    with qtbot.waitSignal(pane.jump_pressed):
        key(Qt.Key.Key_Return)
    key(Qt.Key.Key_L)
    key(Qt.Key.Key_B)
    assert world.read(post).liked
    assert world.read(post).bookmarked


def test_c_writes_and_slash_searches(world, open_pane, qtbot):
    world.posts(3)
    pane = open_pane()
    pane._list.setFocus()
    with qtbot.waitSignal(pane.compose_pressed):
        key(Qt.Key.Key_C)
    key(Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is pane._header._field


def test_end_home_page_and_space_move_the_view(world, open_pane):
    world.posts(100)
    pane = open_pane()
    pane._list.setFocus()
    key(Qt.Key.Key_End)
    assert texts(pane)[-1] == "post number 0"
    key(Qt.Key.Key_Home)
    assert texts(pane)[0] == "post number 99"
    key(Qt.Key.Key_Space)
    down = texts(pane)[0]
    key(Qt.Key.Key_PageUp)
    assert texts(pane)[0] == "post number 99"
    assert down != "post number 99"


def test_tab_goes_through_a_card_from_top_to_bottom(world, open_pane):
    world.post("below")
    world.post("text", jump=SHAKSHUKA)
    pane = open_pane()
    pane._list.setFocus()
    first, second = cards(pane)[:2]
    controls = first.controls
    order = [first, controls.menu, controls.jump, controls.like, controls.comment, controls.bookmark, second]
    for wanted in order:
        key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted
    key(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is controls.bookmark


def test_tab_leaves_the_list_after_its_last_button(world, open_pane):
    world.post("only")
    pane = open_pane()
    cards(pane)[0].controls.bookmark.setFocus()
    key(Qt.Key.Key_Tab)
    assert not pane._list.isAncestorOf(QApplication.focusWidget())

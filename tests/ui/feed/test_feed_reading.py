from __future__ import annotations

import json
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from tests.ui.feed.conftest import SHAKSHUKA, cards, settle, texts, tops

from stoa.services.feed.posts import Author, Timeline
from stoa.shell.feed.card import CardWidget
from stoa.shell.feed.viewing import Viewer


def wheel(pane, notches: float) -> None:
    view = pane._list.viewport()
    event = QWheelEvent(
        QPointF(100, 100), view.mapToGlobal(QPointF(100, 100)), QPoint(), QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    settle()


def test_the_newest_post_is_on_top(world, open_pane):
    world.posts(30)
    pane = open_pane()
    assert texts(pane)[:3] == ["post number 29", "post number 28", "post number 27"]


def test_only_a_handful_of_cards_is_made_however_far_one_scrolls(world, open_pane):
    world.posts(400)
    pane = open_pane()
    for _ in range(40):
        pane._list.scroll_by(600)
        settle()
    assert len(pane.findChildren(CardWidget)) < 15
    assert texts(pane)[0] != "post number 399"


def test_the_wheel_moves_the_rows_and_stops_at_the_ends(world, open_pane):
    world.posts(40)
    pane = open_pane()
    first = tops(pane)
    wheel(pane, -1)
    moved = tops(pane)
    assert {first[post] - moved[post] for post in moved if post in first} == {96}
    wheel(pane, 5)
    assert tops(pane) == first


def test_cards_follow_each_other_without_overlap(world, open_pane):
    for number in range(20):
        world.post("long text " * (number * 7 + 1), jump=SHAKSHUKA if number % 3 == 0 else None)
    pane = open_pane()
    pane._list.scroll_by(900)
    shown = cards(pane)
    for above, below in pairwise(shown):
        assert below.y() == above.y() + above.height()


def test_new_posts_are_told_in_a_pill_and_move_nothing(world, open_pane):
    world.posts(30)
    pane = open_pane()
    before = tops(pane)
    world.posts(3)
    pane.show_new()
    assert pane._pill.isVisible()
    assert pane._pill.text() == "3 new posts"
    assert tops(pane) == before
    pane._pill.click()
    assert texts(pane)[0] == "post number 2"
    assert not pane._pill.isVisible()


def test_a_post_in_an_empty_feed_is_shown_at_once(world, open_pane):
    pane = open_pane()
    world.post("the first")
    pane.show_new()
    assert texts(pane) == ["the first"]
    assert pane._faces.currentWidget() is pane._list


def test_where_one_was_reading_comes_back_after_a_restart(world, open_pane):
    world.posts(300)
    pane = open_pane()
    pane._list.scroll_by(9_000)
    there, state = tops(pane), json.loads(json.dumps(pane.scroll_state()))
    again = open_pane()
    again.restore_scroll_state(state)
    assert tops(again) == there


def test_a_refresh_stays_at_the_post_that_is_read(world, open_pane):
    world.posts(300)
    pane = open_pane()
    pane._list.scroll_by(9_000)
    there = tops(pane)
    world.posts(5)
    pane.refresh()
    assert tops(pane) == there


@pytest.mark.parametrize("state", [{}, {"timeline": "nowhere"}, {"timeline": 7, "created_at": "x"}, {"offset": None}])
def test_a_damaged_state_is_left_out(world, open_pane, state):
    world.posts(20)
    pane = open_pane()
    before = tops(pane)
    pane.restore_scroll_state(state)
    assert tops(pane) == before


def test_a_narrower_column_keeps_the_row_that_is_read(world, open_pane):
    for _ in range(60):
        world.post("some words that take more lines in a narrow column than in a wide one " * 3)
    pane = open_pane(width=620)
    pane._list.scroll_by(5_000)
    first = cards(pane)[0].post.id
    pane.window().resize(420, 800)
    assert cards(pane)[0].post.id == first


def test_the_scroll_bar_goes_to_the_oldest_and_back(world, open_pane):
    world.posts(300)
    pane = open_pane()
    bar = pane._list.verticalScrollBar()
    bar.setSliderPosition(bar.maximum())
    bar.triggerAction(bar.SliderAction.SliderMove)
    assert texts(pane)[-1] == "post number 0"
    bar.setSliderPosition(0)
    bar.triggerAction(bar.SliderAction.SliderMove)
    assert texts(pane)[0] == "post number 299"


def test_following_leaves_out_what_is_not_followed(world, open_pane):
    world.post("mine", by="me", author=Author("Mara Ek", "mara"))
    world.post("theirs")
    pane = open_pane()
    pane.set_timeline(Timeline.FOLLOWING)
    assert texts(pane) == ["theirs"]


def test_another_account_sees_its_own_likes(world, open_pane):
    post = world.post("liked")
    world.feed.set_liked("me", post, True)
    pane = open_pane()
    assert cards(pane)[0].post.liked
    pane.set_viewer(Viewer("you", partial(Author, "You", "you")))
    assert not cards(pane)[0].post.liked


def test_a_search_shows_what_it_finds_and_leads_back(world, open_pane, qtbot):
    world.posts(100)
    pane = open_pane()
    pane._list.scroll_by(4_000)
    there = tops(pane)
    pane.open_search()
    pane._header._field.setText("number 42")
    pane._header._field.did_submit.emit("number 42")
    assert texts(pane) == ["post number 42"]
    qtbot.keyClick(pane._header._field, Qt.Key.Key_Escape)
    pane._header._on_left()
    assert tops(pane) == there


def test_a_search_without_finds_says_so(world, open_pane):
    world.posts(5)
    pane = open_pane()
    pane.open_search()
    pane._header._field.setText("zebra")
    pane._header._field.did_submit.emit("zebra")
    assert pane._notice._notice.accessibleName() == "Nothing found"
    assert "zebra" in pane._notice._notice.accessibleDescription()


def test_a_post_that_was_deleted_elsewhere_leaves_the_list(world, open_pane):
    world.posts(3)
    pane = open_pane()
    gone = cards(pane)[1].post.id
    world.feed.delete("kitchen", gone)
    pane.refresh_post(gone)
    assert texts(pane) == ["post number 2", "post number 0"]


def test_the_last_post_that_leaves_gives_way_to_the_notice(world, open_pane):
    only = world.post("only", by="me", author=Author("Mara Ek", "mara"))
    pane = open_pane()
    world.feed.delete("me", only)
    pane.refresh_post(only)
    assert pane._faces.currentWidget() is pane._notice


def test_a_post_far_down_is_gone_to_and_focused_wherever_one_was(world, open_pane):
    first, *_ = world.posts(90)
    pane = open_pane()
    for where in (lambda: pane.set_timeline(Timeline.BOOKMARKS), lambda: pane._on_searched("number 89")):
        where()
        settle()
        assert pane.post_actions.show_post(first)
        settle()
        assert QApplication.focusWidget().post.id == first
        assert pane.scroll_state()["timeline"] == Timeline.FOR_YOU
        assert 0 <= QApplication.focusWidget().y() < pane._list.viewport().height()


def test_a_post_that_is_gone_is_not_gone_to(world, open_pane):
    first, *_ = world.posts(3)
    pane = open_pane()
    world.feed.delete("kitchen", first)
    assert not pane.post_actions.show_post(first)
    assert texts(pane) == ["post number 2", "post number 1", "post number 0"]
    assert pane.refused == []

from __future__ import annotations

from tests.ui.feed.conftest import cards, settle

from stoa.services.feed.posts import Author
from stoa.shell.feed.comments import CommentsSheet


def comments_of(pane) -> CommentsSheet:
    cards(pane)[0].controls.comment.click()
    settle()
    return pane.window().findChildren(CommentsSheet)[-1]


def test_a_comment_is_written_counted_and_deleted(world, open_pane):
    post = world.post("text")
    pane = open_pane()
    sheet = comments_of(pane)
    assert not sheet._send.isEnabled()
    sheet._field.setPlainText("Wonderful")
    sheet._send.click()
    assert [comment.text for comment in world.feed.comments(post)] == ["Wonderful"]
    assert cards(pane)[0].controls.comment.accessibleName() == "Comments, 1"
    sheet._rows.itemAt(0).widget().deleted.emit(world.feed.comments(post)[0].id)
    assert world.feed.comments(post) == []
    assert sheet._empty.isVisible()


def test_comments_are_read_a_page_at_a_time(world, open_pane):
    post = world.post("text")
    for number in range(40):
        world.feed.add_comment("kitchen", Author("K", "k"), post, f"comment {number}")
    sheet = comments_of(open_pane())
    assert sheet._rows.count() == 30
    sheet._more.click()
    assert sheet._rows.count() == 40
    assert sheet._more.isHidden()


def test_a_comment_too_long_says_by_how_much(world, open_pane):
    world.post("text")
    sheet = comments_of(open_pane())
    sheet._field.setPlainText("x" * 1003)
    assert sheet._wrong.text() == "Shorten it by 3 characters."
    assert not sheet._send.isEnabled()


def test_a_comment_under_a_deleted_post_is_refused(world, open_pane):
    post = world.post("text")
    sheet = comments_of(open_pane())
    world.feed.delete("kitchen", post)
    sheet._field.setPlainText("too late")
    sheet._send.click()
    assert "deleted" in sheet._wrong.text()
    assert sheet._field.text == "too late"

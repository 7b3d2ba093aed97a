from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from tests.ui.feed.conftest import ME, MINUTE, SHAKSHUKA, cards, settle, texts

from stoa.contract.errors import StoaError
from stoa.services.feed.posts import Author, Draft, Timeline
from stoa.services.surveys.api import Question, QuestionKind
from stoa.shell.feed.viewing import Sources, Viewer


def test_nothing_to_read_says_what_to_do(world, open_pane, qtbot):
    pane = open_pane()
    assert pane._faces.currentWidget() is pane._notice
    with qtbot.waitSignal(pane.compose_pressed):
        pane._notice._notice._button.click()
    pane.set_timeline(Timeline.FOLLOWING)
    with qtbot.waitSignal(pane.manage_following_pressed):
        pane._notice._notice._button.click()


def test_cards_in_outline_stand_until_there_is_a_store(world, open_pane):
    world.posts(3)
    pane = open_pane(Sources())
    assert pane._faces.currentWidget() is pane._skeleton
    pane.set_viewer(Viewer("me", lambda: ME), world.sources)
    assert texts(pane) == ["post number 2", "post number 1", "post number 0"]


class FailingFeed:
    """Reads until told not to."""

    def __init__(self, feed) -> None:
        self._feed = feed
        self.broken = True

    def __getattr__(self, name):
        if self.broken:
            raise StoaError("Free some space on the disk and try again.")
        return getattr(self._feed, name)


def test_an_unreadable_store_is_an_error_with_a_way_on(world, open_pane):
    world.posts(3)
    feed = FailingFeed(world.feed)
    pane = open_pane(Sources(feed, world.pictures))
    assert pane._notice._notice.accessibleDescription() == "Free some space on the disk and try again."
    feed.broken = False
    pane._notice._notice._button.click()
    assert len(texts(pane)) == 3


def test_an_error_while_scrolling_is_told_and_what_is_shown_stays(world, open_pane):
    world.posts(60)
    feed = FailingFeed(world.feed)
    feed.broken = False
    pane = open_pane(Sources(feed, world.pictures))
    feed.broken = True
    for _ in range(30):
        pane._list.scroll_by(600)
    settle()
    assert pane.refused == ["Free some space on the disk and try again."]
    assert texts(pane)


def test_times_move_on(world, open_pane):
    world.post("soon old")
    pane = open_pane()
    assert ", @kitchen · now" in cards(pane)[0].accessibleName()
    world.time[0] += 12 * MINUTE
    pane._ages.timeout.emit()
    assert ", @kitchen · 12 min" in cards(pane)[0].accessibleName()


def test_a_card_that_reads_the_same_by_now_is_left_alone(world, open_pane):
    world.post("of this morning")
    world.time[0] += 180 * MINUTE
    world.post("of just now")
    pane = open_pane()
    moves = []
    pane.did_scroll.connect(lambda: moves.append("moved"))
    new, old = (card._layout for card in cards(pane))
    world.time[0] += MINUTE // 2
    pane._ages.timeout.emit()
    assert [card._layout for card in cards(pane)] == [new, old]
    assert moves == []
    world.time[0] += MINUTE
    pane._ages.timeout.emit()
    newer, still = cards(pane)
    assert ", @kitchen · 1 min" in newer.accessibleName()
    assert still._layout is old
    assert moves == ["moved"]


def test_a_survey_closes_before_the_persons_eyes(world, open_pane):
    soup = Question(kind=QuestionKind.SINGLE, text="Soup or salad?", options=["Soup", "Salad"])
    world.survey(soup, closes_at=world.time[0] + 30 * MINUTE)
    pane = open_pane()
    before = QAccessible.queryAccessibleInterface(cards(pane)[0]).text(QAccessible.Text.Description)
    world.time[0] += 40 * MINUTE
    pane._ages.timeout.emit()
    after = QAccessible.queryAccessibleInterface(cards(pane)[0]).text(QAccessible.Text.Description)
    assert ("closes in" in before, "closed" in before) == (True, False)
    assert ("closes in" in after, "closed" in after) == (False, True)


def test_screen_readers_hear_a_list_of_posts(world, open_pane):
    world.post("Sunday shakshuka", jump=SHAKSHUKA)
    pane = open_pane()
    card = QAccessible.queryAccessibleInterface(cards(pane)[0])
    assert card.text(QAccessible.Text.Name).startswith("Post by Corner Kitchen, @kitchen")
    assert "Sunday shakshuka" in card.text(QAccessible.Text.Description)
    assert "Shakshuka for 2" in card.text(QAccessible.Text.Description)


def test_every_button_of_a_card_has_a_name(world, open_pane):
    world.post("text", jump=SHAKSHUKA)
    pane = open_pane()
    controls = cards(pane)[0].controls
    for button in (controls.like, controls.comment, controls.bookmark, controls.menu, controls.jump):
        assert button.accessibleName()


def test_a_change_of_theme_repaints_in_its_colours(world, open_pane, theme):
    world.post("text")
    pane = open_pane()
    light = pane._list.viewport().grab().toImage().pixelColor(3, 3)
    theme.set_mode("dark")
    settle()
    dark = pane._list.viewport().grab().toImage().pixelColor(3, 3)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_the_card_turns_round_in_a_right_to_left_language(world, open_pane):
    world.post("text", jump=SHAKSHUKA)
    pane = open_pane()
    card = cards(pane)[0]
    assert card.controls.like.x() < card.controls.bookmark.x()
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert card.controls.like.x() > card.controls.bookmark.x()


def test_a_draft_of_many_lines_is_folded_until_asked(world, open_pane):
    world.feed.publish("kitchen", Author("K", "k"), Draft("line\n" * 40))
    pane = open_pane()
    card = cards(pane)[0]
    folded = card.height()
    card.controls.more.click()
    assert cards(pane)[0].height() > folded
    assert card.controls.more.isHidden()

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.feed.conftest import ME, SHAKSHUKA, a_picture, cards, texts

from stoa.shell.feed.card_parts import HOVER_MS
from stoa.ui.menu import Menu
from stoa.ui.sheet import Sheet


def menu_texts(pane) -> dict[str, object]:
    menu = pane.findChildren(Menu)[-1]
    return {action.text(): action for action in menu.actions() if action.text()}


def test_a_like_is_kept_and_counted(world, open_pane):
    post = world.post("text")
    pane = open_pane()
    cards(pane)[0].controls.like.click()
    assert world.read(post).liked
    assert cards(pane)[0].controls.like.accessibleName() == "Unlike, 1"
    cards(pane)[0].controls.like.click()
    assert not world.read(post).liked


def test_a_bookmark_is_kept(world, open_pane):
    post = world.post("text")
    pane = open_pane()
    cards(pane)[0].controls.bookmark.click()
    assert world.read(post).bookmarked
    assert cards(pane)[0].controls.bookmark.accessibleName() == "Remove bookmark"


def test_the_jump_tells_where_it_leads_and_from_which_post(world, open_pane, qtbot):
    post = world.post("text", jump=SHAKSHUKA)
    pane = open_pane()
    with qtbot.waitSignal(pane.jump_pressed) as pressed:
        cards(pane)[0].controls.jump.click()
    jump, post_id = pressed.args
    assert (jump.app_id, jump.path, post_id) == ("org.stoa.recipes", "/r/1", post)


def test_a_jump_under_the_pointer_is_told_after_a_moment(world, open_pane, qtbot):
    world.post("text", jump=SHAKSHUKA)
    pane = open_pane()
    jump = cards(pane)[0].controls.jump
    with qtbot.waitSignal(pane.jump_hovered, timeout=2000) as hovered:
        jump.take_focus()
    assert hovered.args[0].title == "Shakshuka for 2"


def test_a_jump_that_is_being_pressed_is_told_before_the_button_comes_up(world, open_pane, qtbot):
    world.post("text", jump=SHAKSHUKA)
    pane = open_pane()
    jump = cards(pane)[0].controls.jump
    QTest.mousePress(jump, Qt.MouseButton.MiddleButton)
    assert jump._wait.interval() == HOVER_MS
    with qtbot.waitSignal(pane.jump_hovered), qtbot.assertNotEmitted(pane.jump_pressed):
        QTest.mousePress(jump, Qt.MouseButton.LeftButton)
        assert jump._wait.interval() == 0
    QCoreApplication.sendEvent(jump, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert jump._wait.interval() == HOVER_MS


def test_a_link_in_the_text_is_pressed_where_it_stands(world, open_pane, qtbot):
    world.post("https://example.org/shakshuka is a recipe, plain words are not")
    pane = open_pane()
    card = cards(pane)[0]
    body = card._layout.paragraphs[0].at.toPoint()
    with qtbot.waitSignal(pane.link_pressed) as pressed:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=body + QPoint(30, 10))
    assert pressed.args == ["https://example.org/shakshuka"]
    with qtbot.assertNotEmitted(pane.link_pressed):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=body + QPoint(330, 10))


def test_a_syndicated_post_leads_to_its_page(world, open_pane, qtbot):
    class Item:
        guid, published_at, text, url, picture = "1", world.time[0], "Tides", "https://blog.example/tides", None

    world.feed.follow("me", "https://blog.example/rss", "Harbour Notes", "blog.example")
    world.feed.publish_many("https://blog.example/rss", "Harbour Notes", "blog.example", [Item()])
    pane = open_pane()
    controls = cards(pane)[0].controls
    assert controls.jump.accessibleName() == "Open Read on Harbour Notes, blog.example"
    with qtbot.waitSignal(pane.link_pressed) as pressed:
        controls.jump.click()
    assert pressed.args == ["https://blog.example/tides"]


def test_a_syndicated_post_begins_with_its_title_and_an_own_one_does_not(world, open_pane):
    class Item:
        guid, published_at, text, url, picture = "1", world.time[0], "\N{OWL} Tides\nLow at noon.", None, None

    world.feed.follow("me", "https://blog.example/rss", "Harbour Notes", "blog.example")
    world.feed.publish_many("https://blog.example/rss", "Harbour Notes", "blog.example", [Item()])
    world.post("No title\nbut two lines")
    own, came = (card._layout.paragraphs[0].layout for card in cards(open_pane()))
    (title,) = came.formats()
    assert (title.start, title.length, title.format.fontWeight()) == (0, 8, 600)
    assert own.formats() == []


def test_a_narrow_jump_keeps_room_for_its_title(world, open_pane):
    world.post("Sunday", jump=SHAKSHUKA)
    jump = cards(open_pane(width=320))[0].controls.jump
    assert (jump._slim, len(jump._words)) == (True, 2)
    assert jump._words[0].text.text().startswith("Shakshuka")
    assert jump.accessibleName().startswith("Open Shakshuka for 2")
    assert not cards(open_pane())[0].controls.jump._slim


def test_the_menu_offers_what_suits_the_post(world, open_pane, qtbot):
    world.post("see https://example.org/a", by="me", author=ME)
    pane = open_pane()
    cards(pane)[0].controls.menu.click()
    items = menu_texts(pane)
    assert list(items) == ["Copy text", "Share to an app…", "Open example.org", "Delete post…"]
    items["Copy text"].trigger()
    assert QApplication.clipboard().text() == "see https://example.org/a"
    with qtbot.waitSignal(pane.share_to_app_pressed):
        items["Share to an app…"].trigger()
    with qtbot.waitSignal(pane.link_pressed):
        items["Open example.org"].trigger()


def test_deleting_asks_first(world, open_pane):
    post = world.post("mine", by="me", author=ME)
    world.post("other")
    pane = open_pane()
    for answer, left in ((False, ["other", "mine"]), (True, ["other"])):
        cards(pane)[1].controls.menu.click()
        menu_texts(pane)["Delete post…"].trigger()
        pane.window().findChildren(Sheet)[-1].answer(answer)
        assert texts(pane) == left
    assert world.feed.get("me", post) is None


def test_sample_posts_say_so_and_can_all_be_removed(world, open_pane, qtbot):
    class Planted:
        class author:  # noqa: N801 - stands for an attribute
            name, handle = "Hill Walkers", "hills"

        created_at, text, picture, jump, survey_id, likes, comments = world.time[0], "Ridge", None, None, None, 3, ()

    world.feed.plant(Planted())
    pane = open_pane()
    assert [chip.text for chip in cards(pane)[0]._layout.chips] == ["sample"]
    cards(pane)[0].controls.menu.click()
    with qtbot.waitSignal(pane.remove_starter_pressed):
        menu_texts(pane)["Remove all sample posts"].trigger()


def test_a_picture_appears_without_moving_anything(world, open_pane, qtbot):
    world.post("with a picture", picture=a_picture())
    pane = open_pane()
    card = cards(pane)[0]
    height, place = card.height(), card._layout.picture.center()
    qtbot.waitUntil(lambda: card.grab().toImage().pixelColor(place).red() > 140)
    assert card.height() == height

"""Screen readers go through the feed as it is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from tests.ui.feed.conftest import SHAKSHUKA, cards


@pytest.fixture(autouse=True)
def somebody_listens():
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def read(widget):
    """What is read of a widget's visible children, in order."""
    face = QAccessible.queryAccessibleInterface(widget)
    children = [face.child(index).object() for index in range(face.childCount())]
    return [child for child in children if not child.isHidden()]


def test_posts_are_read_from_top_to_bottom_wherever_their_cards_were_made(world, open_pane, qtbot):
    world.posts(60)
    pane = open_pane()
    for _ in range(7):
        QTest.keyClick(pane._list, Qt.Key.Key_PageDown)
    for _ in range(3):
        QTest.keyClick(pane._list, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: read(pane._list.viewport()) == cards(pane))
    seen = cards(pane)
    assert len(seen) > 2
    assert [card.y() for card in seen] == sorted(card.y() for card in seen)


def test_the_buttons_of_a_card_are_read_as_they_are_seen(world, open_pane):
    world.post("Sunday", jump=SHAKSHUKA)
    assert [part.accessibleName() for part in read(cards(open_pane())[0])] == [
        "More about this post",
        "Open Shakshuka for 2, Recipes \N{MIDDLE DOT} 20 min",
        "Like",
        "Comments",
        "Bookmark",
    ]

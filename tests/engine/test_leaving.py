"""A room that another one covers: hidden and without the keyboard at once, and its view goes a moment later."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from stoa.engine.deck import LAST_FRAME_MS


def test_a_covered_page_is_hidden_and_hears_no_keys_while_its_last_frame_is_taken(rooms):
    room, other = rooms.open(), rooms.open()
    rooms.pool.show(room)
    rooms.deck.activateWindow()
    room.view.setFocus()
    rooms.pool.show(other)
    assert (room.page.isVisible(), other.page.isVisible()) == (False, True)
    focused = QApplication.focusWidget()
    assert focused is None or not room.view.isAncestorOf(focused)
    rooms.until(room.view.isHidden)
    assert other.view.isVisible()


def test_a_page_chosen_again_before_its_view_has_gone_is_seen_and_stays(rooms):
    room, other = rooms.open(), rooms.open()
    rooms.pool.show(room)
    rooms.pool.show(other)
    assert not room.view.isHidden()
    rooms.pool.show(room)
    assert (room.page.isVisible(), other.page.isVisible()) == (True, False)
    rooms.until(other.view.isHidden, 50 * LAST_FRAME_MS)
    assert room.view.isVisible()
    assert rooms.run(room, "return document.visibilityState") == "visible"

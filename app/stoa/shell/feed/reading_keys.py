"""The keys of reading: J and K, Enter, L, B, and those that move the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from stoa.shell.feed.position import LINE, page_step
from stoa.shell.tab_order import LEADS_ITSELF

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from stoa.shell.feed.feed_list import FeedList
    from stoa.shell.feed.wishes import Wishes


class ReadingKeys:
    """Turns key presses into movements of a list and wishes for its current post."""

    def __init__(self, feed_list: FeedList, wishes: Wishes) -> None:
        self._list = feed_list
        self._wishes = wishes
        # Tab goes through the cards as they are seen, which the list knows.
        feed_list.setProperty(LEADS_ITSELF, True)
        key = Qt.Key
        self._moves: dict[int, Callable[[], None]] = {
            key.Key_J: lambda: self._step(1),
            key.Key_K: lambda: self._step(-1),
            key.Key_Down: lambda: feed_list.glide.by(LINE),
            key.Key_Up: lambda: feed_list.glide.by(-LINE),
            key.Key_PageDown: lambda: feed_list.glide.by(_page(feed_list)),
            key.Key_PageUp: lambda: feed_list.glide.by(-_page(feed_list)),
            key.Key_Home: feed_list.top_wanted.emit,
            key.Key_End: feed_list.show_last,
            key.Key_Return: self._jump,
            key.Key_Enter: self._jump,
            key.Key_L: lambda: self._wish("like_pressed"),
            key.Key_B: lambda: self._wish("bookmark_pressed"),
        }

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key stands for; whether it stands for anything."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space:
            back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._list.glide.by(-_page(self._list) if back else _page(self._list))
            return True
        move = self._moves.get(event.key())
        if move is None or modifiers:
            return False
        move()
        return True

    def _step(self, by: int) -> None:
        """Goes to the next or the previous row; from nowhere, to the first one that is in view from its top."""
        index = self._list.current_index()
        if index is None:
            rows = self._list.rows()
            if rows:
                whole = next((row for row in rows if row.top >= 0), rows[0])
                self._list.show_post(whole.index)
            return
        self._list.show_post(index + by)

    def _wish(self, name: str) -> None:
        index = self._list.current_index()
        if index is not None and self._list.position is not None:
            getattr(self._wishes, name).emit(self._list.position.window.posts[index])

    def _jump(self) -> None:
        self._wish("jump_pressed")


def _page(feed_list: FeedList) -> int:
    return page_step(feed_list.viewport().height())

"""The card widgets of a list: one for each row in view, handed from row to row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from stoa.shell.feed.card import CardWidget
from stoa.shell.feed.card_style import GAP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from stoa.shell.feed.deck import CardDeck
    from stoa.shell.feed.dressing import Dressing
    from stoa.shell.feed.position import Row
    from stoa.shell.feed.wishes import Wishes


class CardPool:
    """Cards lie in the view of ``area``, which takes the focus of a card that is taken away."""

    def __init__(self, dressing: Dressing, deck: CardDeck, wishes: Wishes, area: QAbstractScrollArea) -> None:
        self._dressing, self._deck, self._wishes = dressing, deck, wishes
        # Not the viewport itself: its Python side may be renewed at any time, as Qt made it and not we.
        self._area = area
        self._shown: dict[int, CardWidget] = {}
        self._spare: list[CardWidget] = []

    def card(self, post_id: int) -> CardWidget | None:
        """The card that shows a post."""
        return self._shown.get(post_id)

    def hand_out(self, rows: list[Row], width: int) -> None:
        """Gives each row its card; cards of rows that left are handed on, the rest hidden."""
        wanted = {row.post.id for row in rows}
        for post_id in [post_id for post_id in self._shown if post_id not in wanted]:
            self._spare.append(self._shown.pop(post_id))
        focus = QApplication.focusWidget()
        if focus is not None and any(card is focus or card.isAncestorOf(focus) for card in self._spare):
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        for row in rows:
            card = self._shown.get(row.post.id)
            if card is None:
                card = self._spare.pop() if self._spare else self._new_card()
                self._shown[row.post.id] = card
            content, layout = self._deck.card(row.post)
            card.show_post(content, layout, QRect(0, row.top, width, row.height + GAP))
        for card in self._spare:
            if not card.isHidden():
                card.hide()

    def _new_card(self) -> CardWidget:
        return CardWidget(self._dressing, self._wishes, self._area.viewport())

    def show_picture(self, picture_id: str) -> None:
        """Paints a picture that has become ready wherever it is shown."""
        for card in self._shown.values():
            card.show_picture(picture_id)

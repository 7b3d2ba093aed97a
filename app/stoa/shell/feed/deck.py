"""Cards ready to show: for each post its content and layout, kept while the row is near the view."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from stoa.shell.feed.card_layout import CardContent, CardLayout, lay_out
from stoa.shell.feed.wording import spoken_card

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.services.feed.posts import Post
    from stoa.shell.feed.dressing import Dressing
    from stoa.shell.feed.survey_book import SurveyBook

# A dozen screens; a layout with its shaped text is some 20 KB.
_KEPT = 64
_UNFOLDED_KEPT = 1000


class CardDeck:
    """Lays posts out at the present width. ``clock`` gives milliseconds since 1970 UTC."""

    def __init__(self, dressing: Dressing, surveys: SurveyBook, clock: Callable[[], int]) -> None:
        self._dressing = dressing
        self._surveys = surveys
        self._clock = clock
        self._width = 0
        self._made: OrderedDict[int, tuple[CardContent, CardLayout]] = OrderedDict()
        self._unfolded: OrderedDict[int, None] = OrderedDict()

    def set_width(self, width: int) -> bool:
        """Lays out for rows of ``width`` pixels from now on; whether that is a change."""
        changed = width != self._width
        self._width = width
        if changed:
            self._made.clear()
        return changed

    def card(self, post: Post) -> tuple[CardContent, CardLayout]:
        """A post's content and layout; the same objects as long as nothing changed."""
        made = self._made.get(post.id)
        if made is None or made[0].post is not post:
            content = self._content(post)
            made = self._made[post.id] = (content, lay_out(content, self._width, self._dressing.style))
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(post.id)
        return made

    def measure(self, post: Post) -> int:
        """The height of a post's card in pixels."""
        return self.card(post)[1].height

    def unfold(self, post: Post) -> None:
        """Shows the whole text of a post."""
        self._unfolded[post.id] = None
        if len(self._unfolded) > _UNFOLDED_KEPT:
            self._unfolded.popitem(last=False)
        self.forget(post.id)

    def forget(self, post_id: int) -> None:
        """Makes a post's card anew when it is next shown."""
        self._made.pop(post_id, None)

    def age(self) -> set[int]:
        """Makes anew the cards that read differently by now; the ids of their posts.

        A card tells whole minutes at most, and mostly hours or days: from one look to the next hardly any changes.
        """
        before = {post_id: content for post_id, (content, _layout) in self._made.items()}
        aged = {key for key, content in before.items() if _reads_differently(content, self._content(content.post))}
        for post_id in aged:
            self.forget(post_id)
        return aged

    def clear(self) -> None:
        """Makes all cards anew: the theme changed."""
        self._made.clear()

    def _content(self, post: Post) -> CardContent:
        now = self._clock()
        face = self._surveys.face(post.survey_id, now) if post.survey_id is not None else None
        picture_id = post.picture
        if picture_id is None and post.jump is not None:
            picture_id = post.jump.picture
        size = self._dressing.shelf.size_of(picture_id) if picture_id is not None else None
        return CardContent(
            post=post,
            face=face,
            survey_gone=post.survey_id is not None and face is None and self._surveys.source is not None,
            picture_id=picture_id if size is not None else None,
            picture_size=size,
            unfolded=post.id in self._unfolded,
            now=now,
        )


def _reads_differently(before: CardContent, now: CardContent) -> bool:
    """Whether a card has to be made anew. What is spoken of it holds every word that time changes."""
    if before != replace(now, now=before.now):
        return True
    return spoken_card(before.post, before.now, before.face) != spoken_card(now.post, now.now, now.face)

"""What is being read, as values that JSON can hold, and going back there. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stoa.services.feed.posts import Cursor

if TYPE_CHECKING:
    from stoa.shell.feed.position import Position

_KEYS = ("created_at", "id", "index", "offset")
# No date and no timeline is beyond this; what a damaged settings file holds may be.
_MOST = 2**53


def place_of(position: Position | None) -> dict[str, Any]:
    """The post at the top of the view and its offset; nothing at the newest post, which is where reading begins."""
    cursor = position.cursor() if position is not None else None
    if position is None or cursor is None or position.at_top:
        return {}
    numbers = (cursor.created_at, cursor.id, position.window.first + position.anchor, position.offset)
    return dict(zip(_KEYS, numbers, strict=True))


def return_to_place(position: Position | None, place: dict[str, Any]) -> bool:
    """Goes to a place told by ``place_of``; False, and no move, where it is incomplete or wrong.

    Raises:
        StoaError: the posts cannot be read.
    """
    if position is None or not position.window.posts:
        return False
    numbers = [place.get(key) for key in _KEYS]
    created_at, post_id, index, offset = (number if _plain(number) else None for number in numbers)
    if created_at is None or post_id is None or index is None or offset is None:
        return False
    position.return_to(Cursor(created_at, post_id), max(0, index), min(0, offset) if index else offset)
    return True


def _plain(number: object) -> bool:
    return type(number) is int and abs(number) < _MOST

"""A position over an invented timeline, with uneven rows."""

from __future__ import annotations

from stoa.shell.feed.position import Position, Spacing
from stoa.shell.feed.window import RowWindow
from tests.unit.shell_feed.timelines import Timeline, index_of

GAP, VIEW = 16, 800


def height_at(index: int) -> int:
    """Uneven heights between 100 and 499 px."""
    return 100 + index * 37 % 400


class Measured:
    """Measures posts and remembers which."""

    def __init__(self) -> None:
        self.indexes: list[int] = []

    def __call__(self, post: object) -> int:
        self.indexes.append(index_of(post))
        return height_at(index_of(post))


def reading(count: int, measure: object = None) -> Position:
    window = RowWindow(Timeline(count))
    window.open_newest()
    position = Position(window, measure or Measured(), Spacing(GAP, GAP, GAP))
    position.view_height = VIEW
    position.settle()
    return position


def place(position: Position) -> tuple[int, int]:
    """Timeline index of the anchor and the y of its top."""
    return index_of(position.window.posts[position.anchor]), position.offset

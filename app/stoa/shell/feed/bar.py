"""The scroll bar of a timeline whose rows are mostly unmeasured: by row count and mean height. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stoa.shell.feed.position import Position

# Qt's scroll bars are 32-bit ints; longer timelines move by more than a pixel a step.
BAR_MAX = 1_000_000_000


class Bar(NamedTuple):
    """What the scroll bar shows."""

    value: int
    maximum: int
    page: int


def bar_of(position: Position) -> Bar:
    """Where in the whole timeline the view is."""
    window = position.window
    unit, scale = _unit(position)
    page = max(1, round(position.view_height / scale))
    maximum = max(0, round(window.total * unit / scale) - page)
    if position.at_top or not window.posts:
        return Bar(0, maximum, page)
    if position.at_bottom:
        return Bar(maximum, maximum, page)
    height = position.height_of(window.posts[position.anchor]) + position.spacing.gap
    place = window.first + position.anchor + min(1.0, max(0.0, -position.offset / height))
    return Bar(min(maximum, max(1, round(place * unit / scale))), maximum, page)


def seek(position: Position, value: int) -> None:
    """Goes to where the bar was dragged."""
    window = position.window
    if value <= 0:
        window.open_newest()
        position.show(0, position.spacing.top)
        return
    if value >= bar_of(position).maximum:
        window.open_oldest()
        position.show(len(window.posts) - 1, 0)
        return
    unit, scale = _unit(position)
    place = value * scale / unit
    index = int(place)
    run = index - window.first
    if not 0 <= run < len(window.posts):
        window.open_near(index)
        run = min(max(0, index - window.first), max(0, len(window.posts) - 1))
    part = place - index
    height = position.height_of(window.posts[run]) + position.spacing.gap if window.posts else 0
    position.show(run, -round(part * height))


def _unit(position: Position) -> tuple[float, float]:
    """The mean height of a row with its gap, and how many pixels a step of the bar stands for."""
    unit = position.heights.mean + position.spacing.gap
    return unit, max(1.0, position.window.total * unit / BAR_MAX)

"""The heights of rows that were measured at the present width, and their mean for all the others. No Qt."""

from __future__ import annotations

from collections import OrderedDict

# Enough for scrolling back over an hour's reading; some 400 KB.
KEPT_HEIGHTS = 4096
# What a row is taken to have before any was measured, in pixels.
FIRST_GUESS = 320


class Heights:
    """Row heights in pixels by post id, the oldest measured forgotten first."""

    def __init__(self) -> None:
        self._heights: OrderedDict[int, int] = OrderedDict()
        self._sum = 0

    def __len__(self) -> int:
        return len(self._heights)

    def get(self, post_id: int) -> int | None:
        """The measured height, if there is one."""
        return self._heights.get(post_id)

    def put(self, post_id: int, height: int) -> None:
        """Remembers a measured height."""
        self.forget(post_id)
        self._heights[post_id] = height
        self._sum += height
        if len(self._heights) > KEPT_HEIGHTS:
            self._sum -= self._heights.popitem(last=False)[1]

    def forget(self, post_id: int) -> None:
        """Drops one row, because its content changed."""
        self._sum -= self._heights.pop(post_id, 0)

    def clear(self) -> None:
        """Drops all rows, because the width or the fonts changed."""
        self._heights.clear()
        self._sum = 0

    @property
    def mean(self) -> float:
        """The mean of the measured heights."""
        return self._sum / len(self._heights) if self._heights else float(FIRST_GUESS)

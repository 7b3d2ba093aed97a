"""Making any picture safe and small: decoded within limits, turned upright, metadata dropped, encoded anew."""

from __future__ import annotations

import hashlib

from stoa.records import Record
from stoa.services.feed.posts import FeedError

# The feed column is at most 620 px wide; 1600 px is sharp there on any screen.
LONGEST_PX = 1600
MOST_BYTES = 20 * 1024 * 1024


class Prepared(Record):
    """A picture ready to be kept. ``id`` is the SHA-256 of ``data`` in hex; sizes are pixels."""

    id: str
    data: bytes
    width: int
    height: int


def unchanged(png: bytes, side: int) -> Prepared:
    """A square picture of this program's own making, with ``side`` in pixels: there is nothing in it to be dropped."""
    return Prepared(hashlib.sha256(png).hexdigest(), png, side, side)


def prepared(data: bytes, longest: int = LONGEST_PX) -> Prepared:
    """The picture in ``data`` encoded anew, at most ``longest`` px on its long side.

    Takes up to some hundred milliseconds and touches nothing shared: call it in a thread where that matters.

    Raises:
        FeedError: too many bytes or pixels, an unknown format, or damaged data.
    """
    # Pillow takes long to import, and the window's first paint only reads pictures (decision 0006).
    from stoa.services.feed.decoding import encoded_anew  # noqa: PLC0415

    if len(data) > MOST_BYTES:
        raise FeedError(f"Choose a smaller picture: this one has more than {MOST_BYTES // 1024 // 1024} MB.")
    encoded, (width, height) = encoded_anew(data, longest)
    return Prepared(hashlib.sha256(encoded).hexdigest(), encoded, width, height)

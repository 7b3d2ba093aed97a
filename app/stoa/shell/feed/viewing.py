"""Who looks at the feed, and through what. No Qt."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.services.feed.posts import Author
    from stoa.shell.feed.sources import FeedSource, PictureSource, SurveySource


class Viewer(Record):
    """The account in front of the window. ``author`` tells how it appears under its own comments when it writes one."""

    account_id: str
    author: Callable[[], Author]


class Sources(Record):
    """The services the pane reads from; each may come later than the window."""

    feed: FeedSource | None = None
    pictures: PictureSource | None = None
    surveys: SurveySource | None = None


def wall_clock() -> int:
    """Milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000

"""Fills a database with invented posts, fast: ``python -m tests.support.many_posts FILE COUNT [ACCOUNT]``.

The posts are the same for the same count. Each is one minute older than the next, by one of 40 invented
syndicated feeds that the account follows, or by one of 10 invented accounts.
"""

from __future__ import annotations

import json
import random
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from stoa.database import open_database
from stoa.services.feed.author_store import author_row
from stoa.services.feed.posts import Author, Origin
from stoa.services.feed.store import FeedStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.database import Database

# 1 January 2026, 00:00 UTC: the time of the newest post.
NEWEST = 1_767_225_600_000
SPACING_MS = 60_000
_BATCH = 5000
# Frequencies fall as in real text: the first words are in nearly every post.
_COMMON = "the and to of in a is for with on this that from at we it you are new all".split()  # noqa: SIM905
_SYLLABLES = "ka lo mi ren ta vos ul pe dra sin qua fer no zi bel ho ma cri ot lan".split()  # noqa: SIM905
_INSERT = """
    INSERT INTO posts (created_at, author_id, text, guid, url, likes, jump_app, jump_app_name, jump_path, jump_title,
        jump_subtitle)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
        value ->> 8, value ->> 9, value ->> 10
    FROM json_each(?)
"""


def add_many_posts(db: Database, count: int, viewer: str = "viewer") -> None:
    """Add ``count`` invented posts to ``db``; the account ``viewer`` follows their feeds. About 50 µs each."""
    feed = FeedStore(db, lambda: NEWEST)
    for number in range(40):
        feed.follow(viewer, f"https://feed{number}.example/rss", f"Feed {number}", f"feed{number}.example")
    feeds = [row[0] for row in db.rows("SELECT id FROM feed_authors WHERE origin = 'syndicated' ORDER BY id")]
    people = [
        author_row(db, Origin.ACCOUNT, f"invented-{number}", Author(f"Person {number}", f"person{number}"))
        for number in range(10)
    ]
    rows = _rows(count, feeds, people)
    while batch := list(islice(rows, _BATCH)):
        with db.transaction():
            db.execute(_INSERT, (json.dumps(batch),))


def _rows(count: int, feeds: list[int], people: list[int]) -> Iterator[list[object]]:
    # Oldest first, so that the table grows at its end as in life.
    chance = random.Random(count)
    words = _COMMON + [_word(chance) for _ in range(min(20_000, 10 * count))]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    stock = chance.choices(words, weights, k=min(400_000, 100 * count + 1000))
    for age in range(count - 1, -1, -1):
        start, length = chance.randrange(len(stock) - 60), chance.randint(4, 50)
        text = " ".join(stock[start : start + length])
        syndicated = age % 5 != 0
        author = chance.choice(feeds if syndicated else people)
        origin = [f"guid-{age}", f"https://example.org/{age}"] if syndicated else [None, None]
        page = (
            ["org.stoa.recipes", "Recipes", f"/r/{age}", text[:40], "An invented page"] if age % 7 == 0 else [None] * 5
        )
        yield [NEWEST - age * SPACING_MS, author, text, *origin, age % 90, *page]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))


def main() -> None:
    """Fill the file named on the command line."""
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    db = open_database(path).database
    started = time.perf_counter()
    add_many_posts(db, count, *sys.argv[3:4])
    sys.stdout.write(f"{count} posts in {time.perf_counter() - started:.1f} s, {path.stat().st_size / 1e6:.0f} MB\n")
    db.close()


if __name__ == "__main__":
    main()

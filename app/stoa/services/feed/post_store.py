"""Writing posts: by people, from feeds, and the starter's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stoa.services.feed.author_store import author_row
from stoa.services.feed.parts import FeedPart
from stoa.services.feed.picture_store import PictureStore
from stoa.services.feed.pictures import prepared
from stoa.services.feed.posts import (
    TEXT_MAX_CHARS,
    Author,
    Draft,
    Jump,
    Origin,
    checked_comment,
    checked_draft,
    clean,
    item_time,
    own_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stoa.database import Clock, Database
    from stoa.services.feed.arrivals import Item, StarterPost

_INSERT = """
    INSERT INTO posts (
        created_at, author_id, text, picture, survey_id, url, guid, likes,
        jump_app, jump_app_name, jump_path, jump_title, jump_subtitle, jump_picture
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
# The first free time from :at on; times are unique, and feeds that tell only the day put many on one.
_FREE_TIME = """
    SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM posts WHERE created_at = :at) THEN :at ELSE (
        SELECT p.created_at + 1 FROM posts p WHERE p.created_at >= :at
            AND NOT EXISTS (SELECT 1 FROM posts q WHERE q.created_at = p.created_at + 1)
        ORDER BY p.created_at LIMIT 1
    ) END
"""
_TIDY_PAGES = 16


class PostStore(FeedPart):
    """What makes and removes posts. Each call is one transaction."""

    def __init__(self, db: Database, clock: Clock) -> None:
        super().__init__(db, clock)
        self._pictures = PictureStore(db)

    def publish(self, account_id: str, author: Author, draft: Draft) -> int:
        """Post a draft and give the post's id; it is newer than every other post.

        Raises:
            FeedError: the draft is empty, too long, or its picture cannot be read.
        """
        checked = checked_draft(draft)
        # Pictures first: decoding takes long, and a transaction keeps others from writing.
        picture = prepared(checked.picture) if isinstance(checked.picture, bytes) else checked.picture
        card = prepared(checked.jump_picture) if isinstance(checked.jump_picture, bytes) else checked.jump_picture
        with self._db.transaction():
            jump = checked.jump
            if jump and card:
                jump = Jump(jump.app_id, jump.app_name, jump.path, jump.title, jump.subtitle, self._pictures.put(card))
            return self._insert(
                own_time(self._clock(), self._newest()),
                author_row(self._db, Origin.ACCOUNT, account_id, author),
                Draft(checked.text, None, jump, None, checked.survey_id),
                picture=self._pictures.put(picture) if picture else None,
            )

    def publish_many(self, source: str, name: str, handle: str, items: Sequence[Item]) -> int:
        """Post the entries of the feed at ``source`` that are not there yet, and give how many those were.

        ``items`` come newest first; entries published at the same moment keep that order.
        """
        with self._db.transaction():
            author_id = author_row(self._db, Origin.SYNDICATED, source, Author(name, handle))
            known = self.known_guids(source, [item.guid for item in items])
            count = 0
            for item in reversed(items):
                text = clean(item.text)[:TEXT_MAX_CHARS]
                if item.guid in known or not (text or item.picture):
                    continue
                known.add(item.guid)
                at = self._free_time(item_time(item.published_at, self._clock(), self._newest()))
                self._insert(at, author_id, Draft(text), picture=item.picture, url=item.url, guid=item.guid)
                count += 1
            return count

    def known_guids(self, source: str, guids: Iterable[str]) -> set[str]:
        """Which of the entries of the feed at ``source`` are posts already."""
        rows = self._db.rows(
            """
            SELECT p.guid FROM feed_authors a CROSS JOIN json_each(?) g
            CROSS JOIN posts p ON p.author_id = a.id AND p.guid = g.value
            WHERE a.origin = 'syndicated' AND a.key = ?
            """,
            (json.dumps(list(guids)), source),
        )
        return {guid for (guid,) in rows}

    def delete(self, account_id: str, post_id: int) -> bool:
        """Remove a post of the account with all that hangs on it; False when it is not the account's or is gone."""
        sql = """
            DELETE FROM posts WHERE id = ?
                AND author_id = (SELECT id FROM feed_authors WHERE origin = 'account' AND key = ?)
        """
        with self._db.transaction():
            return self._db.execute(sql, (post_id, account_id)) > 0

    def plant(self, post: StarterPost) -> int:
        """Add an invented post and its comments, and give its id. Removed by `remove_starter`."""
        page = post.jump
        jump = Jump(page.app_id, page.app_name, page.path, page.title, page.subtitle) if page else None
        checked = checked_draft(Draft(post.text, post.picture, jump, None, post.survey_id))
        with self._db.transaction():
            post_id = self._insert(
                self._free_time(post.created_at),
                self._starter_author(post.author.name, post.author.handle),
                checked,
                picture=self._pictures.put(post.picture) if post.picture else None,
                likes=post.likes,
            )
            for number, comment in enumerate(post.comments, start=1):
                author_id = self._starter_author(comment.author.name, comment.author.handle)
                self._db.execute(
                    "INSERT INTO post_comments (post_id, created_at, author_id, text) VALUES (?, ?, ?, ?)",
                    (post_id, post.created_at + number, author_id, checked_comment(comment.text)),
                )
            return post_id

    def remove_starter(self) -> int:
        """Remove all starter posts and their authors, and give how many posts there were."""
        with self._db.transaction():
            count = self._starter_count()
            self._db.execute("DELETE FROM feed_authors WHERE origin = 'starter'")
            return count

    def has_starter(self) -> bool:
        """Whether any starter post is there."""
        return self._starter_count() > 0

    def tidy(self) -> bool:
        """Merge a little of the search index, about 2 ms of work, and tell whether there is more.

        Call it while nobody waits, until it says no: searching gets faster, and posting is never held up.
        """
        before = self._written()
        self._db.execute("INSERT INTO post_search (post_search, rank) VALUES ('merge', ?)", (_TIDY_PAGES,))
        # One row is the command itself (SQLite FTS5, "The 'merge' Command").
        return self._written() - before >= 2

    def _written(self) -> int:
        row = self._db.row("SELECT total_changes()")
        return int(row[0]) if row else 0

    def _starter_count(self) -> int:
        row = self._db.row("SELECT coalesce(sum(posts), 0) FROM feed_authors WHERE origin = 'starter'")
        return int(row[0]) if row else 0

    def _starter_author(self, name: str, handle: str) -> int:
        return author_row(self._db, Origin.STARTER, handle, Author(name, handle))

    def _newest(self) -> int | None:
        row = self._db.row("SELECT max(created_at) FROM posts")
        return None if row is None else row[0]

    def _free_time(self, at: int) -> int:
        row = self._db.row(_FREE_TIME, {"at": at})
        return int(row[0]) if row else at

    def _insert(
        self,
        at: int,
        author_id: int,
        draft: Draft,
        *,
        picture: str | None,
        url: str | None = None,
        guid: str | None = None,
        likes: int = 0,
    ) -> int:
        jump = draft.jump
        page = (jump.app_id, jump.app_name, jump.path, jump.title, jump.subtitle, jump.picture) if jump else (None,) * 6
        return self._db.insert(_INSERT, (at, author_id, draft.text, picture, draft.survey_id, url, guid, likes, *page))

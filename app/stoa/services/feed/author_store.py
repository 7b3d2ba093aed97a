# ruff: noqa: S608 - the statements are put together from constants of this module; values are always bound
"""Who posts, and which syndicated authors an account reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.services.feed.parts import FeedPart
from stoa.services.feed.posts import Author, Origin, clean

if TYPE_CHECKING:
    from stoa.database import Database

NAME_MAX_CHARS = 120


class AuthorStore(FeedPart):
    """The authors of the feed. A syndicated author's key is its feed's address."""

    def set_author(self, account_id: str, author: Author) -> None:
        """Show an account under its new name, handle and picture on all it posted."""
        if self._db.row("SELECT 1 FROM feed_authors WHERE origin = 'account' AND key = ?", (account_id,)):
            author_row(self._db, Origin.ACCOUNT, account_id, author)

    def follow(self, account_id: str, source: str, name: str, handle: str) -> None:
        """Show the items of the feed at ``source`` to the account from now on."""
        with self._db.transaction():
            author_id = author_row(self._db, Origin.SYNDICATED, source, Author(name, handle))
            self._db.execute(
                "INSERT INTO feed_follows (account_id, author_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (account_id, author_id),
            )

    def unfollow(self, account_id: str, source: str) -> None:
        """Stop showing them. When nobody reads the feed any more, its posts go, but for bookmarked ones."""
        with self._db.transaction():
            self._db.execute(
                """
                DELETE FROM feed_follows WHERE account_id = ?
                    AND author_id = (SELECT id FROM feed_authors WHERE origin = 'syndicated' AND key = ?)
                """,
                (account_id, source),
            )
            self._remove_unread()

    def _remove_unread(self) -> None:
        unread = """
            SELECT id FROM feed_authors WHERE origin = 'syndicated'
                AND NOT EXISTS (SELECT 1 FROM feed_follows f WHERE f.author_id = feed_authors.id)
        """
        self._db.execute(
            f"""
            DELETE FROM posts WHERE author_id IN ({unread})
                AND NOT EXISTS (SELECT 1 FROM post_bookmarks b WHERE b.post_id = posts.id)
            """
        )
        self._db.execute(f"DELETE FROM feed_authors WHERE posts = 0 AND id IN ({unread})")


def author_row(db: Database, origin: Origin, key: str, author: Author) -> int:
    """The row of an author, made or brought up to date."""
    row = db.row(
        """
        INSERT INTO feed_authors (origin, key, name, handle, picture) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (origin, key) DO UPDATE
            SET name = excluded.name, handle = excluded.handle, picture = excluded.picture
        RETURNING id
        """,
        (origin.value, key, clean(author.name)[:NAME_MAX_CHARS], clean(author.handle)[:NAME_MAX_CHARS], author.picture),
    )
    assert row is not None, "an upsert with RETURNING gives its row"
    return int(row[0])

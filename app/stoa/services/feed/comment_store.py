"""What is said under posts."""

from __future__ import annotations

from stoa.services.feed.author_store import author_row
from stoa.services.feed.parts import FeedPart
from stoa.services.feed.posts import Author, Comment, Cursor, FeedError, Origin, checked_comment, own_time, page_size


class CommentStore(FeedPart):
    """Comments, oldest first, as a conversation is read."""

    def comments(self, post_id: int, after: Cursor | None = None, limit: int = 50) -> list[Comment]:
        """The oldest comments newer than ``after``, at most 200."""
        at, last = after or Cursor(-1, 0)
        rows = self._db.rows(
            """
            SELECT c.id, c.created_at, a.name, a.handle, a.picture, a.origin, a.key, c.text
            FROM post_comments c CROSS JOIN feed_authors a ON a.id = c.author_id
            WHERE c.post_id = ? AND (c.created_at, c.id) > (?, ?) ORDER BY c.created_at, c.id LIMIT ?
            """,
            (post_id, at, last, page_size(limit)),
        )
        return [
            Comment(
                id=comment_id,
                post_id=post_id,
                created_at=created_at,
                author=Author(name, handle, picture),
                account_id=key if origin == Origin.ACCOUNT else None,
                text=text,
            )
            for comment_id, created_at, name, handle, picture, origin, key, text in rows
        ]

    def add_comment(self, account_id: str, author: Author, post_id: int, text: str) -> int:
        """Say something under a post and give the comment's id; it comes after all there are.

        Raises:
            FeedError: the text is empty or too long, or the post is gone.
        """
        checked = checked_comment(text)
        with self._db.transaction():
            row = self._db.row(
                """
                SELECT (SELECT max(created_at) FROM post_comments WHERE post_id = posts.id)
                FROM posts WHERE id = ?
                """,
                (post_id,),
            )
            if row is None:
                raise FeedError("This post was deleted, so it takes no more comments.")
            return self._db.insert(
                "INSERT INTO post_comments (post_id, created_at, author_id, text) VALUES (?, ?, ?, ?)",
                (
                    post_id,
                    own_time(self._clock(), row[0]),
                    author_row(self._db, Origin.ACCOUNT, account_id, author),
                    checked,
                ),
            )

    def delete_comment(self, account_id: str, comment_id: int) -> bool:
        """Remove a comment by the account, or one under a post by the account; False when it is neither or is gone."""
        sql = """
            DELETE FROM post_comments WHERE id = :comment AND EXISTS (
                SELECT 1 FROM feed_authors a WHERE a.origin = 'account' AND a.key = :account AND a.id IN (
                    post_comments.author_id, (SELECT author_id FROM posts WHERE id = post_comments.post_id)
                )
            )
        """
        with self._db.transaction():
            return self._db.execute(sql, {"comment": comment_id, "account": account_id}) > 0

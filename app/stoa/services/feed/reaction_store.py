"""What an account does to posts: likes and bookmarks."""

from __future__ import annotations

from stoa.services.feed.parts import FeedPart


class ReactionStore(FeedPart):
    """Likes and bookmarks; each method tells whether anything changed, which it does not for a post that is gone."""

    def set_liked(self, account_id: str, post_id: int, liked: bool) -> bool:  # noqa: FBT001 - the state itself
        """Like a post, or take that back."""
        if liked:
            sql = """
                INSERT INTO post_likes (post_id, account_id, created_at)
                SELECT id, :account, :now FROM posts WHERE id = :post ON CONFLICT DO NOTHING
            """
        else:
            sql = "DELETE FROM post_likes WHERE post_id = :post AND account_id = :account"
        return self._changed(sql, account_id, post_id)

    def set_bookmarked(self, account_id: str, post_id: int, bookmarked: bool) -> bool:  # noqa: FBT001 - the state itself
        """Bookmark a post, or take that back."""
        if bookmarked:
            sql = """
                INSERT INTO post_bookmarks (account_id, created_at, post_id)
                SELECT :account, created_at, id FROM posts WHERE id = :post ON CONFLICT DO NOTHING
            """
        else:
            sql = "DELETE FROM post_bookmarks WHERE post_id = :post AND account_id = :account"
        return self._changed(sql, account_id, post_id)

    def _changed(self, sql: str, account_id: str, post_id: int) -> bool:
        values = {"account": account_id, "post": post_id, "now": self._clock()}
        with self._db.transaction():
            return self._db.execute(sql, values) > 0

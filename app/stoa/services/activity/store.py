"""Reading the activity table, which triggers fill in the transaction of each like, comment and vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.services.activity.deeds import Deed, DeedKind

if TYPE_CHECKING:
    from stoa.database import Database


class ActivityStore:
    """What others did with what an account posted: the newest 500, those of removed posts left out."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def newest(self, account_id: str, limit: int = 100) -> list[Deed]:
        """The newest deeds first, in the order they were done, whatever the clock said."""
        rows = self._db.rows(
            """
            SELECT d.id, d.kind, d.actor_id, d.post_id, d.survey_id, substr(coalesce(c.text, p.text, ''), 1, 200),
                d.at, d.times, d.read
            FROM activity d LEFT JOIN posts p ON p.id = d.post_id LEFT JOIN post_comments c ON c.id = d.comment_id
            WHERE d.account_id = ? ORDER BY d.id DESC LIMIT ?
            """,
            (account_id, max(0, limit)),
        )
        return [
            Deed(deed_id, DeedKind(kind), actor, post_id, survey_id, text, at, times, bool(read))
            for deed_id, kind, actor, post_id, survey_id, text, at, times, read in rows
        ]

    def unread(self, account_id: str) -> int:
        """How many deeds the account has not looked at."""
        row = self._db.row("SELECT count(*) FROM activity WHERE account_id = ? AND read = 0", (account_id,))
        return int(row[0]) if row else 0

    def mark_read(self, account_id: str) -> None:
        """Take all of them for looked at."""
        self._db.execute("UPDATE activity SET read = 1 WHERE account_id = ? AND read = 0", (account_id,))

"""Which account reads which feed, and how each feed is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.services.syndication.feeds import Feed, Subscription

if TYPE_CHECKING:
    from stoa.database import Database

_SUBSCRIPTIONS = """
    SELECT s.id, s.account_id, f.url, f.title, f.site, f.state, f.last_ok, f.next_try
    FROM subscriptions s JOIN syndicated_feeds f ON f.id = s.feed_id WHERE s.account_id = ?
"""
_FEEDS = "SELECT id, url, title, site, etag, modified, failures FROM syndicated_feeds "


class SubscriptionStore:
    """Feeds and subscriptions. A feed is kept once for all accounts and goes with its last subscription."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def subscribe(self, account_id: str, url: str, title: str, site: str = "") -> Subscription:
        """Let an account read the feed at ``url``; again for one it reads already changes nothing."""
        with self._db.transaction():
            self._db.execute(
                "INSERT INTO syndicated_feeds (url, title, site) VALUES (?, ?, ?) ON CONFLICT (url) DO NOTHING",
                (url, title, site),
            )
            self._db.execute(
                "INSERT INTO subscriptions (account_id, feed_id) SELECT ?, id FROM syndicated_feeds WHERE url = ?"
                " ON CONFLICT DO NOTHING",
                (account_id, url),
            )
            row = self._db.row(_SUBSCRIPTIONS + "AND f.url = ?", (account_id, url))
        assert row is not None, "the row was written in the same transaction"
        return Subscription(*row)

    def unsubscribe(self, account_id: str, subscription_id: int) -> str | None:
        """Stop, and give the feed's address; None where the subscription is not the account's or is gone."""
        with self._db.transaction():
            row = self._db.row(_SUBSCRIPTIONS + "AND s.id = ?", (account_id, subscription_id))
            if row is None:
                return None
            self._db.execute("DELETE FROM subscriptions WHERE id = ?", (subscription_id,))
        return Subscription(*row).url

    def all(self, account_id: str) -> list[Subscription]:
        """What the account reads, by title."""
        rows = self._db.rows(_SUBSCRIPTIONS + "ORDER BY f.title COLLATE NOCASE, s.id", (account_id,))
        return [Subscription(*row) for row in rows]

    def due(self, now: int, longest_wait: int) -> list[Feed]:
        """The feeds to fetch, longest due first. A time more than ``longest_wait`` ms ahead is due as well."""
        rows = self._db.rows(
            _FEEDS + "WHERE next_try <= ? OR next_try > ? ORDER BY next_try, id", (now, now + longest_wait)
        )
        return [Feed(*row) for row in rows]

    def feed(self, url: str) -> Feed | None:
        """The feed at an address, where anybody reads it."""
        row = self._db.row(_FEEDS + "WHERE url = ?", (url,))
        return Feed(*row) if row else None

    def succeeded(self, feed: Feed, now: int, next_try: int) -> None:
        """Write down a good answer with the title, site and validators of ``feed``."""
        self._db.execute(
            """
            UPDATE syndicated_feeds SET title = ?, site = ?, etag = ?, modified = ?, state = NULL, failures = 0,
                last_ok = ?, next_try = ? WHERE id = ?
            """,
            (feed.title, feed.site, feed.etag, feed.modified, now, next_try, feed.id),
        )

    def failed(self, feed_id: int, state: str, next_try: int) -> None:
        """Write down what is wrong."""
        self._db.execute(
            "UPDATE syndicated_feeds SET state = ?, failures = failures + 1, next_try = ? WHERE id = ?",
            (state, next_try, feed_id),
        )

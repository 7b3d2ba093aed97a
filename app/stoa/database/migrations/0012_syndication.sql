-- Feeds by address, each fetched once for all accounts that read it. state: what is wrong, as a sentence.
-- Times are milliseconds since 1970 UTC; next_try is when to fetch again, failures how often it went wrong in a row.
CREATE TABLE syndicated_feeds (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    url      TEXT NOT NULL UNIQUE,
    title    TEXT NOT NULL,
    site     TEXT NOT NULL,
    etag     TEXT,
    modified TEXT,
    state    TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    last_ok  INTEGER,
    next_try INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX syndicated_feeds_by_time ON syndicated_feeds (next_try);

CREATE TABLE subscriptions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL,
    feed_id    INTEGER NOT NULL REFERENCES syndicated_feeds (id) ON DELETE CASCADE,
    UNIQUE (account_id, feed_id)
) STRICT;
CREATE INDEX subscriptions_by_feed ON subscriptions (feed_id);

-- A feed nobody reads is not fetched any more.
CREATE TRIGGER subscriptions_deleted AFTER DELETE ON subscriptions BEGIN
    DELETE FROM syndicated_feeds WHERE id = old.feed_id
        AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE feed_id = old.feed_id);
END;

CREATE TRIGGER accounts_deleted_from_subscriptions AFTER DELETE ON accounts BEGIN
    DELETE FROM subscriptions WHERE account_id = old.id;
END;

-- Pictures of posts, cards and authors, each once. id: SHA-256 of data, in hex.
CREATE TABLE pictures (
    id     TEXT PRIMARY KEY,
    data   BLOB NOT NULL,
    width  INTEGER NOT NULL,
    height INTEGER NOT NULL
) STRICT;

-- Who posts. key: the account's id, the feed's address, or the starter author's handle.
-- posts: how many there are, kept by triggers, so that counting a timeline reads one row per author.
CREATE TABLE feed_authors (
    id      INTEGER PRIMARY KEY,
    origin  TEXT NOT NULL CHECK (origin IN ('account', 'starter', 'syndicated')),
    key     TEXT NOT NULL,
    name    TEXT NOT NULL,
    handle  TEXT NOT NULL,
    picture TEXT,
    posts   INTEGER NOT NULL DEFAULT 0,
    UNIQUE (origin, key)
) STRICT;
CREATE INDEX feed_authors_by_picture ON feed_authors (picture) WHERE picture IS NOT NULL;

-- created_at is unique: it orders the feed on its own, and it is the row's number in the search index, so that
-- search gives the newest first without sorting.
CREATE TABLE posts (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at    INTEGER NOT NULL UNIQUE,
    author_id     INTEGER NOT NULL REFERENCES feed_authors (id) ON DELETE CASCADE,
    text          TEXT NOT NULL,
    picture       TEXT,
    survey_id     TEXT,
    url           TEXT,
    guid          TEXT,
    jump_app      TEXT,
    jump_app_name TEXT,
    jump_path     TEXT,
    jump_title    TEXT,
    jump_subtitle TEXT,
    jump_picture  TEXT,
    likes         INTEGER NOT NULL DEFAULT 0,
    comments      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX posts_by_author ON posts (author_id, created_at);
CREATE UNIQUE INDEX posts_by_guid ON posts (author_id, guid) WHERE guid IS NOT NULL;
CREATE INDEX posts_by_survey ON posts (survey_id) WHERE survey_id IS NOT NULL;
CREATE INDEX posts_by_picture ON posts (picture) WHERE picture IS NOT NULL;
CREATE INDEX posts_by_jump_picture ON posts (jump_picture) WHERE jump_picture IS NOT NULL;

-- rowid: the post's created_at. Holds no text of its own.
CREATE VIRTUAL TABLE post_search USING fts5 (
    body, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
);

-- The index merges its parts now and then in the middle of an insert, which then takes 20 to 80 ms at 100,000 posts.
-- So it is left to PostStore.tidy, in small steps while nobody waits; at 64 parts it happens on its own all the same.
INSERT INTO post_search (post_search, rank) VALUES ('automerge', 0);
INSERT INTO post_search (post_search, rank) VALUES ('crisismerge', 64);

CREATE TABLE post_likes (
    post_id    INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (post_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_likes_by_account ON post_likes (account_id);

-- created_at is the post's, so that bookmarks page like any timeline.
CREATE TABLE post_bookmarks (
    account_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    post_id    INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    PRIMARY KEY (account_id, created_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_bookmarks_by_post ON post_bookmarks (post_id);

CREATE TABLE post_comments (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id    INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    author_id  INTEGER NOT NULL REFERENCES feed_authors (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
) STRICT;
CREATE INDEX post_comments_by_post ON post_comments (post_id, created_at);
CREATE INDEX post_comments_by_author ON post_comments (author_id);

-- Which syndicated authors an account reads.
CREATE TABLE feed_follows (
    account_id TEXT NOT NULL,
    author_id  INTEGER NOT NULL REFERENCES feed_authors (id) ON DELETE CASCADE,
    PRIMARY KEY (account_id, author_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_follows_by_author ON feed_follows (author_id);

CREATE TRIGGER posts_inserted AFTER INSERT ON posts BEGIN
    UPDATE feed_authors SET posts = posts + 1 WHERE id = new.author_id;
    INSERT INTO post_search (rowid, body)
    SELECT new.created_at, concat_ws(' ', new.text, new.jump_title, new.jump_subtitle, new.jump_app_name, name)
    FROM feed_authors WHERE id = new.author_id;
END;

CREATE TRIGGER posts_deleted AFTER DELETE ON posts BEGIN
    UPDATE feed_authors SET posts = posts - 1 WHERE id = old.author_id;
    DELETE FROM post_search WHERE rowid = old.created_at;
    DELETE FROM pictures WHERE id IN (old.picture, old.jump_picture)
        AND NOT EXISTS (SELECT 1 FROM posts WHERE picture = pictures.id)
        AND NOT EXISTS (SELECT 1 FROM posts WHERE jump_picture = pictures.id)
        AND NOT EXISTS (SELECT 1 FROM feed_authors WHERE picture = pictures.id);
END;

CREATE TRIGGER feed_authors_pictured AFTER UPDATE OF picture ON feed_authors WHEN old.picture IS NOT new.picture BEGIN
    DELETE FROM pictures WHERE id = old.picture
        AND NOT EXISTS (SELECT 1 FROM posts WHERE picture = pictures.id)
        AND NOT EXISTS (SELECT 1 FROM posts WHERE jump_picture = pictures.id)
        AND NOT EXISTS (SELECT 1 FROM feed_authors WHERE picture = pictures.id);
END;

CREATE TRIGGER feed_authors_deleted AFTER DELETE ON feed_authors WHEN old.picture IS NOT NULL BEGIN
    DELETE FROM pictures WHERE id = old.picture
        AND NOT EXISTS (SELECT 1 FROM posts WHERE picture = pictures.id)
        AND NOT EXISTS (SELECT 1 FROM posts WHERE jump_picture = pictures.id)
        AND NOT EXISTS (SELECT 1 FROM feed_authors WHERE picture = pictures.id);
END;

CREATE TRIGGER post_likes_inserted AFTER INSERT ON post_likes BEGIN
    UPDATE posts SET likes = likes + 1 WHERE id = new.post_id;
END;

CREATE TRIGGER post_likes_deleted AFTER DELETE ON post_likes BEGIN
    UPDATE posts SET likes = likes - 1 WHERE id = old.post_id;
END;

CREATE TRIGGER post_comments_inserted AFTER INSERT ON post_comments BEGIN
    UPDATE posts SET comments = comments + 1 WHERE id = new.post_id;
END;

CREATE TRIGGER post_comments_deleted AFTER DELETE ON post_comments BEGIN
    UPDATE posts SET comments = comments - 1 WHERE id = old.post_id;
END;

CREATE TRIGGER accounts_deleted_from_feed AFTER DELETE ON accounts BEGIN
    DELETE FROM feed_authors WHERE origin = 'account' AND key = old.id;
    DELETE FROM post_likes WHERE account_id = old.id;
    DELETE FROM post_bookmarks WHERE account_id = old.id;
    DELETE FROM feed_follows WHERE account_id = old.id;
END;

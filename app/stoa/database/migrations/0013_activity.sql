-- What others did with what an account posted, filled by triggers in the transaction of the deed itself.
-- actor_id: who; NULL in an anonymous survey. times: how many votes since the account last looked.
CREATE TABLE activity (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('like', 'comment', 'vote')),
    actor_id   TEXT,
    post_id    INTEGER REFERENCES posts (id) ON DELETE CASCADE,
    comment_id INTEGER REFERENCES post_comments (id) ON DELETE CASCADE,
    survey_id  TEXT REFERENCES surveys (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    times      INTEGER NOT NULL DEFAULT 1,
    read       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX activity_by_account ON activity (account_id, id);
CREATE INDEX activity_unread ON activity (account_id) WHERE read = 0;
CREATE INDEX activity_by_post ON activity (post_id);
CREATE INDEX activity_by_comment ON activity (comment_id);
CREATE INDEX activity_by_survey ON activity (survey_id);

-- The newest 500 of an account are kept.
CREATE TRIGGER activity_inserted AFTER INSERT ON activity BEGIN
    DELETE FROM activity WHERE account_id = new.account_id AND id <= (
        SELECT id FROM activity WHERE account_id = new.account_id ORDER BY id DESC LIMIT 1 OFFSET 500
    );
END;

CREATE TRIGGER activity_of_likes AFTER INSERT ON post_likes BEGIN
    INSERT INTO activity (account_id, kind, actor_id, post_id, at)
    SELECT a.key, 'like', new.account_id, new.post_id, new.created_at
    FROM posts p JOIN feed_authors a ON a.id = p.author_id
    WHERE p.id = new.post_id AND a.origin = 'account' AND a.key <> new.account_id;
END;

CREATE TRIGGER activity_of_likes_taken_back AFTER DELETE ON post_likes BEGIN
    DELETE FROM activity WHERE kind = 'like' AND post_id = old.post_id AND actor_id = old.account_id;
END;

CREATE TRIGGER activity_of_comments AFTER INSERT ON post_comments BEGIN
    INSERT INTO activity (account_id, kind, actor_id, post_id, comment_id, at)
    SELECT owner.key, 'comment', actor.key, new.post_id, new.id, new.created_at
    FROM posts p JOIN feed_authors owner ON owner.id = p.author_id JOIN feed_authors actor ON actor.id = new.author_id
    WHERE p.id = new.post_id AND owner.origin = 'account' AND actor.origin = 'account' AND owner.id <> actor.id;
END;

-- All votes in one survey are one entry, which comes to the top with each.
CREATE TRIGGER activity_of_votes AFTER INSERT ON survey_votes BEGIN
    INSERT INTO activity (account_id, kind, actor_id, survey_id, post_id, at, times)
    SELECT s.account_id, 'vote', CASE WHEN s.anonymous THEN NULL ELSE new.account_id END, s.id,
        (SELECT id FROM posts WHERE survey_id = s.id ORDER BY id LIMIT 1), new.voted_at,
        1 + coalesce((SELECT times FROM activity WHERE survey_id = s.id AND read = 0), 0)
    FROM surveys s WHERE s.id = new.survey_id AND s.account_id NOT IN ('', new.account_id);
    DELETE FROM activity WHERE survey_id = new.survey_id
        AND id < (SELECT max(id) FROM activity WHERE survey_id = new.survey_id);
END;

CREATE TRIGGER accounts_deleted_from_activity AFTER DELETE ON accounts BEGIN
    DELETE FROM activity WHERE account_id = old.id OR actor_id = old.id;
END;

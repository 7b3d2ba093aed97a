-- definition: the draft as JSON. voters: how many voted. closed_at: when it was closed, by hand or by its time.
-- account_id: the author; empty for a starter survey. app_id: the mini-app it was made in, "stoa" for the composer.
CREATE TABLE surveys (
    place      INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL,
    app_id     TEXT NOT NULL,
    definition TEXT NOT NULL,
    anonymous  INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    closes_at  INTEGER,
    closed_at  INTEGER,
    voters     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX surveys_by_author ON surveys (account_id, app_id, place);
CREATE INDEX surveys_to_close ON surveys (closes_at) WHERE closed_at IS NULL AND closes_at IS NOT NULL;

-- One vote for each account: the constraint, not the page, holds it. answers: JSON.
CREATE TABLE survey_votes (
    id         INTEGER PRIMARY KEY,
    survey_id  TEXT NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL,
    answers    TEXT NOT NULL,
    voted_at   INTEGER NOT NULL,
    UNIQUE (survey_id, account_id)
) STRICT;
CREATE INDEX survey_votes_by_account ON survey_votes (account_id);

-- The count, kept with each vote. option -1 counts who answered the question at all.
CREATE TABLE survey_counts (
    survey_id TEXT NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    question  INTEGER NOT NULL,
    option    INTEGER NOT NULL,
    count     INTEGER NOT NULL,
    PRIMARY KEY (survey_id, question, option)
) STRICT, WITHOUT ROWID;

-- Free texts on their own, so that the newest are found without reading votes.
CREATE TABLE survey_texts (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    vote_id  INTEGER NOT NULL REFERENCES survey_votes (id) ON DELETE CASCADE,
    survey_id TEXT NOT NULL,
    question INTEGER NOT NULL,
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX survey_texts_by_question ON survey_texts (survey_id, question, id);
CREATE INDEX survey_texts_by_vote ON survey_texts (vote_id);

CREATE TRIGGER survey_votes_inserted AFTER INSERT ON survey_votes BEGIN
    UPDATE surveys SET voters = voters + 1 WHERE id = new.survey_id;
END;

-- Votes of an account that is removed stay counted, without its name.
CREATE TRIGGER accounts_deleted_from_surveys AFTER DELETE ON accounts BEGIN
    DELETE FROM surveys WHERE account_id = old.id;
    UPDATE survey_votes SET account_id = 'removed-' || lower(hex(randomblob(8))) WHERE account_id = old.id;
END;

-- Remembered answers of the permission sheet. "Once" is never written: it ends with the room.
CREATE TABLE grants (
    account_id  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app_key     TEXT NOT NULL,
    permission  TEXT NOT NULL,
    answer      TEXT NOT NULL CHECK (answer IN ('always', 'never')),
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, app_key, permission)
) STRICT, WITHOUT ROWID;

-- What was refused and why. A repeated refusal takes a new, higher id and counts up, so one page cannot fill the log.
CREATE TABLE refusals (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app_key    TEXT NOT NULL,
    what       TEXT NOT NULL,
    rule       TEXT NOT NULL,
    fix        TEXT,
    at         INTEGER NOT NULL,
    times      INTEGER NOT NULL,
    UNIQUE (account_id, app_key, what, rule)
) STRICT;
CREATE INDEX refusals_by_app ON refusals (app_key, id);

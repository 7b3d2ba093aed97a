-- Which mini-apps were opened. turn orders them, so a clock set back cannot; opened_at is for display.
CREATE TABLE launches (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app_key    TEXT NOT NULL,
    opened_at  INTEGER NOT NULL,
    turn       INTEGER NOT NULL,
    times      INTEGER NOT NULL,
    PRIMARY KEY (account_id, app_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX launches_by_turn ON launches (account_id, turn);

-- Folders opened as mini-apps, newest last.
CREATE TABLE folders (
    turn     INTEGER PRIMARY KEY AUTOINCREMENT,
    path     TEXT NOT NULL UNIQUE,
    added_at INTEGER NOT NULL
) STRICT;

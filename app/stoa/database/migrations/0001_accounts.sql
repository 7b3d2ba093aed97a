-- The accounts of this installation. Everything an account owns refers to it and goes with it.
CREATE TABLE accounts (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    handle     TEXT NOT NULL UNIQUE,
    picture    BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- At most one row: the account in use.
CREATE TABLE current_account (
    slot       INTEGER PRIMARY KEY CHECK (slot = 1),
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
) STRICT;

-- What an account agreed to tell a mini-app at sign-in, and what it refused. Both are sorted names with single spaces
-- between them.
CREATE TABLE consents (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    app_key    TEXT NOT NULL,
    scopes     TEXT NOT NULL,
    refused    TEXT NOT NULL,
    agreed_at  INTEGER NOT NULL,
    PRIMARY KEY (account_id, app_key)
) STRICT, WITHOUT ROWID;

-- What the person agreed that an installed mini-app may ask for, as JSON lists: at its first start and at each update
-- that asks for more. A mini-app that asks for anything else is not started before the person was asked.
CREATE TABLE agreed_asks (
    app_key   TEXT PRIMARY KEY,
    asks      TEXT NOT NULL,
    agreed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

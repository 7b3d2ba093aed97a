-- What mini-apps keep with storage.set. bytes: UTF-8 length of key and JSON value together.
CREATE TABLE stored_values (
    room_key TEXT NOT NULL,
    key      TEXT NOT NULL,
    value    TEXT NOT NULL,
    bytes    INTEGER NOT NULL,
    UNIQUE (room_key, key)
) STRICT;
-- Sums a room's usage without touching the values.
CREATE INDEX stored_values_size ON stored_values (room_key, bytes);

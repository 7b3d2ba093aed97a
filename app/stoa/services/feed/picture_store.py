"""The pictures of the feed, each kept once. Those nothing shows any more go with the post that showed them last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.services.feed.pictures import LONGEST_PX, Prepared, prepared

if TYPE_CHECKING:
    from stoa.database import Database


class PictureStore:
    """Pictures by the SHA-256 of their data."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def prepare(self, data: bytes, longest: int = LONGEST_PX) -> Prepared:
        """What `put` does first and takes long; touches no table, so it may run in a thread. Raises `FeedError`."""
        return prepared(data, longest)

    def put(self, data: bytes | Prepared) -> str:
        """Keep a picture, prepared here unless it already is, and give its id.

        Raises:
            FeedError: the data is not a picture within the limits.
        """
        picture = data if isinstance(data, Prepared) else prepared(data)
        self._db.execute(
            "INSERT INTO pictures (id, data, width, height) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (picture.id, picture.data, picture.width, picture.height),
        )
        return picture.id

    def get(self, picture_id: str) -> bytes | None:
        """The encoded picture (PNG, JPEG or WebP), or None when there is none of that id."""
        row = self._db.row("SELECT data FROM pictures WHERE id = ?", (picture_id,))
        return bytes(row[0]) if row else None

    def size(self, picture_id: str) -> tuple[int, int] | None:
        """Width and height in pixels, without reading the picture."""
        row = self._db.row("SELECT width, height FROM pictures WHERE id = ?", (picture_id,))
        return (int(row[0]), int(row[1])) if row else None

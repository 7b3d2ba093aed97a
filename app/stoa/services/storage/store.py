"""The table of what mini-apps keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError
from stoa.services.storage.values import Stored, Totals

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.database import Database


class StorageTable:
    """JSON texts by room key and key. Each room sees its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, room_key: str, key: str) -> str | None:
        """The JSON text under a key, or None. Raises StoaError for a text that is no JSON: the file was changed."""
        row = self._database.row(
            "SELECT value, json_valid(value) FROM stored_values WHERE room_key = ? AND key = ?", [room_key, key]
        )
        if row is None:
            return None
        if not row[1]:
            raise StoaError(f"What is kept under {key} is damaged.")
        return str(row[0])

    def put(self, room_key: str, entry: Stored, check: Callable[[Totals, Stored], None]) -> None:
        """Keep an entry in place of the one before, unless ``check`` raises on what the room's others amount to."""
        with self._database.transaction():
            self.remove(room_key, entry.key)
            check(self.usage(room_key), entry)
            self._database.execute(
                "INSERT INTO stored_values (room_key, key, value, bytes) VALUES (?, ?, ?, ?)",
                [room_key, entry.key, entry.text, entry.size],
            )

    def remove(self, room_key: str, key: str) -> None:
        """Forget a key."""
        self._database.execute("DELETE FROM stored_values WHERE room_key = ? AND key = ?", [room_key, key])

    def clear(self, room_key: str) -> None:
        """Forget all keys of a room."""
        self._database.execute("DELETE FROM stored_values WHERE room_key = ?", [room_key])

    def usage(self, room_key: str) -> Totals:
        """How much a room keeps."""
        row = self._database.row(
            "SELECT ifnull(sum(bytes), 0), count(*) FROM stored_values WHERE room_key = ?", [room_key]
        )
        return Totals(*row) if row else Totals(0, 0)

    def keys(self, room_key: str) -> list[str]:
        """The keys of a room, sorted."""
        return [
            key
            for (key,) in self._database.rows(
                "SELECT key FROM stored_values WHERE room_key = ? ORDER BY key", [room_key]
            )
        ]

"""The tables of opened mini-apps and remembered folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stoa.database import Database


class LaunchStore:
    """Which mini-apps each account opened, and which folders were opened as mini-apps on this installation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def opened(self, account_id: str, app_key: str, at: int) -> None:
        """Note that a mini-app was opened ``at`` (milliseconds since 1970 UTC)."""
        self._database.execute(
            """
            INSERT INTO launches (account_id, app_key, opened_at, turn, times)
            VALUES (:account, :app, :at,
                    (SELECT 1 + ifnull(max(turn), 0) FROM launches WHERE account_id = :account), 1)
            ON CONFLICT (account_id, app_key)
            DO UPDATE SET opened_at = excluded.opened_at, turn = excluded.turn, times = times + 1
            """,
            {"account": account_id, "app": app_key, "at": at},
        )

    def recent(self, account_id: str, limit: int = 12) -> list[str]:
        """The keys of the mini-apps opened last, newest first, whatever the clock said."""
        rows = self._database.rows(
            "SELECT app_key FROM launches WHERE account_id = ? ORDER BY turn DESC LIMIT ?", [account_id, limit]
        )
        return [app_key for (app_key,) in rows]

    def most_used(self, account_id: str, limit: int = 12) -> list[str]:
        """The keys of the mini-apps opened most often."""
        rows = self._database.rows(
            "SELECT app_key FROM launches WHERE account_id = ? ORDER BY times DESC, turn DESC LIMIT ?",
            [account_id, limit],
        )
        return [app_key for (app_key,) in rows]

    def forget_app(self, app_key: str) -> None:
        """Forget that a mini-app was ever opened, for all accounts."""
        self._database.execute("DELETE FROM launches WHERE app_key = ?", [app_key])

    def folders(self) -> list[Path]:
        """The remembered folders, opened last first; they may be gone from the disk."""
        return [Path(path) for (path,) in self._database.rows("SELECT path FROM folders ORDER BY turn DESC")]

    def add_folder(self, path: Path, at: int) -> None:
        """Remember a folder, or bring it to the front."""
        self._database.execute(
            "INSERT OR REPLACE INTO folders (path, added_at) VALUES (?, ?)", [str(path.absolute()), at]
        )

    def forget_folder(self, path: Path) -> None:
        """Forget a folder; the folder itself is not touched."""
        self._database.execute("DELETE FROM folders WHERE path = ?", [str(path.absolute())])

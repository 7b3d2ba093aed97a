"""The tables, step by step: numbered SQL files, each applied once, in order, in a transaction of its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from stoa.database.errors import DatabaseError
from stoa.records import Record

if TYPE_CHECKING:
    from stoa.database.connection import Database

_FOLDER = Path(__file__).with_name("migrations")
_FILE_NAME = re.compile(r"(?P<number>\d{4})_[a-z0-9_]+\.sql")


class Migration(Record):
    """One step: ``number`` becomes the database's user_version once ``file_name`` has run."""

    number: int
    file_name: str

    def sql(self) -> str:
        """The statements of the step."""
        return (_FOLDER / self.file_name).read_text(encoding="utf-8")


def all_migrations() -> list[Migration]:
    """Every step this version knows, first to last."""
    names = (entry.name for entry in _FOLDER.iterdir())
    matches = (match for name in names if (match := _FILE_NAME.fullmatch(name)))
    return sorted((Migration(int(match["number"]), match.string) for match in matches), key=lambda step: step.number)


def version_of(database: Database) -> int:
    """The number of the last step the database has seen; 0 for an empty one."""
    row = database.row("PRAGMA user_version")
    return int(row[0]) if row else 0


def migrate(database: Database, migrations: list[Migration]) -> int:
    """Apply every step the database has not seen and give how many there were.

    Two programs may do this at once: each step looks at the version again inside its transaction.

    Raises:
        DatabaseError: a step failed; the steps before it stand, itself it left nothing.
    """
    if all(step.number <= version_of(database) for step in migrations):
        return 0
    # Steps that rebuild a table need foreign keys off, which only works outside a transaction; each is checked instead.
    database.rows("PRAGMA foreign_keys = OFF")
    try:
        return sum(_apply(database, step) for step in migrations)
    finally:
        database.rows("PRAGMA foreign_keys = ON")


def _apply(database: Database, step: Migration) -> bool:
    with database.transaction():
        if step.number <= version_of(database):
            return False
        database.execute(step.sql())
        if database.row("PRAGMA foreign_key_check") is not None:
            raise DatabaseError(
                f"The step {step.file_name} left rows that refer to nothing: report this to the authors."
            )
        database.execute(f"PRAGMA user_version = {step.number}")
    return True

"""One connection to the database: rows in and out, and transactions that nest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import apsw

from stoa.database.errors import DatabaseBrokenError, DatabaseError, folder_read_only, translated

if TYPE_CHECKING:
    from pathlib import Path

Parameters = Sequence[Any] | Mapping[str, Any]

# Another Stoa writes for milliseconds at a time; longer than this is a program that hangs.
BUSY_TIMEOUT_MS = 5000
_LOG_SIZE_BYTES = 16 * 1024 * 1024
_READ_WRITE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE


class Database:
    """The database behind one connection, to be used from one thread.

    Write-ahead log with synchronous=NORMAL: what a statement or transaction confirmed survives the end of the
    program at any moment. ``path`` None keeps everything in memory. Every method raises `DatabaseError` or one of
    its kinds.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._depth = 0
        try:
            self._connection = apsw.Connection(":memory:" if path is None else str(path), flags=_READ_WRITE)
        except apsw.Error as error:
            raise translated(error, path) from error
        try:
            self._prepare()
        except DatabaseError:
            self.close()
            raise

    def rows(self, sql: str, params: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        try:
            return self._connection.execute(sql, params).fetchall()
        except apsw.Error as error:
            raise self._problem(error) from error

    def row(self, sql: str, params: Parameters = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        try:
            return self._connection.execute(sql, params).fetchone()
        except apsw.Error as error:
            raise self._problem(error) from error

    def execute(self, sql: str, params: Parameters = ()) -> int:
        """Run an INSERT, UPDATE or DELETE (or several statements) and give the number of rows the last one changed."""
        # A cursor stops at the first row: fetching the rest runs the statements after one that gives rows.
        self.rows(sql, params)
        return self._connection.changes()

    def insert(self, sql: str, params: Parameters = ()) -> int:
        """Run an INSERT and give the new row's id."""
        self.rows(sql, params)
        return self._connection.last_insert_rowid()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits when the block ends, rolls back when it raises. Inside another one, a savepoint."""
        level = self._depth
        self.execute(f"SAVEPOINT level_{level}" if level else "BEGIN IMMEDIATE")
        self._depth = level + 1
        try:
            yield
            self.execute(f"RELEASE level_{level}" if level else "COMMIT")
        except BaseException:
            self._undo(level)
            raise
        finally:
            self._depth = level

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open, so that what was written is not yet confirmed."""
        return self._depth > 0

    def close(self) -> None:
        """Fold the log into the file and let go of it; calling again does nothing."""
        # Statistics are a service to the next start; a full disk must not keep the program from closing.
        with suppress(apsw.Error):
            self._connection.execute("PRAGMA optimize")
        with suppress(apsw.Error):
            self._connection.close()

    def _undo(self, level: int) -> None:
        # SQLite has already rolled everything back after some errors (disk full, I/O); then there is nothing to undo.
        if not self._connection.in_transaction:
            return
        # The error that brought us here is the one to tell.
        with suppress(DatabaseError):
            self.execute(f"ROLLBACK TO level_{level}; RELEASE level_{level}" if level else "ROLLBACK")

    def _prepare(self) -> None:
        self._connection.set_busy_timeout(BUSY_TIMEOUT_MS)
        if self.path is not None and self._connection.readonly("main"):
            raise folder_read_only(self.path)
        for pragma in (
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "foreign_keys = ON",
            f"journal_size_limit = {_LOG_SIZE_BYTES}",
            "temp_store = MEMORY",
        ):
            self.rows(f"PRAGMA {pragma}")

    def _problem(self, error: apsw.Error) -> DatabaseError:
        """The error to raise; of a damaged file a note is left beside it, so that the next start checks all of it."""
        problem = translated(error, self.path)
        if isinstance(problem, DatabaseBrokenError) and self.path is not None:
            with suppress(OSError):
                suspicion_of(self.path).touch()
        return problem


def suspicion_of(path: Path) -> Path:
    """The note that says the database at ``path`` was found damaged while in use."""
    return path.with_name(path.name + "-suspect")

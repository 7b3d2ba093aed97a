"""Opening the database file whatever state it is in, without ever losing what is in it."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import apsw

from stoa.database.clock import Clock, system_clock
from stoa.database.connection import BUSY_TIMEOUT_MS, Database, suspicion_of
from stoa.database.errors import (
    DatabaseBrokenError,
    DatabaseTooNewError,
    ForeignDatabaseError,
    folder_read_only,
    translated,
)
from stoa.database.migrations import all_migrations, migrate
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# "Stoa" in ASCII: tells our files from other programs' (see the SQLite file format, "Application ID").
APPLICATION_ID = 0x53746F61
# Checking every page costs about 1 ms a megabyte: always worth it for a small file, else only when there is a reason.
_ALWAYS_CHECK_BYTES = 8 * 1024 * 1024
_READ_ONLY = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_SIDES = ("-wal", "-shm")


class Opened(Record):
    """The database, and where the damaged one before it now is, if there was one."""

    database: Database
    moved_aside: Path | None = None


class _Header(Record):
    """What a file says about itself before it is opened for writing."""

    application_id: int
    version: int
    tables: int


def open_memory() -> Database:
    """An empty database in memory with all tables, for tests and trials."""
    database = Database(None)
    migrate(database, all_migrations())
    return database


def open_database(path: Path, clock: Clock = system_clock) -> Opened:
    """Open the file at ``path``, making or migrating it as needed.

    A damaged file is moved aside, with its log, as ``NAME.broken-YYYYMMDD-HHMMSS`` (local time of ``clock``), and an
    empty one takes its place. Several programs may do this at once; one goes after the other.

    Raises:
        DatabaseTooNewError: a newer Stoa wrote it; not a byte of it was changed.
        ForeignDatabaseError: it is another program's; not a byte of it was changed.
        ReadOnlyError, DiskFullError, DatabaseBusyError, DatabaseError: as they say.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise folder_read_only(path) from error
    with _one_at_a_time(path):
        try:
            opened = Opened(_open_sound(path))
        except DatabaseBrokenError:
            moved = _move_aside(path, clock)
            opened = Opened(_open_sound(path), moved)
    # Posts, answers and consents are the person's own; log and index take their mode from this file.
    with suppress(OSError):
        path.chmod(0o600)
    return opened


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Keep other starts waiting while this one looks at the file and perhaps moves it.

    The lock is SQLite's own on an empty file: it works on every system and ends with the program, however that ends.
    """
    lock_path = path.with_name(path.name + "-opening")
    try:
        lock = apsw.Connection(str(lock_path))
        lock.set_busy_timeout(2 * BUSY_TIMEOUT_MS)
        # Without a journal the empty file stays empty and nothing but the lock is left behind.
        for statement in ("PRAGMA journal_mode = OFF", "BEGIN EXCLUSIVE"):
            lock.execute(statement).fetchall()
    except apsw.Error as error:
        raise translated(error, path) from error
    try:
        yield
    finally:
        lock.close()


def _open_sound(path: Path) -> Database:
    """The database at ``path``, checked and migrated; `DatabaseBrokenError` if it is damaged."""
    migrations = all_migrations()
    _refuse_foreign_or_newer(path, migrations[-1].number)
    must_check = _deserves_check(path)
    database = Database(path)
    try:
        if must_check:
            _check(database)
        # Written once: saying it again would cost every start a page of the log.
        if database.row("PRAGMA application_id") != (APPLICATION_ID,):
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(database, migrations)
    except BaseException:
        database.close()
        raise
    suspicion_of(path).unlink(missing_ok=True)
    return database


def _refuse_foreign_or_newer(path: Path, newest: int) -> None:
    header = _header(path)
    if header is None:
        return
    if header.application_id not in {0, APPLICATION_ID} or (header.application_id == 0 and header.tables):
        raise ForeignDatabaseError(
            f"{path} is not a Stoa database: move it somewhere else, or choose another folder with --data-dir."
        )
    if header.version > newest:
        raise DatabaseTooNewError(
            f"The database {path} was written by a newer Stoa (version {header.version}, this one knows {newest}): "
            "update Stoa, or choose another folder with --data-dir."
        )


def _header(path: Path) -> _Header | None:
    """What the file says about itself, read without changing a byte; None where there is nothing to read."""
    if not path.is_file() or path.stat().st_size == 0:
        return None
    # A reader of a file without a log would make an empty one and be unable to remove it; an immutable one makes none.
    # Nobody writes meanwhile: a program that has the file open has a log, and one that starts waits for us.
    immutable = "" if path.with_name(path.name + "-wal").exists() else "?immutable=1"
    try:
        connection = apsw.Connection(path.absolute().as_uri() + immutable, flags=_READ_ONLY)
    except apsw.Error as error:
        raise translated(error, path) from error
    try:
        connection.set_busy_timeout(BUSY_TIMEOUT_MS)
        application_id, version, tables = (
            connection.execute(sql).get
            for sql in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")
        )
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        # A log that a reader may not recover, or a folder where it may not be made: opening for writing will tell.
        return None
    except apsw.Error as error:
        raise translated(error, path) from error
    finally:
        connection.close()
    return _Header(application_id, version, tables)


def _deserves_check(path: Path) -> bool:
    """Whether to read every page: the file is small, was not closed properly, or was found damaged while in use."""
    log = path.with_name(path.name + "-wal")
    with suppress(OSError):
        return (
            path.stat().st_size <= _ALWAYS_CHECK_BYTES
            or suspicion_of(path).exists()
            or (log.exists() and log.stat().st_size > 0)
        )
    return False


def _check(database: Database) -> None:
    row = database.row("PRAGMA quick_check(1)")
    if row is None or row[0] != "ok":
        raise DatabaseBrokenError(f"The database {database.path} is damaged: {row[0] if row else 'it cannot be read'}.")


def _move_aside(path: Path, clock: Clock) -> Path:
    """Rename the damaged file and its log, never over an existing one, and give the new path."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(clock() / 1000))
    target = path.with_name(f"{path.name}.broken-{stamp}")
    count = 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.name}.broken-{stamp}-{count}")
    try:
        # The log first: an end of the program between two renames must not leave a log beside a new, empty file,
        # because SQLite would throw it away.
        for side in _SIDES:
            with suppress(FileNotFoundError):
                path.with_name(path.name + side).rename(target.with_name(target.name + side))
        path.rename(target)
    except OSError as error:
        raise folder_read_only(path) from error
    suspicion_of(path).unlink(missing_ok=True)
    return target

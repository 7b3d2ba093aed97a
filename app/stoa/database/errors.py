"""What can go wrong with the file, each as one sentence that names what to change."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import apsw

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# SQLite reports some failed writes on a full disk as plain I/O errors; below this much room it is the disk.
_ROOM_BYTES = 1024 * 1024


class DatabaseError(StoaError):
    """The database refused; its text says what to do."""


class DiskFullError(DatabaseError):
    """Nothing was written because the disk is full."""


class ReadOnlyError(DatabaseError):
    """Nothing was written because the file or its folder may not be written."""


class DatabaseBusyError(DatabaseError):
    """Another program held the file for longer than the busy timeout."""


class DatabaseBrokenError(DatabaseError):
    """The file's content is damaged."""


class DatabaseTooNewError(DatabaseError):
    """A newer Stoa wrote the file; it was left as it is."""


class ForeignDatabaseError(DatabaseError):
    """Another program's database stands where Stoa's should; it was left as it is."""


class ConstraintError(DatabaseError):
    """A UNIQUE, CHECK, NOT NULL or foreign-key rule of a table said no. ``rule`` is SQLite's own wording of it."""

    def __init__(self, rule: str) -> None:
        super().__init__(f"This does not fit what is already kept ({rule}).")
        self.rule = rule


def place_of(path: Path | None) -> str:
    """How a sentence names the database: its path, or "memory"."""
    return "memory" if path is None else str(path)


def folder_read_only(path: Path | None) -> ReadOnlyError:
    """The error for a file, or its folder, that may not be written."""
    return ReadOnlyError(
        f"Stoa cannot write to {place_of(path)}: allow writing to that file and its folder, "
        "or choose another folder with --data-dir."
    )


def disk_full(path: Path | None) -> DiskFullError:
    """The error for a full disk."""
    return DiskFullError(f"The disk that holds {place_of(path)} is full: free some space and try again.")


def translated(error: apsw.Error, path: Path | None) -> DatabaseError:
    """The error of this tree that says what SQLite's ``error`` on the file at ``path`` means for a person."""
    if isinstance(error, apsw.ConstraintError):
        return ConstraintError(str(error))
    for kinds, explain in _EXPLANATIONS:
        if isinstance(error, kinds):
            return explain(path)
    return DatabaseError(f"The database {place_of(path)} refused: {error}.")


def _unwritable(path: Path | None) -> DatabaseError:
    # A file that cannot be made is a full disk as often as a missing right.
    return disk_full(path) if _is_full(path) else folder_read_only(path)


def _busy(path: Path | None) -> DatabaseError:
    return DatabaseBusyError(
        f"Another program is using {place_of(path)}: close the other Stoa window or program and try again."
    )


def _broken(path: Path | None) -> DatabaseError:
    return DatabaseBrokenError(
        f"The database {place_of(path)} is damaged: start Stoa again, which moves it aside and tells its name."
    )


def _unreachable(path: Path | None) -> DatabaseError:
    if _is_full(path):
        return disk_full(path)
    return DatabaseError(
        f"The disk that holds {place_of(path)} could not be read or written: check that it is connected and healthy."
    )


def _is_full(path: Path | None) -> bool:
    if path is None:
        return False
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_BYTES
    except OSError:
        return False


_EXPLANATIONS: tuple[tuple[tuple[type[apsw.Error], ...], Callable[[Path | None], DatabaseError]], ...] = (
    ((apsw.FullError,), disk_full),
    ((apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, apsw.AuthError), _unwritable),
    ((apsw.BusyError, apsw.LockedError), _busy),
    ((apsw.CorruptError, apsw.NotADBError), _broken),
    ((apsw.IOError,), _unreachable),
)

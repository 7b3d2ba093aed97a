"""The one SQLite file: connection, transactions, migrations and what to do when the file is not as it should be."""

from stoa.database.clock import Clock, system_clock
from stoa.database.connection import Database
from stoa.database.errors import (
    ConstraintError,
    DatabaseBrokenError,
    DatabaseBusyError,
    DatabaseError,
    DatabaseTooNewError,
    DiskFullError,
    ForeignDatabaseError,
    ReadOnlyError,
)
from stoa.database.opening import Opened, open_database, open_memory

__all__ = [
    "Clock",
    "ConstraintError",
    "Database",
    "DatabaseBrokenError",
    "DatabaseBusyError",
    "DatabaseError",
    "DatabaseTooNewError",
    "DiskFullError",
    "ForeignDatabaseError",
    "Opened",
    "ReadOnlyError",
    "open_database",
    "open_memory",
    "system_clock",
]

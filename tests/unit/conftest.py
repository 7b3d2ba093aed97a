"""What holds for all unit tests."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from stoa.database import Database, open_memory
from stoa.database.migrations import Migration, migrate

if TYPE_CHECKING:
    from collections.abc import Iterator


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: looking for garbage in it takes a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _migrated_once() -> Iterator[None]:
    """Databases in memory are copies of one that was migrated: the steps take six times as long as a copy."""
    model = open_memory()

    def copied(database: Database, migrations: list[Migration]) -> int:
        if database.path is not None:
            return migrate(database, migrations)
        with database._connection.backup("main", model._connection, "main") as copy:
            copy.step()
        return len(migrations)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("stoa.database.opening.migrate", copied)
        yield
    model.close()

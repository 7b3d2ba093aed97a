from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stoa.database import Database, open_memory
from stoa.services.surveys.store import SurveyStore

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hands:
    """A clock whose hands the test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def db() -> Iterator[Database]:
    database = open_memory()
    yield database
    database.close()


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def surveys(db: Database, clock: Hands) -> SurveyStore:
    return SurveyStore(db, clock, {"ann": "Ann", "bob": "Bob"}.get)

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from stoa.database import Database, open_memory
from stoa.services.feed.store import FeedStore, PictureStore

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
def feed(db: Database, clock: Hands) -> FeedStore:
    return FeedStore(db, clock)


@pytest.fixture
def pictures(db: Database) -> PictureStore:
    return PictureStore(db)


@pytest.fixture
def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "#c4572f").save(out, "PNG")
    return out.getvalue()

"""The place of a database file that does not exist yet."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "stoa.db"

"""An installation to sign in to, and where it keeps its keys."""

import pytest
from tests.unit.services_identity.world import World


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "keys"


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path / "keys")
    yield world
    world.database.close()

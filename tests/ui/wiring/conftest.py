"""The whole program over quiet rooms, for what the command line asks of it."""

from __future__ import annotations

import asyncio

import pytest
from tests.support.quiet_program import Turns, prepare, programs, write_app


@pytest.fixture
def start(qapp, tmp_path, monkeypatch):
    """Starts the program with options; closed at the end of the test if it still runs."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    bundled = tmp_path / "bundled"
    write_app(bundled, "org.example.recipes", "Recipes")
    write_app(bundled, "org.example.cards", "Cards")
    prepare(monkeypatch, bundled)
    with programs(Turns(loop), tmp_path / "data", qapp) as start_it:
        yield start_it
    asyncio.set_event_loop(None)
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()

"""The whole program over quiet rooms, for what the command line asks of it."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QLocale
from tests.support.quiet_program import QuietProgram, Turns, prepare, write_app


@pytest.fixture
def start(qapp, tmp_path, monkeypatch):
    """Starts the program with options; closed at the end of the test if it still runs."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    bundled = tmp_path / "bundled"
    write_app(bundled, "org.example.recipes", "Recipes")
    write_app(bundled, "org.example.cards", "Cards")
    prepare(monkeypatch, bundled)
    locale, running = QLocale(), []

    def start_it(options):
        made = QuietProgram(Turns(loop), tmp_path / "data", qapp, options)
        running.append(made)
        end = made.close

        def close():
            running.remove(made)
            end()

        made.close = close
        return made

    yield start_it
    for program in tuple(running):
        program.close()
    QLocale.setDefault(locale)
    asyncio.set_event_loop(None)
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()

"""The whole program over quiet rooms, for what the command line asks of it."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QLocale
from tests.support.quiet_program import QuietProgram, Turns, prepare, write_app


@pytest.fixture
def start(qapp, tmp_path, monkeypatch):
    """Starts the program with options; ended at the end of the test."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    bundled = tmp_path / "bundled"
    write_app(bundled, "org.example.recipes", "Recipes")
    prepare(monkeypatch, bundled)
    locale, running = QLocale(), []

    def start_it(options):
        running.append(QuietProgram(Turns(loop), tmp_path / "data", qapp, options))
        return running[-1]

    yield start_it
    for program in running:
        program.close()
    QLocale.setDefault(locale)
    asyncio.set_event_loop(None)
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()

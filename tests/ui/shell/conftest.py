"""The whole program over quiet rooms, with three invented mini-apps."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from tests.support.quiet_program import Turns, prepare, programs, write_app

from stoa.shell.room_frame import RoomFrame

RECIPES, CARDS, WIKI = "org.example.recipes", "org.example.cards", "org.example.wiki"


@pytest.fixture
def turns():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield Turns(loop)
    asyncio.set_event_loop(None)
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


@pytest.fixture
def bundled(tmp_path):
    folder = tmp_path / "bundled"
    write_app(folder, RECIPES, "Recipes", ("share", "camera", "microphone", "files", "surveys"))
    write_app(folder, CARDS, "Cards", ("clipboard",), network=["https://cards.example"])
    write_app(
        folder, WIKI, "Wiki", ("share",), network=["https://a.example", "wss://b.example"], share_targets=["text"]
    )
    return folder


@pytest.fixture
def start(turns, qapp, tmp_path, bundled, monkeypatch):
    """Starts the program over one data folder; closed at the end of the test if it still runs."""
    prepare(monkeypatch, bundled)
    direction = qapp.layoutDirection()
    with programs(turns, tmp_path / "data", qapp) as start_it:
        yield start_it
    qapp.setLayoutDirection(direction)
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.fixture
def app(start):
    """The running program."""
    return start()


@pytest.fixture
def write(app):
    """Opens the composer as the feed's button does."""

    def open_it():
        app.program.feed.compose_pressed.emit()
        return app.composer()

    return open_it


@pytest.fixture
def frame(theme, shown):
    """The frame around a page, in a window of its own."""
    made = RoomFrame(theme)
    shown(made, width=760, height=500)
    return made

"""What a room keeps on the disk: told once when it is much, ended when it is too much."""

from __future__ import annotations

import asyncio
import os
from contextlib import contextmanager

import pytest
from tests.ui.torn.conftest import CARDS, RECIPES

from stoa.shell import storage_watch
from stoa.shell.storage_watch import (
    LOOK_EVERY_MS,
    MEGABYTE,
    NEAR,
    ROOM_MAX_BYTES,
    Level,
    StorageWatch,
    folder_size,
    level,
)
from stoa.ui.strip import Strip


@pytest.fixture
def watch(hand):
    """A watch with a limit of 10 MB over the running program."""
    app, rest = hand.program, hand.program.rest
    made = StorageWatch(app.rooms, app.window, app.program.toast, rest.tasks.spawn, limit=10 * MEGABYTE)
    made.did_refuse.connect(rest.guards._refuse)
    made.settings_pressed.connect(rest.people.settings.show_app)
    return made


def write(room, megabytes):
    """Let a room keep so much."""
    folder = room.spec.storage / "data" / "IndexedDB"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "000003.log").open("wb") as file:
        file.truncate(int(megabytes * MEGABYTE))


def strips(app):
    return [strip for strip in app.window.findChildren(Strip) if strip.isVisible()]


@pytest.mark.parametrize(
    ("size", "expected"),
    [(0, Level.FINE), (79, Level.FINE), (80, Level.NEAR), (100, Level.NEAR), (101, Level.OVER)],
)
def test_a_size_stands_to_the_limit_by_one_rule(size, expected):
    assert level(size, 100) is expected


def test_the_limits_are_those_that_are_promised():
    assert (ROOM_MAX_BYTES, NEAR, LOOK_EVERY_MS) == (250 * 1024 * 1024, 0.8, 30_000)
    assert storage_watch.TOO_MUCH.rule == "more than 250 MB"


def test_a_folder_is_as_large_as_its_files(tmp_path):
    assert folder_size(tmp_path / "none") == 0
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one").write_bytes(b"123")
    (tmp_path / "a" / "b" / "two").write_bytes(b"12345")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert folder_size(tmp_path) == 8


def test_a_file_that_vanishes_while_it_is_looked_at_does_not_count(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    for name in ("a/one", "a/two", "gone"):
        (tmp_path / name).write_bytes(b"123")
    scan = os.scandir

    @contextmanager
    def scan_late(path):
        with scan(path) as found:
            entries = list(found)
        (tmp_path / "gone").unlink(missing_ok=True)
        yield entries

    monkeypatch.setattr(os, "scandir", scan_late)
    assert folder_size(tmp_path) == 6


def test_a_room_that_does_nothing_is_not_sized_again(hand, watch, monkeypatch):
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    sized = []
    monkeypatch.setattr(storage_watch, "folder_size", lambda folder: sized.append(folder) or 0)
    recipes.warden.worked = cards.warden.worked = lambda: (17, 1)
    for _ in range(3):
        hand.turns.run(watch.look())
    assert sized == [room.spec.storage for room in (recipes, cards)] * 2
    cards.warden.worked = lambda: (17, 2)
    hand.turns.run(watch.look())
    assert sized[4:] == [cards.spec.storage]


def test_a_room_that_comes_near_is_told_of_once(hand, watch):
    app = hand.program
    recipes = app.open(RECIPES)
    write(recipes, 8.5)
    for _ in range(3):
        hand.turns.run(watch.look())
    (said,) = app.said()
    assert said.startswith("Recipes keeps almost 10 MB")
    write(recipes, 1)
    hand.turns.run(watch.look())
    write(recipes, 9)
    hand.turns.run(watch.look())
    assert len(app.said()) == 1, "after it had become less, it is news again"


def test_a_torn_room_is_told_of_in_its_window(hand, watch):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    write(recipes, 9)
    hand.turns.run(watch.look())
    assert window.toast.text.startswith("Recipes keeps almost")
    assert app.said() == []


def test_a_room_over_the_limit_is_ended_and_the_person_is_led_to_clear_data(hand, watch):
    app = hand.program
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    write(recipes, 10.5)
    hand.turns.run(watch.look())
    hand.turns.settle()
    assert recipes.state == "closed"
    assert cards.state == "running"
    (line,) = app.stores.refusals.newest(RECIPES)
    assert (line.what, line.rule, line.fix) == ("storage", "more than 250 MB", None)
    (strip,) = strips(app)
    assert strip.accessibleName().startswith("Recipes was closed: it keeps more than 10 MB.")
    app.press(strip, "Open its settings")
    hand.turns.until(lambda: "Clear data" in [button.text() for button in buttons(app)])
    assert strips(app) == []


def buttons(app):
    from PySide6.QtWidgets import QAbstractButton

    return [one for one in app.rest.people.settings.desk.page.findChildren(QAbstractButton) if one.isVisible()]


def test_a_second_time_the_same_strip_comes_up_again(hand, watch):
    app = hand.program
    for _ in range(2):
        write(app.open(RECIPES), 11)
        hand.turns.run(watch.look())
        hand.turns.settle()
    assert len(strips(app)) == 1


def test_a_room_that_was_closed_meanwhile_is_left_alone(hand, watch):
    app = hand.program
    recipes = app.open(RECIPES)
    write(recipes, 11)

    async def look_while_it_closes():
        looking = asyncio.ensure_future(watch.look())
        await asyncio.sleep(0)
        app.rooms.end(app.face)
        await watch.look()  # one look at a time
        await looking

    hand.turns.run(look_while_it_closes())
    assert strips(app) == []
    assert app.stores.refusals.newest(RECIPES) == []


def test_the_timer_looks(hand, watch):
    app = hand.program
    write(app.open(RECIPES), 11)
    assert watch.timer.isActive()
    watch.timer.timeout.emit()
    hand.turns.until(lambda: app.rooms.faces == {})

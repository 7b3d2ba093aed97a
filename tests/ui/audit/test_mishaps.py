"""A refusal that nothing on its way caught is told to the person, and what was chosen is never shown as kept."""

from __future__ import annotations

import sys

import pytest
from tests.ui.shell.conftest import RECIPES

from stoa.database import DiskFullError
from stoa.wiring.mishaps import Mishaps

FULL = "The disk is full: free some space and try again."


@pytest.fixture
def full(start, monkeypatch):
    """The running program, whose database has had its last byte."""
    app = start()

    def refuse(*_: object) -> None:
        raise DiskFullError(FULL)

    def fill() -> None:
        monkeypatch.setattr(app.stores.database, "execute", refuse)

    app.fill = fill
    yield app
    monkeypatch.undo()


def test_a_slot_that_the_disk_refuses_says_so(full):
    full.fill()
    page = full.rest.people.settings.desk.page
    page.general.mode_chosen.emit("dark")
    full.turns.settle()
    assert full.said() == [FULL]
    assert full.program.theme.mode == "dark"


def test_a_permission_that_could_not_be_kept_is_shown_as_it_is(full):
    people = full.rest.people
    people.settings.show_app(RECIPES)
    full.turns.until(lambda: "Camera" in full.words(people.settings.desk.page))
    full.fill()
    shown = []
    people.settings.desk.page.apps.show_apps = shown.extend
    people.settings.desk.page.apps.answer_chosen.emit(RECIPES, "camera", "never")
    full.turns.until(lambda: shown)
    (standing,) = [app for app in shown if app.key == RECIPES]
    assert {face.name: face.standing for face in standing.permissions}["camera"] == "ask"
    assert FULL in full.said()


def test_a_task_that_the_disk_refuses_says_so(full):
    async def work() -> None:
        raise DiskFullError(FULL)

    full.rest.tasks.spawn(work())
    full.turns.until(lambda: full.program.toast.text)
    assert full.said() == [FULL]


def test_what_has_no_sentence_for_people_goes_on_to_the_hook_that_was_there(monkeypatch):
    heard, said = [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _trace: heard.append((kind, error)))
    mishaps = Mishaps(said.append)
    mishaps.listen()
    error = KeyError("x")
    sys.excepthook(KeyError, error, None)
    assert heard == [(KeyError, error)]
    assert said == []
    mishaps.leave()
    sys.excepthook(DiskFullError, DiskFullError(FULL), None)
    assert said == []
    assert len(heard) == 2

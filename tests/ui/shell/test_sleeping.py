"""Rooms that sleep behind the front, as the person sees and steers it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from tests.ui.shell.conftest import CARDS, RECIPES, WIKI

from stoa.engine import pool
from stoa.engine.sleep_rules import DISCARD_AFTER_MS, Wakeful
from stoa.engine.spec import RoomState


@pytest.fixture(autouse=True)
def light_sleep(monkeypatch):
    monkeypatch.setattr(pool, "SUSPEND_AFTER_MS", 1)
    monkeypatch.setattr(pool, "SUSPEND_NOTICE_MS", 1)


@pytest.fixture
def sleep(app, monkeypatch):
    """The program's own sleep, with a clock of the test's and as much memory as it needs."""
    made = app.rest.sleep.sleep
    made.passed = 0
    begun = made._clock()
    made._clock = lambda: begun + made.passed
    made._is_pressed = lambda: False
    made.keeps_one = False
    return made


def let_pass(app, sleep, room, milliseconds=DISCARD_AFTER_MS + 60_000):
    app.turns.until(lambda: room.state is not RoomState.RUNNING)
    sleep.passed += milliseconds
    sleep.look()
    app.turns.settle()


def tab(app, room):
    return app.stage.tabs._tabs[room.caller.room_key]


def choose(app, start):
    """Choose the entry of the room's menu that begins so; its text, and whether it could be chosen."""
    app.rest.desk.menu.open(app.face, QPoint(0, 0))
    (menu,) = [w for w in app.window.children() if type(w).__name__ == "Menu" and w.isVisible()]
    (found,) = [action for action in menu.actions() if action.text().startswith(start)]
    text, enabled = found.text(), found.isEnabled()
    found.trigger()
    menu.hide()
    app.turns.settle()
    return text, enabled


def test_a_discarded_room_keeps_its_tab_and_comes_back_when_it_is_chosen(app, sleep):
    recipes = app.open(RECIPES, "/soup?n=2")
    recipes.call("host.setTitle", title="Soup")
    app.open(CARDS)
    let_pass(app, sleep, recipes)
    assert recipes.state is RoomState.DISCARDED
    assert tab(app, recipes).accessibleName() == "Recipes, sleeping"
    assert recipes.keepsake.asked == 1
    QTest.mouseClick(tab(app, recipes), Qt.MouseButton.LeftButton)
    assert (recipes.state, recipes.loads[-1], app.face.title) == (RoomState.LOADING, "/soup?n=2", "")
    assert app.stage.frame._splash.isVisible()
    recipes.load()
    app.turns.settle()
    assert not app.stage.frame._splash.isVisible()
    assert tab(app, recipes).accessibleName() == "Recipes"


def test_unsaved_work_keeps_its_renderer(app, sleep):
    recipes = app.open(RECIPES)
    recipes.call("host.setClosingConfirmation", enabled=True, text="Your soup is not saved.")
    app.open(CARDS)
    let_pass(app, sleep, recipes)
    assert recipes.state is RoomState.ASLEEP
    recipes.call("host.setClosingConfirmation", enabled=False)
    sleep.look()
    assert recipes.state is RoomState.DISCARDED


def test_a_room_that_waits_for_an_answer_is_not_even_frozen(app, sleep):
    recipes = app.open(RECIPES)
    waiting = recipes.call("host.confirm", text="Sure?")
    app.sheet()
    assert sleep._wakeful(recipes) == {Wakeful.CALLING}
    app.rest.desk.refuse_question(app.window)
    app.turns.until(lambda: waiting.done)
    assert sleep._wakeful(recipes) == frozenset()


def test_a_room_kept_awake_goes_on_and_its_menu_says_so(app, sleep):
    recipes = app.open(RECIPES)
    choose(app, "Keep awake")
    assert app.rest.sleep.is_pinned(recipes.caller.app_key)
    cards = app.open(CARDS)
    app.open(WIKI)
    let_pass(app, sleep, cards)
    assert (recipes.state, cards.state) == (RoomState.RUNNING, RoomState.DISCARDED)
    app.program.navigation.open_app(RECIPES)
    choose(app, "Keep awake")
    assert not app.rest.sleep.is_pinned(recipes.caller.app_key)


def test_the_menu_tells_what_a_room_takes(app, monkeypatch):
    app.open(RECIPES)
    monkeypatch.setattr("stoa.engine.memory.process_bytes", lambda _pid: 24 * 1024 * 1024)
    text, enabled = choose(app, "Takes")
    assert "24.0 M" in text
    assert not enabled


def test_beyond_the_number_that_the_person_chose_the_oldest_sleeps(app, sleep):
    recipes = app.open(RECIPES)
    cards = app.open(CARDS)
    sleep.passed += 1000
    app.open(WIKI)
    app.turns.until(lambda: (recipes.state, cards.state) == (RoomState.ASLEEP, RoomState.ASLEEP))
    app.program.navigation.show_place("settings")
    general = app.rest.people.settings.desk.page.general
    general._awake.did_select.emit(0)
    assert app.rest.sleep.awake_max == sleep.awake_max == 3
    assert recipes.state is RoomState.ASLEEP
    sleep.awake_max = 2
    sleep.look()
    assert (recipes.state, cards.state) == (RoomState.DISCARDED, RoomState.ASLEEP)


def test_of_discarded_rooms_that_are_shown_in_a_row_one_loads_at_a_time(app, sleep, monkeypatch):
    monkeypatch.setattr(pool, "WAKE_PATIENCE_MS", 60_000)
    recipes, cards, wiki = app.open(RECIPES), app.open(CARDS), app.open(WIKI)
    for room in (recipes, cards):
        let_pass(app, sleep, room)
    assert (recipes.state, cards.state) == (RoomState.DISCARDED, RoomState.DISCARDED)
    QTest.mouseClick(tab(app, recipes), Qt.MouseButton.LeftButton)
    QTest.mouseClick(tab(app, cards), Qt.MouseButton.LeftButton)
    assert (recipes.state, cards.state) == (RoomState.LOADING, RoomState.DISCARDED)
    assert app.stage.frame._splash.isVisible()
    recipes.load()
    app.turns.until(lambda: cards.state is RoomState.LOADING)
    assert wiki.state is not RoomState.CLOSED


def test_apps_kept_awake_come_back_awake_at_the_next_start_one_after_another(start):
    app = start()
    for app_id in (RECIPES, CARDS):
        room = app.open(app_id)
        app.rest.sleep.pin(room.caller.app_key, pinned=True)
    app.open(WIKI)
    app.close()
    app = start()
    rooms = app.rest.pool.rooms
    awake = lambda: {key.rpartition(".")[2]: room.state for key, room in rooms.items()}  # noqa: E731  read again
    assert awake() == {"wiki": RoomState.LOADING, "recipes": RoomState.LOADING}
    assert app.front.caller.app_id == WIKI
    next(room for key, room in rooms.items() if key.endswith("recipes")).load()
    app.turns.until(lambda: awake().get("cards") is RoomState.LOADING)
    assert app.front.caller.app_id == WIKI


def test_a_pointer_on_a_sleeping_tab_wakes_its_room_ahead_and_leaving_lets_it_sleep_again(app, sleep):
    recipes = app.open(RECIPES)
    cards = app.open(CARDS)
    let_pass(app, sleep, recipes)
    app.stage.tabs.did_rest.emit(recipes.caller.room_key)
    assert (recipes.state, app.front) == (RoomState.LOADING, cards)
    recipes.load()
    assert sleep.is_watching
    app.turns.until(lambda: recipes.state is RoomState.ASLEEP)
    sleep.look()
    assert recipes.state is RoomState.DISCARDED
    sleep._is_pressed = lambda: True
    app.stage.tabs.did_rest.emit(recipes.caller.room_key)
    assert recipes.state is RoomState.DISCARDED


def test_a_tab_tells_when_the_pointer_rests_on_it(app, qtbot):
    recipes = app.open(RECIPES)
    watch = app.stage.tabs._watch
    heard = []
    app.stage.tabs.did_rest.connect(heard.append)
    QCoreApplication.sendEvent(tab(app, recipes), QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert watch.timer.isActive()
    watch.timer.stop()
    watch.timer.timeout.emit()
    assert heard == [recipes.caller.room_key]

"""Rooms in the window: opened, shown, asleep, crashed, hung, reopened, prepared and closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from stoa.engine import pool
from stoa.engine.refusal import Refusal
from stoa.engine.spec import RoomState
from stoa.services.feed.posts import Jump
from stoa.shell import room_covers
from stoa.ui.button import Button

RECIPES, CARDS = "org.example.recipes", "org.example.cards"


def cover(app):
    frame = app.stage.frame
    if frame._cover.isVisible():
        return frame._cover.notice.accessibleName()
    return "splash" if frame._splash.isVisible() else "page"


def test_an_app_opens_behind_its_splash_and_is_shown_once_it_is_ready(app):
    app.program.navigation.open_app(RECIPES)
    room = app.front
    assert (room.caller.app_id, room.caller.scene, room.caller.declared) == (
        RECIPES, "launcher", {"share", "camera", "microphone", "files", "surveys"},
    )  # fmt: skip
    assert cover(app) == "splash"
    room.load(ready=False)
    assert cover(app) == "splash"
    room.call("host.ready")
    assert cover(app) == "page"
    assert app.stage.tabs.keys == [app.face.key]
    assert app.stores.launches.recent(app.account_id) == [RECIPES]


def test_a_page_that_never_says_ready_is_shown_after_a_while(app, monkeypatch):
    monkeypatch.setattr(room_covers, "_READY_GRACE_MS", 1)
    app.open(RECIPES, ready=False)
    app.turns.until(lambda: cover(app) == "page")


def test_the_page_learns_where_and_how_it_runs(app):
    room = app.open(RECIPES, "/r/17?servings=4#steps")
    context = room.call("host.context").result
    assert (context["scene"], context["path"], context["query"]) == (
        "link",
        "/r/17?servings=4#steps",
        {"servings": "4"},
    )
    assert (context["theme"]["colorScheme"], context["locale"], context["direction"]) == ("light", "en", "ltr")
    assert context["theme"]["reducedMotion"] is True


def test_capabilities_tell_where_each_permission_stands(app):
    capabilities = app.open(CARDS).call("host.capabilities").result
    assert capabilities["permissions"]["clipboard"] == "ask"
    assert capabilities["permissions"]["camera"] == "not_declared"


def test_the_header_shows_what_the_page_sets(app):
    room = app.open(RECIPES)
    header = app.stage.frame.header
    room.call("host.setTitle", title="Lemon cake")
    room.call("host.setBackButton", visible=True)
    assert header._title.text() == "Lemon cake"
    QTest.mouseClick(header._back, Qt.MouseButton.LeftButton)
    assert room.names_heard()[-1] == "back.didPress"
    app.open(CARDS)
    assert header._title.text() == ""
    room.call("host.setTitle", title="From behind")
    assert header._title.text() == ""


def test_rooms_hear_that_they_come_and_go(app):
    recipes = app.open(RECIPES)
    cards = app.open(CARDS)
    assert recipes.names_heard() == ["lifecycle.didShow", "lifecycle.didHide"]
    assert cards.names_heard() == ["lifecycle.didShow"]
    QTest.mouseClick(app.stage.tabs._tabs[recipes.caller.room_key], Qt.MouseButton.LeftButton)
    assert app.front is recipes
    app.program.navigation.show_place("apps")
    assert app.rooms.front() is None
    assert recipes.names_heard()[-2:] == ["lifecycle.didShow", "lifecycle.didHide"]


def test_a_room_behind_the_front_falls_asleep_and_wakes_when_it_is_chosen(app, monkeypatch):
    monkeypatch.setattr(pool, "SUSPEND_AFTER_MS", 1)
    monkeypatch.setattr(pool, "SUSPEND_NOTICE_MS", 1)
    recipes = app.open(RECIPES)
    app.open(CARDS)
    app.turns.until(lambda: recipes.state is RoomState.ASLEEP)
    tab = app.stage.tabs._tabs[recipes.caller.room_key]
    assert tab.accessibleName() == "Recipes, sleeping"
    assert "lifecycle.willSuspend" in recipes.names_heard()
    app.program.navigation.open_app(RECIPES)
    assert recipes.state is RoomState.RUNNING
    assert tab.accessibleName() == "Recipes"
    assert cover(app) == "page"
    assert recipes.loads == ["/"]


def test_a_crash_has_a_card_and_everything_else_goes_on(app):
    cards, recipes = app.open(CARDS), app.open(RECIPES)
    recipes.call("host.setTitle", title="Lemon cake")
    recipes.crash()
    assert cover(app) == "Recipes crashed"
    app.press(app.stage.frame._cover, "Reload")
    assert (recipes.state, cover(app), app.face.title) == (RoomState.LOADING, "splash", "")
    recipes.load()
    assert cover(app) == "page"
    assert cards.call("host.toast", text="still here").result is None


def test_a_crash_can_be_reported_to_whoever_made_the_app(app):
    recipes = app.open(RECIPES, "/r/17")
    app.face.refuse(Refusal("https://a.example", "not in network"))
    recipes.crash()
    app.press(app.stage.frame._cover, "Copy a report")
    report = QGuiApplication.clipboard().text().splitlines()
    assert report[:3] == [f"Recipes ({RECIPES}), version 1.0 (code 1)", "Page: /r/17", "Its page ended: crashed"]
    assert report[3].startswith("Stoa ")
    assert report[-1] == "Refused: https://a.example (not in network)"
    assert app.said() == ["The report is copied: paste it into a message to whoever made Recipes."]
    recipes.hang()
    assert "Copy a report" not in [
        button.text() for button in app.stage.frame._cover.findChildren(Button) if button.isVisible()
    ]


def test_a_hang_has_a_card_that_goes_when_the_page_answers_again(app):
    recipes = app.open(RECIPES)
    recipes.hang()
    assert cover(app) == "Recipes does not answer"
    recipes.recover()
    assert cover(app) == "page"


def test_a_crash_behind_the_front_shows_when_the_room_does(app):
    recipes = app.open(RECIPES)
    app.open(CARDS)
    recipes.crash()
    assert cover(app) == "page"
    app.program.navigation.open_app(RECIPES)
    assert cover(app) == "Recipes crashed"


def test_retrying_with_no_room_in_front_does_nothing(app):
    app.stage.frame.retry_pressed.emit()
    assert app.rooms.front() is None


def test_a_page_of_a_running_app_is_opened_inside_it(app):
    room = app.open(RECIPES)
    app.program.navigation.open_by_id(RECIPES, "/r/17?x=1", "link", {"from": "here"})
    assert room.loads == ["/"]
    name, params = room.heard[-1]
    assert name == "link.didOpen"
    assert (params["path"], params["query"], params["scene"], params["start"]) == (
        "/r/17?x=1", {"x": "1"}, "link", {"from": "here"},
    )  # fmt: skip


def test_a_page_of_an_app_that_is_not_ready_is_loaded(app):
    app.program.navigation.open_app(RECIPES)
    app.program.navigation.open_text(f"stoa://{RECIPES}/r/17")
    assert app.front.loads == ["/", "/r/17"]


def test_the_launcher_brings_a_running_app_back_as_it_was(app):
    room = app.open(RECIPES, "/r/17")
    app.open(CARDS)
    app.program.navigation.open_app(RECIPES)
    assert app.front is room
    assert room.loads == ["/r/17"]
    assert "link.didOpen" not in room.names_heard()


def test_the_app_that_is_likely_to_be_opened_next_is_prepared(app):
    app.rest.launcher.page.app_hovered.emit(RECIPES)
    spare = app.rest.pool._spare
    assert (spare.state, spare.standby.path) == (RoomState.WARM, "/")
    app.program.feed.jump_hovered.emit(Jump(RECIPES, "Recipes", "/r/17", "Shakshuka"))
    assert app.rest.pool._spare is spare
    assert spare.standby.path == "/r/17"
    assert app.open(RECIPES) is spare
    app.rest.launcher.page.app_hovered.emit(RECIPES)
    app.rest.launcher.page.app_hovered.emit("org.example.gone")
    assert app.rest.pool._spare is None


@pytest.fixture
def passing(app):
    """A room that was made ready, whose page is on its way when it is opened."""
    app.rest.launcher.page.app_hovered.emit(RECIPES)
    spare = app.rest.pool._spare
    spare.standby.is_passing = True
    app.program.navigation.open_app(RECIPES)
    return spare


def test_a_page_that_stood_ready_comes_before_its_tab_and_may_speak_before_it_is_seen(app, passing):
    assert (app.rooms.front(), app.stage.tabs.keys, app.stage.shown_page) == (None, [], "apps")
    assert passing.call("host.ready").result is None
    app.turns.until(lambda: app.rooms.front() is not None)
    assert (app.front, passing.state, cover(app)) == (passing, RoomState.LOADING, "page")
    assert app.stage.tabs.keys == [app.face.key]
    assert "lifecycle.didShow" in passing.names_heard()


def test_what_is_shown_after_it_comes_in_front_of_it(app, passing):
    app.program.navigation.open_app(CARDS)
    assert app.front.caller.app_id == CARDS
    assert app.stage.tabs.keys == [passing.caller.room_key, app.face.key]
    app.turns.settle()
    assert app.front.caller.app_id == CARDS


def test_a_place_that_is_shown_after_it_stays(app, passing):
    app.program.navigation.show_place("settings")
    app.turns.settle()
    assert (app.rooms.front(), app.stage.shown_page) == (None, "settings")
    assert app.stage.tabs.keys == [passing.caller.room_key]


def test_one_that_is_closed_on_its_way_leaves_nothing(app, passing):
    app.rooms.end_now(passing.caller.room_key)
    app.turns.until(lambda: not app.rooms.passing.is_awaited)
    assert (app.rooms.front(), app.stage.tabs.keys, app.stage.shown_page) == (None, [], "apps")


def test_a_tab_of_an_earlier_session_that_was_hovered_is_shown_once_its_page_came(app, start):
    app.open(RECIPES)
    app.program.navigation.show_place("apps")
    app.program.session.save()
    app.close()
    again = start()
    (key,) = again.stage.tabs.keys
    again.stage.tabs.did_rest.emit(key)
    spare = again.rest.pool._spare
    spare.standby.is_passing = True
    again.stage.room_chosen.emit(key)
    assert (again.rooms.front(), again.stage.shown_page) == (None, "apps")
    again.turns.until(lambda: again.rooms.front() is not None)
    assert (again.front, again.stage.tabs.keys) == (spare, [key])

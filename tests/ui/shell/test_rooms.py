"""Rooms in the window: opened, shown, asleep, crashed, hung, reopened, prepared, refused and closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from stoa.engine import pool
from stoa.engine.refusal import Refusal
from stoa.engine.spec import RoomState
from stoa.shell import room_covers

RECIPES, CARDS, WIKI = "org.example.recipes", "org.example.cards", "org.example.wiki"


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
    assert spare.state is RoomState.WARM
    assert app.open(RECIPES) is spare
    app.rest.launcher.page.app_hovered.emit(RECIPES)
    app.rest.launcher.page.app_hovered.emit("org.example.gone")
    assert app.rest.pool._spare is None


def test_a_refusal_is_listed_once_with_rule_and_fix_and_kept(app):
    room = app.open(CARDS)
    refusal = Refusal("https://spy.example", "not in the network list", 'add "https://spy.example" to network')
    for _ in range(3):
        room.did_refuse.emit(refusal)
    assert app.face.refusals == [refusal]
    (kept,) = app.stores.refusals.newest(CARDS)
    assert (kept.what, kept.rule, kept.fix, kept.times) == (
        "https://spy.example", "not in the network list", 'add "https://spy.example" to network', 1,
    )  # fmt: skip


@pytest.fixture
def menu(app):
    """Opens the menu of the room in front; returns its actions by text."""

    def open_it():
        app.press(app.stage.frame.header, "Menu")
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu)
        return {action.text(): action for action in shown.actions()}

    yield open_it
    while (shown := QApplication.activePopupWidget()) is not None:
        shown.close()


def test_the_menu_says_that_nothing_was_refused(app, menu):
    app.open(CARDS)
    actions = menu()
    assert not actions["Nothing was refused"].isEnabled()


def test_the_menu_lists_refusals_newest_first_with_what_would_change_them(app, menu):
    room = app.open(CARDS)
    for number in range(8):
        room.did_refuse.emit(Refusal(f"https://{number}.example/?a=1&b=2", "not listed", f"fix {number}"))
    room.did_refuse.emit(Refusal("a new window", "no windows"))
    texts = list(menu())
    start = texts.index("9 refused:")
    assert texts[start + 1] == "a new window: no windows"
    assert texts[start + 2] == "https://7.example/?a=1&&b=2: not listed\n      fix 7"
    assert len(texts) - start - 1 == 6


def test_the_menu_reloads_copies_the_link_and_leads_to_settings(app, menu):
    room = app.open(RECIPES, "/r/17")
    menu()["Reload"].trigger()
    assert room.loads == ["/r/17", "/r/17"]
    menu()["Copy link to this page"].trigger()
    assert QGuiApplication.clipboard().text() == f"stoa://{RECIPES}/r/17"
    assert app.said() == ["Link copied"]
    room.did_refuse.emit(Refusal("camera", "not declared"))
    for text in ("Permissions and storage…", "1 refused:"):
        app.program.navigation.show_place("apps")
        app.program.navigation.open_app(RECIPES)
        menu()[text].trigger()
        app.turns.until(lambda: app.stage.shown_page == "settings")


def test_a_room_is_closed_by_its_capsule_its_tab_and_itself(app):
    app.open(RECIPES)
    app.press(app.stage.frame.header, "Close this app")
    app.open(CARDS)
    QTest.keyClick(app.stage.tabs._tabs[app.face.key], Qt.Key.Key_Delete)
    app.turns.settle()
    room = app.open(WIKI)
    assert room.call("host.close").result is None
    app.turns.settle()
    assert app.rooms.faces == {}
    assert app.stage.tabs.keys == []
    assert app.stage.shown_page == "apps"


def test_the_neighbour_comes_when_the_room_in_front_is_closed(app):
    recipes, _cards = app.open(RECIPES), app.open(CARDS)
    app.press(app.stage.frame.header, "Close this app")
    assert app.front is recipes


def test_calls_of_a_closed_room_change_nothing(app):
    room = app.open(RECIPES)
    app.press(app.stage.frame.header, "Close this app")
    assert not room.call("host.toast", text="from beyond").done
    assert app.said() == []


def test_a_page_that_wishes_it_is_asked_about_before_it_is_closed(app):
    room = app.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True, text="The dough is not saved.")
    app.press(app.stage.frame.header, "Close this app")
    sheet = app.sheet(armed=False)
    assert "Close Recipes?" in app.words(sheet)
    assert "The dough is not saved." in app.words(sheet)
    app.press(sheet, "Close")
    assert sheet.isVisible()
    app.press(sheet, "Stay")
    assert app.front is room
    for _ in range(2):
        app.rest.desk.close(app.face.key)
    app.turns.settle()
    app.press(app.sheet(), "Close")
    assert app.rooms.faces == {}
    assert app.sheets() == []


def test_closing_is_not_asked_about_once_the_page_takes_its_wish_back_or_is_loaded_anew(app):
    room = app.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True)
    room.call("host.setClosingConfirmation", enabled=False)
    assert app.face.closing_text is None
    room.call("host.setClosingConfirmation", enabled=True)
    app.face.reload()
    app.press(app.stage.frame.header, "Close this app")
    assert app.rooms.faces == {}


def test_a_page_that_asks_a_question_does_not_keep_its_room_from_being_closed(app):
    room = app.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True)
    asked = room.call("host.confirm", text="Again?")
    app.turns.settle()
    app.rest.desk.close(app.face.key)
    app.press(app.sheet(), "OK")
    assert asked.result == {"confirmed": True}
    assert "What you have not saved there may be lost." in app.words(app.sheet())
    app.press(app.sheet(), "Close")
    assert app.rooms.faces == {}


def test_a_room_that_goes_takes_the_question_about_closing_it_along(app):
    room = app.open(RECIPES)
    room.call("host.setClosingConfirmation", enabled=True)
    app.rest.desk.close(app.face.key)
    app.sheet()
    room.call("host.close")
    app.turns.settle()
    assert app.sheets() == []
    assert app.rooms.faces == {}


def test_notices_carry_the_apps_name(app):
    room = app.open(RECIPES)
    room.call("host.toast", text="Saved", tone="good")
    app.open(CARDS).call("host.toast", text="Stoa: your account is locked")
    assert app.said() == ["Recipes: Saved", "Cards: Stoa: your account is locked"]


def test_an_alert_waits_for_its_press(app):
    call = app.open(RECIPES).call("host.alert", text="The oven is hot.", button="Good")
    app.turns.settle()
    assert not call.done
    app.press(app.sheet(), "Good")
    assert call.result is None


def test_closing_a_room_takes_its_question_away(app):
    room = app.open(RECIPES)
    room.call("host.confirm", text="Sure?")
    app.sheet()
    app.rooms.end(app.face)
    app.turns.settle()
    assert app.sheets() == []


def test_a_second_question_of_a_room_is_refused_while_the_first_is_open(app):
    room = app.open(RECIPES)
    first, second = room.call("host.confirm", text="One?"), room.call("host.confirm", text="Two?")
    app.turns.settle()
    assert second.code == "too_many"
    app.press(app.sheet(), "Cancel")
    assert first.result == {"confirmed": False}


def test_a_link_is_opened_after_asking(app, monkeypatch):
    from stoa.shell import surface

    opened = []
    monkeypatch.setattr(
        surface.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) is None, raising=False
    )
    room = app.open(RECIPES)
    call = room.call("host.openLink", url="https://example.org/salt")
    app.press(app.sheet(), "Open")
    assert call.result == {"opened": True}
    call = room.call("host.openLink", url="https://example.org/pepper")
    app.sheet().refuse()
    app.turns.settle()
    assert call.result == {"opened": False}
    assert opened == ["https://example.org/salt"]


def test_another_app_is_opened_after_asking(app):
    room = app.open(RECIPES)
    unknown = room.call("host.openApp", appId="org.example.gone")
    app.turns.settle()
    assert unknown.code == "not_found"
    call = room.call("host.openApp", appId=CARDS, path="/deck/1", start={"deck": 1})
    app.sheet().refuse()
    app.turns.settle()
    assert call.result == {"opened": False}
    call = room.call("host.openApp", appId=CARDS, path="/deck/1", start={"deck": 1})
    assert "Open Cards?" in app.words(app.sheet())
    app.press(app.sheet(), "OK")
    assert call.result == {"opened": True}
    app.front.load()
    context = app.front.call("host.context").result
    assert (context["scene"], context["path"], context["start"]) == ("app", "/deck/1", {"deck": 1})


@pytest.fixture
def place(monkeypatch):
    """Where the person saves the next file; None while they close the dialog."""
    from stoa.shell import surface

    chosen = {"path": None, "names": []}

    async def choose(_parent, title, name):
        chosen["names"].append((title, name))
        return chosen["path"]

    monkeypatch.setattr(surface, "choose_to_save", choose)
    return chosen


def test_a_file_is_saved_where_the_person_says(app, place, tmp_path):
    room = app.open(RECIPES)
    place["path"] = tmp_path / "list.csv"
    call = room.call("host.saveFile", name="..//li:st.csv", text="a\r\nb\n")
    app.turns.settle()
    assert call.result == {"saved": True}
    assert place["path"].read_bytes() == b"a\r\nb\n"
    assert place["names"] == [("Save for Recipes", "list.csv")]


def test_a_file_that_is_not_saved_is_told(app, place, tmp_path):
    room = app.open(RECIPES)
    call = room.call("host.saveFile", name="///", text="")
    app.turns.settle()
    assert call.result == {"saved": False}
    assert place["names"][-1][1] == "file.txt"
    place["path"] = tmp_path
    call = room.call("host.saveFile", name="a.txt", text="")
    app.turns.settle()
    assert call.result == {"saved": False}
    assert app.said() == ["The file could not be saved: Is a directory"]


def test_one_file_dialog_at_a_time(app, monkeypatch):
    import asyncio

    from stoa.shell import surface

    wait = asyncio.Event()

    async def choose(*_):
        await wait.wait()

    monkeypatch.setattr(surface, "choose_to_save", choose)
    room = app.open(RECIPES)
    first = room.call("host.saveFile", name="a.txt", text="")
    second = room.call("host.saveFile", name="b.txt", text="")
    app.turns.settle()
    assert (first.done, second.code) == (False, "too_many")
    wait.set()
    app.turns.settle()
    assert first.result == {"saved": False}


def test_pages_hear_of_the_other_theme_and_the_window_is_repainted(app):
    room = app.open(RECIPES)
    light = app.window.grab().toImage()
    app.program.theme.set_mode("dark")
    app.turns.settle()
    name, theme = room.heard[-1]
    assert (name, theme["colorScheme"]) == ("theme.didChange", "dark")
    assert room.page.background == app.program.theme.color("card")
    assert app.window.grab().toImage() != light


def test_a_call_of_a_room_that_the_desk_does_not_know_is_told_that_it_is_closed(app):
    from dataclasses import replace

    room = app.open(RECIPES)
    known, room.caller = room.caller, replace(room.caller, room_id=4711)
    assert room.call("host.context").code == "closed"
    assert app.rooms.face_of(known) is None


def test_lines_of_the_console_are_handed_on(app, qtbot):
    room = app.open(RECIPES)
    with qtbot.waitSignal(app.rooms.did_write_console) as heard:
        room.did_write_console.emit("a line")
    assert heard.args == [app.face, "a line"]

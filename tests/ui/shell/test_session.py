"""What comes back at the next start."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from tests.support.quiet_program import write_app

from stoa.contract.errors import StoaError
from stoa.services.feed.posts import Draft, Timeline

RECIPES, CARDS, WIKI = "org.example.recipes", "org.example.cards", "org.example.wiki"


def tab_names(app):
    return [app.stage.tabs._tabs[key].accessibleName() for key in app.stage.tabs.keys]


def test_tabs_come_back_and_only_the_one_in_front_is_a_room(app, start):
    app.open(RECIPES, "/r/17")
    app.open(CARDS, "/deck/1")
    app.open(WIKI)
    app.program.navigation.open_app(CARDS)
    app.close()
    again = start()
    assert tab_names(again) == ["Recipes, sleeping", "Cards", "Wiki, sleeping"]
    assert list(again.rooms.faces) == [f"{again.account_id}/{CARDS}"]
    assert (again.front.loads, again.front.caller.scene) == (["/deck/1"], "launcher")


def test_sleeping_tabs_wake_one_at_a_time_at_their_page(app, start):
    app.open(RECIPES, "/r/17")
    app.open(CARDS, "/deck/1")
    app.program.navigation.show_place("apps")
    app.close()
    again = start()
    assert again.rooms.faces == {}
    assert again.stage.shown_page == "apps"
    QTest.mouseClick(again.stage.tabs._tabs[f"{again.account_id}/{RECIPES}"], Qt.MouseButton.LeftButton)
    assert again.front.loads == ["/r/17"]
    assert tab_names(again) == ["Recipes", "Cards, sleeping"]
    again.program.navigation.open_app(CARDS)
    assert again.front.loads == ["/deck/1"]
    assert tab_names(again) == ["Recipes", "Cards"]


def test_a_pointer_on_a_tab_of_yesterday_makes_its_room_ready_at_its_page(app, start):
    app.open(RECIPES, "/r/17")
    app.program.navigation.show_place("apps")
    app.close()
    again = start()
    key = f"{again.account_id}/{RECIPES}"
    again.stage.tabs.did_rest.emit(key)
    spare = again.rest.pool._spare
    assert (spare.standby.path, spare.loads, tab_names(again)) == ("/r/17", [], ["Recipes, sleeping"])
    again.rooms.show(key)
    assert again.front is spare
    assert spare.loads == ["/r/17"]


def test_a_link_to_a_sleeping_app_opens_the_links_page(app, start):
    app.open(RECIPES, "/r/17")
    app.program.navigation.show_place("apps")
    app.close()
    again = start()
    again.program.navigation.open_text(f"stoa://{RECIPES}/r/1")
    assert again.front.loads == ["/r/1"]
    assert len(again.stage.tabs.keys) == 1


def test_a_sleeping_tab_is_closed_without_being_woken(app, start):
    app.open(RECIPES)
    app.program.navigation.show_place("apps")
    app.close()
    again = start()
    QTest.keyClick(again.stage.tabs._tabs[f"{again.account_id}/{RECIPES}"], Qt.Key.Key_Delete)
    assert again.stage.tabs.keys == []
    assert again.rest.pool.rooms == {}
    again.close()
    assert start().stage.tabs.keys == []


def test_tabs_keep_their_pages_without_ever_being_woken(app, start):
    app.open(RECIPES, "/r/17")
    app.program.navigation.show_place("apps")
    app.close()
    start().close()
    again = start()
    again.program.navigation.open_app(RECIPES)
    assert again.front.loads == ["/r/17"]


def test_a_tab_whose_app_is_gone_does_not_come_back(app, start, tmp_path):
    folder = write_app(tmp_path / "mine", "org.example.mine", "Mine")
    app.window.did_drop.emit(folder)
    app.close()
    shutil.rmtree(folder)
    again = start()
    assert again.stage.tabs.keys == []
    assert again.rooms.front() is None


@pytest.mark.parametrize(
    "kept",
    [
        5,
        [],
        {"open": 5, "front": 5},
        {
            "open": [5, ["x"], [RECIPES, 5], [5, "/"], ["org.example.gone", "/"], [RECIPES, "no path"]],
            "front": "nobody",
        },
        {"open": None, "front": None},
        {"open": [[RECIPES, "/"]] * 100, "front": {}},
    ],
)
def test_kept_tabs_that_are_nonsense_are_ignored(app, start, kept):
    app.stores.settings.of_account(app.account_id).set("tabs", kept)
    app.program.session.save = lambda: None
    app.program.session._save = lambda: None
    app.program.session.end = lambda: None
    app.close()
    again = start()
    assert again.rooms.front() is None
    assert again.stage.tabs.keys in ([], [f"{again.account_id}/{RECIPES}"])


@pytest.mark.parametrize("kept", [5, [], {"timeline": 5, "place": "x"}, {"geometry": 5, "splitter": [1]}])
def test_a_kept_window_and_reading_place_that_are_nonsense_are_ignored(app, start, kept):
    app.stores.settings.set("window", kept)
    app.stores.settings.of_account(app.account_id).set("feed", kept)
    app.program.session.end = lambda: None
    app.close()
    again = start()
    assert again.window.isVisible()
    assert again.program.feed.scroll_state()["timeline"] == Timeline.FOR_YOU


def test_the_windows_size_the_timeline_and_the_place_in_it_come_back(app, start):
    author = app.rest.people.accounts.author()
    for number in range(60):
        app.stores.feed.publish(app.account_id, author, Draft(text=f"Post {number}\n" + "line\n" * 10))
    app.program.feed.set_timeline(Timeline.MINE)
    app.window.resize(640, 560)
    app.turns.settle()
    app.program.feed._list.setFocus()
    for _ in range(5):
        QTest.keyClick(app.program.feed._list, Qt.Key.Key_PageDown)
        app.turns.settle()
    state = app.program.feed.scroll_state()
    app.close()
    again = start()
    assert (again.window.width(), again.window.height()) == (640, 560)
    after = again.program.feed.scroll_state()
    assert after["timeline"] == Timeline.MINE == state["timeline"]
    assert after == state


def test_changes_are_kept_a_moment_later_without_an_end(app, monkeypatch):
    timer = app.program.session.findChild(QTimer)
    timer.stop()
    app.open(RECIPES, "/r/17")
    assert timer.isActive()
    assert timer.interval() <= 1000
    timer.stop()
    timer.timeout.emit()
    kept = app.stores.settings.of_account(app.account_id).get("tabs", {})
    assert (kept["open"], kept["front"]) == ([[RECIPES, "/r/17"]], f"{app.account_id}/{RECIPES}")
    app.front.visit("/r/18")
    assert timer.isActive()
    timer.stop()
    app.window.resize(1000, 700)
    assert timer.isActive()


def test_where_one_reads_is_kept_a_moment_after_scrolling(app):
    author = app.rest.people.accounts.author()
    for number in range(40):
        app.stores.feed.publish(app.account_id, author, Draft(text=f"Post {number}\n" + "line\n" * 10))
    app.program.feed.set_timeline(Timeline.MINE)
    app.turns.settle()
    timer = app.program.session.findChild(QTimer)
    timer.stop()
    QTest.keyClick(app.program.feed._list, Qt.Key.Key_PageDown)
    app.turns.settle()
    assert timer.isActive()
    timer.timeout.emit()
    kept = app.stores.settings.of_account(app.account_id).get("feed", {})
    assert kept == app.program.feed.scroll_state()
    assert kept["index"] > 0 or kept["offset"] < 0


def test_that_rooms_close_at_the_end_is_not_kept(app):
    timer = app.program.session.findChild(QTimer)
    app.open(RECIPES)
    app.program.session.end()
    app.rest.pool.close_all()
    assert not timer.isActive()


def test_a_full_disk_is_told_and_ends_nothing(app, monkeypatch):
    def refuse(*_args):
        raise StoaError("The disk that holds stoa.db is full: free some space and try again.")

    monkeypatch.setattr(type(app.stores.settings), "set", refuse)
    app.program.session.save()
    assert app.said() == ["The disk that holds stoa.db is full: free some space and try again."]
    monkeypatch.undo()


@pytest.fixture
def accounts(app):
    return app.rest.people.accounts

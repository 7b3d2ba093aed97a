"""The share button of a room, links, and posts handed to a mini-app."""

from __future__ import annotations

import asyncio
import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.support.composing import post, type_text
from tests.support.quiet_program import write_app

from stoa.services.feed.posts import Draft
from stoa.shell import sharing
from stoa.shell.composer import ComposerSheet
from stoa.shell.sheets.app_picker import AppPicker
from stoa.ui.app_tile import AppTile

RECIPES, CARDS, WIKI = "org.example.recipes", "org.example.cards", "org.example.wiki"
CAKE = {"path": "/r/17", "title": "Lemon cake", "subtitle": "50 minutes", "text": "Try this!"}


def png(width=64, height=48, color="#c02020"):
    target = io.BytesIO()
    Image.new("RGB", (width, height), color).save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(sharing, "_ANSWER_MS", 40)


def test_the_share_button_asks_a_page_that_answers(app):
    room = app.open(RECIPES, "/r/17")
    app.press(app.stage.frame.header, "Share this page")
    app.turns.until(lambda: "share.willShare" in room.names_heard())
    assert room.heard[-1][1] == {"path": "/r/17"}
    call = room.call("share.post", **CAKE)
    assert app.composer().draft.page.title == "Lemon cake"
    app.turns.loop.run_until_complete(asyncio.sleep(1.0))
    app.turns.settle()
    assert len(app.sheets()) == 1
    app.press(app.composer(), "Cancel")
    app.turns.until(lambda: call.done)


def test_the_share_button_shares_the_open_page_when_it_does_not_answer(app, impatient):
    room = app.open(RECIPES, "/r/17")
    room.call("host.setTitle", title="A cake")
    for _ in range(2):
        app.press(app.stage.frame.header, "Share this page")
    page = app.composer().draft.page
    assert (page.app_id, page.path, page.title, page.app_name) == (RECIPES, "/r/17", "A cake", "Recipes")
    assert Image.open(io.BytesIO(page.picture)).size[0] > 100
    assert room.names_heard().count("share.willShare") == 1
    late = room.call("share.post", **CAKE)
    app.turns.until(lambda: late.done)
    assert late.code == "too_many"
    post(app)
    assert app.posts()[0].jump.title == "A cake"


def test_an_app_that_does_not_declare_sharing_is_shared_at_once(app):
    room = app.open(CARDS, "/deck/1")
    app.press(app.stage.frame.header, "Share this page")
    page = app.composer().draft.page
    assert (page.app_id, page.path, page.title) == (CARDS, "/deck/1", "Cards")
    assert "share.willShare" not in room.names_heard()


def test_a_room_that_closes_before_it_answers_is_not_shared(app, impatient):
    app.open(RECIPES)
    app.press(app.stage.frame.header, "Share this page")
    app.rooms.end(app.face)
    app.turns.loop.run_until_complete(asyncio.sleep(0.1))
    app.turns.settle()
    assert app.sheets() == []


def test_a_link_is_copied_for_the_page(app):
    call = app.open(RECIPES).call("share.copyLink", path="/r/17")
    app.turns.until(lambda: call.done)
    assert call.result == {"link": f"stoa://{RECIPES}/r/17"}
    assert QGuiApplication.clipboard().text() == f"stoa://{RECIPES}/r/17"
    assert app.said() == ["Link copied"]


def publish(app, **draft):
    author = app.rest.people.accounts.author()
    app.stores.feed.publish(app.account_id, author, Draft(**draft))
    return app.posts()[0]


def test_a_post_is_handed_to_an_app_that_takes_shared_things(app):
    from stoa.services.feed.posts import Jump

    app.window.resize(700, 700)
    shared = publish(app, text="Read this", jump=Jump(RECIPES, "Recipes", "/r/17", "Lemon cake", "", None))
    app.program.feed.share_to_app_pressed.emit(shared)
    picker = app.sheet(AppPicker)
    assert [tile.text() for tile in picker.findChildren(AppTile)] == ["Wiki"]
    app.press(picker, "Wiki")
    app.turns.until(lambda: app.rooms.front() is not None)
    room = app.front
    assert app.stage.isVisible()
    assert (room.caller.app_id, room.caller.scene) == (WIKI, "share")
    room.load()
    assert (
        "share.didReceive",
        {"text": "Read this", "url": f"stoa://{RECIPES}/r/17", "title": "Lemon cake"},
    ) in room.heard
    plain = publish(app, text="Only words")
    app.program.feed.share_to_app_pressed.emit(plain)
    app.sheet(AppPicker)._search.setText("wik")
    QTest.keyClick(app.sheet(AppPicker)._search, Qt.Key.Key_Return)
    app.turns.settle()
    received = [params for name, params in room.heard if name == "share.didReceive"][-1]
    assert (received["text"], received["url"]) == ("Only words", "")


def test_picking_no_app_hands_the_post_to_nobody(app):
    shared = publish(app, text="Read this")
    app.program.feed.share_to_app_pressed.emit(shared)
    app.press(app.sheet(AppPicker), "Cancel")
    assert app.rooms.front() is None


def test_without_an_app_that_takes_shared_things_this_is_said(app):
    for mini_app in app.program.apps.all():
        if mini_app.manifest.share_targets:
            object.__setattr__(mini_app.manifest, "share_targets", ())
    app.program.feed.share_to_app_pressed.emit(publish(app, text="Read this"))
    app.turns.settle()
    assert app.said() == ["No app here takes shared posts."]


def test_an_app_that_went_away_meanwhile_gets_nothing(app, monkeypatch):
    app.program.feed.share_to_app_pressed.emit(publish(app, text="Read this"))
    picker = app.sheet(AppPicker)
    monkeypatch.setattr(app.program.apps, "by_key", lambda _key: None)
    app.press(picker, "Wiki")
    assert app.rooms.front() is None
    assert app.said() == ["This app is not here any more."]


def test_ending_the_program_with_an_open_composer_leaves_nothing_behind(app, write, start):
    write()
    type_text(app, "Half a thou")
    app.close()
    again = start()
    again.program.feed.compose_pressed.emit()
    assert again.composer().draft.text == "Half a thou"
    assert isinstance(again.composer(), ComposerSheet)
    again.composer().refuse()


def test_the_icon_of_an_attached_page_is_its_apps(app, bundled):
    folder = write_app(bundled, "org.example.icons", "Icons", ("share",), icons=[{"src": "icon.png", "sizes": "64x64"}])
    (folder / "icon.png").write_bytes(png(64, 64))
    app.program.apps.catalog.refresh()
    assert app.program.apps.icon_by_id("org.example.icons").width() == 192
    assert app.program.apps.icon_by_id(RECIPES) is None
    assert app.program.apps.icon_by_id("org.example.nobody") is None

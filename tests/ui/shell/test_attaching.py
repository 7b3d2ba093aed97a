"""From the composer to a page of a mini-app and back."""

from __future__ import annotations

import pytest
from tests.support.composing import post

from stoa.shell.sheets.app_picker import AppPicker
from stoa.ui.app_tile import AppTile

WIKI = "org.example.wiki"
CAKE = {"path": "/r/17", "title": "Lemon cake", "subtitle": "50 minutes", "text": "Try this!"}


def settings(app):
    return app.stores.settings.of_account(app.account_id)


@pytest.fixture
def attach(app, write):
    """Begins to attach a page: the composer steps aside and an app is picked by name."""

    def begin(name="Recipes"):
        composer = write()
        app.press(composer, "Attach a page of an app")
        picker = app.sheet(AppPicker)
        assert not composer.isVisible()
        app.press(picker, name)
        app.turns.until(lambda: app.rooms.front() is not None)
        app.front.load()
        app.turns.settle()
        return composer

    return begin


def strip(app):
    return app.rest.services.sharing._strip


def test_only_apps_that_can_share_are_offered(app, write):
    app.press(write(), "Attach a page of an app")
    picker = app.sheet(AppPicker)
    assert sorted(tile.text() for tile in picker.findChildren(AppTile)) == ["Recipes", "Wiki"]
    picker.refuse()


def test_a_page_is_attached(app, attach):
    composer = attach()
    room = app.front
    assert room.call("host.context").result["scene"] == "attach"
    assert strip(app).isVisible()
    assert app.sheets() == []
    call = room.call("share.attach", **CAKE)
    app.turns.until(lambda: call.done)
    assert call.result is None
    app.turns.until(composer.isVisible)
    assert composer.draft.page.title == "Lemon cake"
    assert room.caller.scene == "launcher"
    assert not strip(app).isVisible()
    again = room.call("share.attach", **CAKE)
    app.turns.until(lambda: again.done)
    assert again.code == "unsupported"
    post(app)
    app.turns.until(app.posts)
    assert app.posts()[0].jump.path == "/r/17"


def test_a_page_may_ask_while_the_composer_steps_aside(app, attach):
    attach()
    asked = app.front.call("host.confirm", text="This one?")
    app.press(app.sheet(), "OK")
    assert asked.result == {"confirmed": True}
    strip(app).did_close.emit()
    app.composer().refuse()


def test_nothing_is_attached_when_the_person_thinks_better_of_it(app, attach):
    composer = attach()
    app.front.call("host.ready")
    strip(app).did_close.emit()
    app.turns.until(composer.isVisible)
    assert composer.draft.page is None
    assert app.front.caller.scene == "launcher"
    assert ("scene.didChange", {"scene": "launcher"}) in app.front.heard
    assert "link.didOpen" not in app.front.names_heard()  # it stays on the page where it is
    late = app.front.call("share.attach", **CAKE)
    app.turns.until(lambda: late.done)
    assert late.code == "unsupported"


def test_nothing_is_attached_when_no_app_is_picked(app, write):
    composer = write()
    app.press(composer, "Attach a page of an app")
    app.press(app.sheet(AppPicker), "Cancel")
    app.turns.until(composer.isVisible)
    assert app.rooms.front() is None


def test_the_composer_comes_back_when_the_room_is_closed(app, attach):
    composer = attach()
    app.rooms.end(app.face)
    app.turns.until(composer.isVisible)
    assert not strip(app).isVisible()


def test_another_room_that_closes_meanwhile_changes_nothing(app, attach):
    app.open(WIKI)
    wiki = app.face
    composer = attach()
    app.rooms.end(wiki)
    app.turns.settle()
    assert not composer.isVisible()
    assert strip(app).isVisible()
    strip(app).did_close.emit()
    app.turns.until(composer.isVisible)


def test_a_page_that_shares_meanwhile_is_told_that_the_composer_is_open(app, attach):
    attach()
    call = app.front.call("share.post", **CAKE)
    app.turns.until(lambda: call.done)
    assert call.code == "too_many"
    strip(app).did_close.emit()
    app.composer().refuse()


def test_a_post_belongs_to_whoever_began_to_write_it(app, attach):
    ada = app.account_id
    settings(app).set("draft", {"text": "Ada's words"})
    composer = attach()
    app.rest.people.accounts.add("Grace")
    grace = app.account_id
    assert grace != ada
    settings(app).set("draft", {"text": "Grace's words"})
    app.turns.until(composer.isVisible)
    app.arm(composer)
    post(app)
    assert app.posts() == []
    assert settings(app).get("draft", {}) == {"text": "Grace's words"}
    app.rest.people.accounts.switch(ada)
    assert [written.text for written in app.posts()] == ["Ada's words"]
    assert settings(app).get("draft", {}) == {}

"""From a page to a post and from the composer to a page, with the real stores behind."""

from __future__ import annotations

import asyncio
import base64
import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.support.quiet_program import write_app

from stoa.contract.errors import StoaError
from stoa.services.feed.posts import Draft
from stoa.services.surveys.api import SurveyDraft
from stoa.shell import sharing
from stoa.shell.composer import ComposerSheet
from stoa.shell.sheets.app_picker import AppPicker
from stoa.ui.app_tile import AppTile

RECIPES, CARDS, WIKI = "org.example.recipes", "org.example.cards", "org.example.wiki"
CAKE = {"path": "/r/17", "title": "Lemon cake", "subtitle": "50 minutes", "text": "Try this!"}
SURVEY = {"title": "Cake", "questions": [{"kind": "single", "text": "Good?", "options": ["yes", "no"]}]}


def png(width=64, height=48, color="#c02020"):
    target = io.BytesIO()
    Image.new("RGB", (width, height), color).save(target, "PNG")
    return target.getvalue()


def settings(app):
    return app.stores.settings.of_account(app.account_id)


def type_text(app, text):
    composer = app.composer()
    QTest.keyClicks(composer._area, text)
    composer.timer.stop()
    composer.timer.timeout.emit()
    return composer


def post(app):
    composer = app.composer()
    app.press(composer, "Post")
    app.turns.until(lambda: composer not in app.sheets())
    app.turns.settle()


@pytest.fixture
def write(app):
    """Opens the composer as the feed's button does."""

    def open_it():
        app.program.feed.compose_pressed.emit()
        return app.composer()

    return open_it


def test_a_page_becomes_a_post_whose_jump_opens_it_again(app):
    room = app.open(RECIPES)
    call = room.call("share.post", **CAKE)
    composer = app.composer()
    assert composer.draft.text == "Try this!"
    assert not call.done
    app.press(composer, "Post")
    app.turns.until(lambda: call.done)
    (shared,) = app.posts()
    assert call.result == {"postId": shared.id}
    assert (shared.text, shared.jump.app_id, shared.jump.path, shared.jump.title, shared.jump.subtitle) == (
        "Try this!", RECIPES, "/r/17", "Lemon cake", "50 minutes",
    )  # fmt: skip
    assert shared.jump.picture is not None
    assert app.said() == ["Posted"]
    app.open(CARDS)
    app.program.feed.jump_pressed.emit(shared.jump, shared.id)
    assert app.front is room
    (opened,) = [params for name, params in room.heard if name == "link.didOpen"]
    assert (opened["path"], opened["scene"]) == ("/r/17", "post")


def test_a_page_brings_its_own_picture(app):
    picture = {"mediaType": "image/png", "data": base64.b64encode(png()).decode()}
    call = app.open(RECIPES).call("share.post", **CAKE, picture=picture)
    app.turns.until(app.sheets)
    assert app.composer().draft.page.picture is not None
    post(app)
    app.turns.until(lambda: call.done)
    stored = app.stores.pictures.get(app.posts()[0].jump.picture)
    assert Image.open(io.BytesIO(stored)).convert("RGB").getpixel((5, 5))[0] > 150


def test_closing_the_composer_tells_the_page(app):
    call = app.open(RECIPES).call("share.post", **CAKE)
    app.press(app.composer(), "Cancel")
    app.turns.until(lambda: call.done)
    assert call.code == "cancelled"
    assert app.posts() == []
    assert settings(app).get("draft", {}) == {}


def test_only_the_app_in_front_may_share_and_only_one_thing_at_a_time(app):
    recipes = app.open(RECIPES)
    wiki = app.open(WIKI)
    behind = recipes.call("share.post", **CAKE)
    app.turns.until(lambda: behind.done)
    assert behind.code == "denied"
    first = wiki.call("share.post", **CAKE)
    app.composer()
    app.program.navigation.open_app(RECIPES)
    second = recipes.call("share.post", **CAKE)
    app.turns.until(lambda: second.done)
    assert second.code == "too_many"
    app.press(app.composer(), "Cancel")
    app.turns.until(lambda: first.done)


def test_the_survey_of_a_mini_app_is_put_in_its_post(app):
    room = app.open(RECIPES)
    app.stores.grants.remember(app.account_id, RECIPES, "surveys", "always")
    made = room.call("surveys.create", **SURVEY)
    assert made.done
    survey_id = made.result["id"]
    call = room.call("share.post", **CAKE, surveyId=survey_id)
    app.turns.until(app.sheets)
    assert app.composer().draft.page.picture is None
    post(app)
    app.turns.until(lambda: call.done)
    assert app.posts()[0].survey_id == survey_id
    foreign = room.call("share.post", **CAKE, surveyId="nobody's")
    app.turns.until(lambda: foreign.done)
    assert foreign.code == "not_found"


def test_a_post_and_the_survey_made_with_it_are_written_together(app, write, monkeypatch):
    composer = write()
    composer._change(text="What do you think?", survey=SurveyDraft.model_validate(SURVEY))
    composer._area.setPlainText("What do you think?")
    monkeypatch.setattr(app.program.stores.feed, "publish", refuse, raising=False)
    post_pressed(app, composer)
    assert app.stores.database.row("SELECT count(*) FROM surveys") == (0,)
    assert "The disk that holds stoa.db is full" in app.words(app.composer())
    monkeypatch.undo()
    post(app)
    (written,) = app.posts()
    assert written.text == "What do you think?"
    survey = app.rest.services.surveys.get(app.account_id, written.survey_id)
    assert survey.title == "Cake"


def refuse(*_args, **_kwargs):
    raise StoaError("The disk that holds stoa.db is full: free some space and try again.")


def post_pressed(app, composer):
    """Press Post where a new composer comes of it."""
    app.press(composer, "Post")
    app.turns.until(lambda: any(sheet is not composer for sheet in app.sheets()))
    app.turns.settle()


def test_a_post_that_cannot_be_written_keeps_its_draft_and_says_why(app, write, monkeypatch):
    write()
    composer = type_text(app, "Hello")
    monkeypatch.setattr(app.program.stores.feed, "publish", refuse, raising=False)
    post_pressed(app, composer)
    assert "free some space and try again" in app.words(app.composer())
    assert app.composer().draft.text == "Hello"
    assert settings(app).get("draft", {})["text"] == "Hello"
    monkeypatch.undo()
    post(app)
    assert [written.text for written in app.posts()] == ["Hello"]
    assert settings(app).get("draft", {}) == {}


def test_the_feed_shows_the_new_post(app, write):
    write()
    type_text(app, "Hello")
    post(app)
    shown = app.program.feed._list.position.window.posts
    assert [one.text for one in shown] == ["Hello"]


def test_a_draft_is_kept_over_a_restart(app, write, start):
    write()
    type_text(app, "Half a thou")
    app.press(app.composer(), "Cancel")
    app.close()
    again = start()
    again.program.feed.compose_pressed.emit()
    assert again.composer().draft.text == "Half a thou"
    again.composer().refuse()


def test_a_draft_that_cannot_be_kept_says_so(app, write, monkeypatch):
    write()
    from stoa.services.settings.store import AccountSettings

    monkeypatch.setattr(AccountSettings, "set", refuse)
    composer = type_text(app, "Hello")
    assert "free some space and try again" in app.words(composer)
    post(app)
    assert app.said() == ["Posted", "The disk that holds stoa.db is full: free some space and try again."]
    monkeypatch.undo()
    assert [written.text for written in app.posts()] == ["Hello"]


def test_one_composer_at_a_time(app, write):
    composer = write()
    app.program.feed.compose_pressed.emit()
    app.turns.settle()
    assert app.sheets() == [composer]


def test_the_composer_and_questions_of_pages_come_one_after_the_other(app, write):
    room = app.open(RECIPES)
    composer = write()
    asked = room.call("host.confirm", text="Sure?")
    app.turns.settle()
    assert app.sheets() == [composer]
    app.press(composer, "Cancel")
    app.press(app.sheet(), "OK")
    assert asked.result == {"confirmed": True}


def test_a_picture_is_chosen_read_and_posted(app, write, monkeypatch, tmp_path):
    file = tmp_path / "cake.png"
    file.write_bytes(png())
    choose(monkeypatch, file)
    composer = write()
    app.press(composer, "Add a picture")
    app.turns.until(lambda: composer.draft.picture is not None)
    post(app)
    assert app.stores.pictures.get(app.posts()[0].picture) is not None


def choose(monkeypatch, path):
    async def choose_to_open(*_args):
        return path

    monkeypatch.setattr(sharing, "choose_to_open", choose_to_open)


def test_a_picture_that_cannot_be_used_says_why(app, write, monkeypatch, tmp_path):
    composer = write()
    choose(monkeypatch, None)
    app.press(composer, "Add a picture")
    assert composer.draft.picture is None
    choose(monkeypatch, tmp_path / "gone.png")
    app.press(composer, "Add a picture")
    assert "The picture cannot be read: No such file or directory" in app.words(composer)
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    choose(monkeypatch, large)
    app.press(composer, "Add a picture")
    assert "larger than 20 MB" in app.words(composer)


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
    strip(app).did_close.emit()
    app.turns.until(composer.isVisible)
    assert composer.draft.page is None
    assert app.front.caller.scene == "launcher"
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
    app.program.apps._catalog.refresh()
    assert app.program.apps.icon_by_id("org.example.icons").width() == 192
    assert app.program.apps.icon_by_id(RECIPES) is None
    assert app.program.apps.icon_by_id("org.example.nobody") is None

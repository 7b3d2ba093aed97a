"""From a page of a mini-app to a post, with the real stores behind."""

from __future__ import annotations

import base64
import io

from PIL import Image

from stoa.shell.attachments import Picture

RECIPES, CARDS, WIKI = "org.example.recipes", "org.example.cards", "org.example.wiki"
CAKE = {"path": "/r/17", "title": "Lemon cake", "subtitle": "50 minutes", "text": "Try this!"}
SURVEY = {"title": "Cake", "questions": [{"kind": "single", "text": "Good?", "options": ["yes", "no"]}]}


def png(width=64, height=48, color="#c02020"):
    target = io.BytesIO()
    Image.new("RGB", (width, height), color).save(target, "PNG")
    return target.getvalue()


def settings(app):
    return app.stores.settings.of_account(app.account_id)


def post(app):
    composer = app.composer()
    app.press(composer, "Post")
    app.turns.until(lambda: composer not in app.sheets())
    app.turns.settle()


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


def test_the_picture_of_the_page_is_seen_before_it_is_posted_and_can_be_left_out(app):
    call = app.open(RECIPES).call("share.post", **CAKE)
    composer = app.composer()
    assert [part.accessibleName() for part in composer.findChildren(Picture)] == ["Picture of the page"]
    app.press(composer, "Leave the picture out")
    post(app)
    app.turns.until(lambda: call.done)
    assert app.posts()[0].jump.picture is None


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

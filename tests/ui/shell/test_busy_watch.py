"""An app that keeps the processor busy is named, and the person chooses."""

from __future__ import annotations

from tests.ui.shell.conftest import CARDS, RECIPES

from stoa.ui.strip import Strip

SENTENCE = "Recipes keeps the processor busy. You can wait, or end it."


def strips(app):
    return [strip for strip in app.window.findChildren(Strip) if strip.isVisible()]


def test_a_busy_app_is_named_and_ended_by_a_press(app):
    recipes, cards = app.open(RECIPES), app.open(CARDS)
    recipes.warden.did_toil.emit()
    (strip,) = strips(app)
    assert strip.accessibleName() == SENTENCE
    app.press(strip, "End it")
    app.turns.settle()
    assert (recipes.state, cards.state) == ("closed", "running")
    assert strips(app) == []


def test_who_waits_is_left_in_peace(app):
    recipes = app.open(RECIPES)
    recipes.warden.did_toil.emit()
    (strip,) = strips(app)
    strip.did_close.emit()
    app.turns.settle()
    assert strips(app) == []
    assert recipes.state == "running"


def test_the_sentence_goes_when_the_page_stops_by_itself(app):
    recipes = app.open(RECIPES)
    recipes.warden.did_toil.emit()
    recipes.crash()
    app.turns.settle()
    assert strips(app) == []


def test_a_page_that_does_not_answer_is_not_asked_about_twice(app):
    recipes = app.open(RECIPES)
    recipes.hang()
    recipes.warden.did_toil.emit()
    assert strips(app) == []

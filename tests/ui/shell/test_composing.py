"""Posts written in the composer: with a survey, a picture, a draft, and when they cannot be written."""

from __future__ import annotations

import io
from threading import Event

from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from tests.support.composing import post, refuse, type_text

from stoa.contract.wire import read
from stoa.services.feed.posts import Draft
from stoa.services.surveys.api import SurveyDraft
from stoa.shell import sharing

RECIPES = "org.example.recipes"
SURVEY = {"title": "Cake", "questions": [{"kind": "single", "text": "Good?", "options": ["yes", "no"]}]}


def png(width=64, height=48, color="#c02020"):
    target = io.BytesIO()
    Image.new("RGB", (width, height), color).save(target, "PNG")
    return target.getvalue()


def settings(app):
    return app.stores.settings.of_account(app.account_id)


def test_a_post_and_the_survey_made_with_it_are_written_together(app, write, monkeypatch):
    composer = write()
    composer._change(text="What do you think?", survey=read(SurveyDraft, SURVEY))
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
    QTest.keyClicks(again.composer()._area, "ght")
    assert again.composer().draft.text == "Half a thought", "who goes on writes behind it"
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


def test_a_large_picture_is_kept_in_the_draft_at_the_size_it_is_shown_at(app, write, monkeypatch, tmp_path):
    file = tmp_path / "large.png"
    file.write_bytes(png(4000, 1000))
    choose(monkeypatch, file)
    composer = write()
    app.press(composer, "Add a picture")
    app.turns.until(lambda: composer.draft.picture is not None)
    assert Image.open(io.BytesIO(composer.draft.picture)).size == (1600, 400)


def test_a_picture_is_pasted_and_another_one_dropped_in_its_place(app, write, tmp_path):
    composer = write()
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    composer._area.paste()
    app.turns.until(lambda: composer.draft.picture is not None)
    assert Image.open(io.BytesIO(composer.draft.picture)).size == (40, 20)
    pasted = composer.draft.picture
    file = tmp_path / "cake.PNG"
    file.write_bytes(png())
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    assert composer._area.canInsertFromMimeData(dropped)
    composer._area.insertFromMimeData(dropped)
    app.turns.until(lambda: composer.draft.picture != pasted)
    assert Image.open(io.BytesIO(composer.draft.picture)).size == (64, 48)
    assert composer.draft.text == ""


def test_a_composer_that_is_closed_while_a_picture_is_read_gets_none(app, write, monkeypatch, tmp_path):
    file = tmp_path / "cake.png"
    file.write_bytes(png())
    choose(monkeypatch, file)
    composer, go_on, prepare = write(), Event(), app.stores.pictures.prepare
    read = []
    monkeypatch.setattr(
        app.stores.pictures, "prepare", lambda data: go_on.wait(10) and (read.append(prepare(data)) or read[0])
    )
    app.press(composer, "Add a picture")
    app.press(composer, "Discard draft")
    go_on.set()
    app.turns.until(lambda: read)
    app.turns.settle()
    assert (app.sheets(), app.said(), settings(app).get("draft", {})) == ([], [], {})


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
    app.turns.until(lambda: "The picture cannot be read: No such file or directory" in app.words(composer))
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    choose(monkeypatch, large)
    app.press(composer, "Add a picture")
    app.turns.until(lambda: "larger than 20 MB" in app.words(composer))
    assert composer.draft.picture is None


def publish(app, **draft):
    author = app.rest.people.accounts.author()
    app.stores.feed.publish(app.account_id, author, Draft(**draft))
    return app.posts()[0]

"""Votes go to a file piece by piece, from the menu of a post whose survey is one's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from stoa.services.feed.posts import Draft
from stoa.services.surveys.api import Answer, Question, QuestionKind, SurveyDraft
from stoa.shell import survey_export
from stoa.shell.survey_export import SurveyExport, file_stem


@pytest.fixture
def survey(app):
    """A survey of the account in use with one vote, and its post."""
    surveys = app.rest.services.surveys
    made = surveys.create(app.account_id, "stoa", SurveyDraft(title="Lunch: today?", questions=[WHAT]))
    surveys.vote("grace", made.id, [Answer(question=0, choices=[1])])
    app.stores.feed.publish(app.account_id, app.rest.people.accounts.author(), Draft("", survey_id=made.id))
    app.program.feed.show_newest()
    app.turns.settle()
    return made


WHAT = Question(kind=QuestionKind.SINGLE, text="What?", options=["Soup", "Pizza"])


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """The person saves where they are asked; the names that were offered."""
    offered = []

    async def choose(_parent, _title, name):
        offered.append(name)
        return tmp_path / name

    monkeypatch.setattr(survey_export, "choose_to_save", choose)
    return offered


def test_the_author_exports_the_votes_from_the_menu_of_the_post(app, survey, chosen, tmp_path):
    (post,) = app.posts()
    app.program.feed.post_actions._on_menu_pressed(post, QPoint(400, 400))
    menu = QApplication.activePopupWidget()
    (export,) = [action for action in menu.actions() if action.text() == "Export votes…"]
    export.trigger()
    menu.close()
    app.turns.until((tmp_path / "Lunch today.csv").exists)
    assert chosen == ["Lunch today.csv"]
    assert (tmp_path / "Lunch today.csv").read_text("utf-8-sig").splitlines() == ["What?", "Pizza"]
    assert app.said() == ["Votes exported to Lunch today.csv"]


def test_nobody_else_is_offered_the_votes(app, survey):
    (post,) = app.posts()
    app.rest.people.accounts.add("Grace")
    app.program.feed.post_actions._on_menu_pressed(post, QPoint(400, 400))
    menu = QApplication.activePopupWidget()
    assert "Export votes…" not in [action.text() for action in menu.actions()]
    menu.close()


def test_a_file_that_cannot_be_finished_is_not_left_behind(app, chosen, tmp_path):
    class Votes:
        def export_csv(self, _account, _survey):
            yield "Go?\r\n"
            raise OSError(28, "No space left on device")

    export = SurveyExport(app.window, app.program.navigation, Votes())
    app.turns.run(export.export("ann", "1", "?"))
    assert app.said() == ["survey.csv cannot be written: No space left on device"]
    assert list(tmp_path.glob("survey*")) == []


def test_a_title_becomes_a_name_that_every_system_takes():
    assert file_stem(' ..a/b\\c:*?"<>|d. ') == "abcd"
    assert len(file_stem("long " * 100)) <= 60

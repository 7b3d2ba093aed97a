"""Surveys and votes in the database: as earlier versions of the program wrote them, too."""

from __future__ import annotations

import json

import pytest

from stoa.contract.wire import WireError
from stoa.services.surveys.api import Answer, Question, QuestionKind, ResultsVisible, SurveyDraft
from stoa.services.surveys.kept import answers_text, draft_text, kept_answers, kept_draft

DRAFT = SurveyDraft(
    title="Where to?",
    questions=[Question(kind=QuestionKind.MULTIPLE, text="When?", options=["Mon", "Tue"], max=2)],
    closes_at=1_700_000_000_000,
    results=ResultsVisible.ALWAYS,
    can_change=True,
)


def test_a_survey_is_kept_and_read_again():
    assert kept_draft(draft_text(DRAFT)) == DRAFT


def test_the_names_in_the_database_are_those_of_the_program():
    kept = json.loads(draft_text(DRAFT))
    assert (kept["closes_at"], kept["can_change"], kept["results"]) == (1_700_000_000_000, True, "always")
    assert kept["questions"][0]["kind"] == "multiple"


def test_answers_are_kept_without_what_they_leave_out():
    answers = [Answer(question=0, choices=[1, 0]), Answer(question=1, rating=4), Answer(question=2, text="ü")]
    text = answers_text(answers)
    assert text == '[{"question":0,"choices":[1,0]},{"question":1,"rating":4},{"question":2,"text":"ü"}]'
    assert kept_answers(text) == tuple(answers)


def test_what_is_no_survey_is_refused():
    with pytest.raises(WireError, match="questions: Expected"):
        kept_draft('{"questions": []}')

"""The survey maker: every kind of question, quiz, closing; what is missing is said in a sentence."""

from __future__ import annotations

import json

import pytest
from PySide6.QtTest import QTest

from stoa.services.surveys.api import QuestionKind, ResultsVisible
from stoa.services.surveys.drafts import validate_draft
from stoa.shell.survey_form import (
    FormError,
    QuestionForm,
    SurveyForm,
    draft_of,
    form_from_json,
    form_of,
    form_to_json,
)
from stoa.shell.survey_maker import SurveyMaker
from stoa.ui.field import TextField

NOW = 1_800_000_000_000
DAY = 24 * 3600 * 1000


def single(text="Where?", options=("Kea", "Syros")):
    return QuestionForm(text=text, options=list(options))


@pytest.fixture
def make(theme, opened):
    return lambda form=None: opened(lambda page: SurveyMaker(theme, page, lambda: NOW, form))


def test_one_question_needs_no_title():
    draft = draft_of(SurveyForm(questions=[single()]), NOW)
    assert (draft.title, draft.questions[0].options) == ("Where?", ["Kea", "Syros"])


def test_blank_options_are_left_out_and_right_answers_follow():
    question = single(options=["", "Kea", " ", "Syros"])
    question.correct = [3]
    draft = draft_of(SurveyForm(questions=[question], quiz=True), NOW)
    assert (draft.questions[0].options, draft.questions[0].correct) == (["Kea", "Syros"], [1])


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_kind_becomes_a_valid_survey(kind):
    question = single()
    question.kind = kind
    draft = draft_of(SurveyForm(questions=[question]), NOW)
    validate_draft(draft, NOW)
    assert draft.questions[0].kind is kind


@pytest.mark.parametrize(
    ("form", "sentence", "question"),
    [
        (SurveyForm(questions=[single(), single()]), "title", None),
        (SurveyForm("T", [single(text=" ")]), "Question 1: write the question", 0),
        (SurveyForm("T", [single(), single(options=["Kea", ""])]), "Question 2: write at least two", 1),
        (SurveyForm("T", [single(options=["Kea", "kea "])]), "the same", 0),
        (SurveyForm("T", [single()], quiz=True), "right answer", None),
        (SurveyForm("T", [single()], closes_at=NOW - 1), "closing time", None),
    ],
)
def test_what_is_missing_is_said(form, sentence, question):
    with pytest.raises(FormError, match=sentence) as caught:
        draft_of(form, NOW)
    assert caught.value.question == question


def test_bounds_of_several_choices_stay_within_the_options():
    question = QuestionForm(QuestionKind.MULTIPLE, "Days?", ["Fri", "Sat", ""], least=3, most=3)
    made = draft_of(SurveyForm(questions=[question]), NOW).questions[0]
    assert (made.min, made.max) == (2, 2)


def test_a_quiz_has_no_changed_votes():
    question = single()
    question.correct = [0]
    assert not draft_of(SurveyForm(questions=[question], quiz=True, can_change=True), NOW).can_change


def test_a_form_goes_through_json_and_back_from_a_survey():
    form = SurveyForm("T", [single()], anonymous=False, closes_at=NOW + 5, results=ResultsVisible.ALWAYS)
    assert form_from_json(json.loads(json.dumps(form_to_json(form)))) == form
    assert form_of(draft_of(form, NOW)) == form


@pytest.mark.parametrize("kept", [{}, {"questions": 3}, {"questions": [{"x": 1}]}, {"questions": [{"kind": "no"}]}])
def test_a_broken_form_begins_anew(kept):
    assert form_from_json(kept) == SurveyForm()


def test_a_survey_is_typed_and_attached(make, press):
    maker = make()
    fields = maker._editors[0].findChildren(TextField)
    for field, text in zip(fields, ("Where?", "Kea", "Syros"), strict=True):
        QTest.keyClicks(field, text)
    press(maker, "Attach to post")
    assert maker.answers[0].questions[0].options == ["Kea", "Syros"]


def test_the_preview_follows_typing(make, says):
    maker = make()
    assert "Your question" in says(maker._preview)
    QTest.keyClicks(maker._editors[0].field, "Where?")
    assert "Where?" in says(maker._preview)


def test_options_are_added_up_to_ten_and_removed_down_to_two(make, press):
    maker = make()
    editor = maker._editors[0]
    for _ in range(8):
        press(editor, "Add option")
    assert len(editor.form.options) == 10
    with pytest.raises(AssertionError, match="no button"):
        press(editor, "Add option")
    for _ in range(8):
        press(editor, "Remove option 1")
    press(editor, "Remove option 1")
    assert len(editor.form.options) == 2


def test_questions_are_added_moved_and_removed(make, press):
    maker = make(SurveyForm("T", [single("One?"), single("Two?")]))
    press(maker, "Add question")
    assert maker._editors[2].field.hasFocus()
    press(maker._editors[1], "Move up")
    assert [question.text for question in maker.form.questions] == ["Two?", "One?", ""]
    press(maker._editors[2], "Remove question")
    press(maker._editors[0], "Remove question")
    press(maker._editors[0], "Remove question")
    assert [question.text for question in maker.form.questions] == ["One?"]


def test_twenty_questions_are_the_most(make):
    maker = make(SurveyForm("T", [single() for _ in range(19)]))
    maker.add_question()
    maker.add_question()
    assert len(maker.form.questions) == 20
    assert not maker._add.isEnabled()


def test_kinds_change_and_options_survive_the_way_back(make):
    editor = make(SurveyForm("T", [single()]))._editors[0]
    editor.set_kind(QuestionKind.RATING)
    assert len(editor.findChildren(TextField)) >= 1
    editor.set_kind(QuestionKind.RANKING)
    assert editor.form.options == ["Kea", "Syros"]


def test_a_quiz_marks_one_right_answer_of_a_single_choice(make, press):
    maker = make(SurveyForm("T", [single()]))
    press(maker, "Quiz")
    editor = maker._editors[0]
    press(editor, "Right answer: option 1")
    press(editor, "Right answer: option 2")
    assert editor.form.correct == [1]
    assert not maker._can_change.isEnabled()
    press(maker, "Attach to post")
    assert maker.answers[0].questions[0].correct == [1]


def test_removing_an_option_moves_the_right_answers(make, press):
    question = QuestionForm(QuestionKind.MULTIPLE, "?", ["a", "b", "c"], most=3, correct=[0, 2])
    editor = make(SurveyForm("T", [question], quiz=True))._editors[0]
    press(editor, "Remove option 1")
    assert (editor.form.correct, editor.form.most) == ([1], 2)


def test_bounds_are_stepped(make, press):
    question = QuestionForm(QuestionKind.MULTIPLE, "?", ["a", "b", "c"])
    editor = make(SurveyForm("T", [question]))._editors[0]
    press(editor, "More")
    press(editor, "More")
    assert editor.form.least == 3
    editor._on_most(2)
    assert (editor.form.least, editor.form.most) == (2, 2)


def test_what_is_missing_is_shown_where_it_is(make, press, says):
    maker = make(SurveyForm("T", [single(), single(text="")]))
    press(maker, "Attach to post")
    assert maker.answers == []
    assert "Question 2: write the question." in says(maker)
    assert maker._editors[1].field.hasFocus()
    QTest.keyClicks(maker._editors[1].field, "And?")
    assert "write the question" not in says(maker)


@pytest.mark.parametrize(("label", "closes"), [("By hand", None), ("1 day", NOW + DAY), ("1 week", NOW + 7 * DAY)])
def test_closing_times(make, press, label, closes):
    maker = make(SurveyForm("T", [single()], closes_at=NOW + 3 * DAY))
    assert maker._closes.index == 3
    press(maker, label)
    assert maker.form.closes_at == closes


def test_closing_on_a_date(make, press):
    maker = make(SurveyForm("T", [single()]))
    press(maker, "On a date")
    assert maker._date.isVisible()
    assert maker.form.closes_at == NOW + 7 * DAY
    maker._date.setDateTime(maker._date.dateTime().addDays(1))
    assert maker.form.closes_at == NOW + 8 * DAY


def test_rules_are_chosen(make, press):
    maker = make(SurveyForm("T", [single()]))
    for name in ("Anonymous", "Votes can be changed", "Always"):
        press(maker, name)
    press(maker._editors[0], "Must be answered")
    press(maker, "Attach to post")
    draft = maker.answers[0]
    assert (draft.anonymous, draft.can_change, draft.results) == (False, True, ResultsVisible.ALWAYS)
    assert not draft.questions[0].required


def test_edits_are_announced_after_a_moment(make):
    maker = make()
    drafts = []
    maker.draft_changed.connect(drafts.append)
    QTest.keyClicks(maker._title, "T")
    assert drafts == []
    maker.timer.timeout.emit()
    assert drafts[0]["title"] == "T"

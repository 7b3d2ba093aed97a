"""A survey being made: unlike a ``SurveyDraft`` it may be unfinished, and it says in a sentence what is missing."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from stoa.contract.errors import BridgeError, StoaError
from stoa.contract.wire import WireError, checked
from stoa.services.surveys.api import Question, QuestionKind, ResultsVisible, SurveyDraft
from stoa.services.surveys.drafts import validate_draft
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTIONS_MAX = 20
OPTIONS_MAX = 10
TITLE_MAX, QUESTION_MAX, OPTION_MAX, EXPLANATION_MAX = 120, 300, 80, 300
WITH_OPTIONS = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.RANKING)
GRADED = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


class FormError(StoaError):
    """The survey is not finished; ``question`` (from 0) is the one to look at, or None for the survey as a whole."""

    def __init__(self, sentence: str, question: int | None = None) -> None:
        super().__init__(sentence)
        self.question = question


@dataclass(slots=True)
class QuestionForm:
    """One question. ``correct`` holds option indexes; ``most`` None means as many as there are."""

    kind: QuestionKind = QuestionKind.SINGLE
    text: str = ""
    options: list[str] = field(default_factory=lambda: ["", ""])
    least: int = 1
    most: int | None = None
    required: bool = True
    correct: list[int] = field(default_factory=list)
    explanation: str = ""


@dataclass(slots=True)
class SurveyForm:
    """The whole survey. ``closes_at`` is milliseconds since 1970 UTC, or None to close by hand."""

    title: str = ""
    questions: list[QuestionForm] = field(default_factory=lambda: [QuestionForm()])
    anonymous: bool = True
    closes_at: int | None = None
    results: ResultsVisible = ResultsVisible.AFTER_VOTING
    can_change: bool = False
    quiz: bool = False


def form_of(draft: SurveyDraft) -> SurveyForm:
    """A finished survey, to be changed again."""
    questions = [
        QuestionForm(
            kind=question.kind,
            text=question.text,
            options=list(question.options) or ["", ""],
            least=question.min,
            most=question.max,
            required=question.required,
            correct=list(question.correct),
            explanation=question.explanation,
        )
        for question in draft.questions
    ]
    return SurveyForm(
        draft.title, questions, draft.anonymous, draft.closes_at, draft.results, draft.can_change, draft.quiz
    )


def form_to_json(form: SurveyForm) -> dict[str, Any]:
    """The form as JSON values."""
    return asdict(form)


def form_from_json(values: Mapping[str, Any]) -> SurveyForm:
    """The form that was kept; an empty one where it cannot be read."""
    try:
        known = {item.name: values[item.name] for item in fields(SurveyForm) if item.name in values}
        questions = [QuestionForm(**question) for question in known.pop("questions")]
        for question in questions:
            question.kind = QuestionKind(question.kind)
        form = SurveyForm(**{**known, "results": ResultsVisible(known.get("results", "afterVoting"))})
    except (KeyError, TypeError, ValueError):
        return SurveyForm()
    form.questions = questions[:QUESTIONS_MAX] or [QuestionForm()]
    return form


def draft_of(form: SurveyForm, now: int) -> SurveyDraft:
    """The finished survey. Blank options are left out; a single question may serve as the title.

    Raises:
        FormError: something is missing; its sentence says what, in the words of the survey maker.
    """
    questions = [_question(form, number, question) for number, question in enumerate(form.questions)]
    title = form.title.strip()
    if not title and len(questions) == 1:
        title = questions[0].text[:TITLE_MAX]
    if not title:
        raise FormError(QCoreApplication.translate("SurveyForm", "Give the survey a title."))
    if form.quiz and not any(question.correct for question in questions):
        raise FormError(
            QCoreApplication.translate(
                "SurveyForm", "Mark the right answer of at least one question, or switch the quiz off."
            )
        )
    if form.closes_at is not None and form.closes_at <= now:
        raise FormError(QCoreApplication.translate("SurveyForm", "Choose a closing time that is still to come."))
    try:
        draft = checked(
            SurveyDraft(
                title=title,
                questions=questions,
                anonymous=form.anonymous,
                closes_at=form.closes_at,
                results=form.results,
                can_change=form.can_change and not form.quiz,
                quiz=form.quiz,
            )
        )
        validate_draft(draft, now)
    except (WireError, BridgeError) as error:
        raise FormError(_sentence(error)) from error
    return draft


def _question(form: SurveyForm, number: int, question: QuestionForm) -> Question:
    def wrong(sentence: str) -> FormError:
        return FormError(
            QCoreApplication.translate("SurveyForm", "Question {0}: {1}").format(number + 1, sentence), number
        )

    if not question.text.strip():
        raise wrong(QCoreApplication.translate("SurveyForm", "write the question."))
    kept = [place for place, option in enumerate(question.options) if option.strip()]
    options = [question.options[place].strip() for place in kept] if question.kind in WITH_OPTIONS else []
    if question.kind in WITH_OPTIONS and len(options) < 2:
        raise wrong(QCoreApplication.translate("SurveyForm", "write at least two options."))
    if len({option.casefold() for option in options}) < len(options):
        raise wrong(QCoreApplication.translate("SurveyForm", "two options are the same."))
    graded = form.quiz and question.kind in GRADED
    multiple = question.kind is QuestionKind.MULTIPLE
    most = min(question.most, len(options)) if multiple and question.most is not None else None
    try:
        return checked(
            Question(
                kind=question.kind,
                text=question.text.strip(),
                options=options,
                min=min(question.least, most or len(options)) if multiple else 1,
                max=most,
                required=question.required,
                correct=[kept.index(place) for place in question.correct if place in kept] if graded else [],
                explanation=question.explanation.strip() if graded else "",
            )
        )
    except WireError as error:
        raise wrong(_sentence(error)) from error


def _sentence(error: WireError | BridgeError) -> str:
    return told(error) if isinstance(error, BridgeError) else str(error)

"""What a mini-app may ask about surveys."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, field

from stoa.contract.method import Area, Event, Method
from stoa.contract.wire import Wire
from stoa.services.surveys.permissions import PERMISSIONS

SurveyId = Annotated[str, Meta(min_length=1, max_length=64)]
Timestamp = Annotated[int, Meta(ge=0, le=253_402_300_799_000)]


class QuestionKind(StrEnum):
    """The ways a question can be answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    RATING = "rating"
    RANKING = "ranking"
    TEXT = "text"


class ResultsVisible(StrEnum):
    """When a voter sees the results; the author always does."""

    ALWAYS = "always"
    AFTER_VOTING = "afterVoting"
    AFTER_CLOSING = "afterClosing"


class Question(Wire):
    """One question. ``options`` has 2 to 10 texts for single, multiple and ranking, none for rating and text.

    ``min`` and ``max`` bound how many options a multiple choice takes. ``correct`` (single or multiple, quiz
    mode) holds the indexes of the right options, and ``explanation`` is shown after voting.
    """

    kind: QuestionKind
    text: Annotated[str, Meta(min_length=1, max_length=300)]
    options: Annotated[list[Annotated[str, Meta(min_length=1, max_length=80)]], Meta(max_length=10)] = field(
        default_factory=list
    )
    min: Annotated[int, Meta(ge=0, le=10)] = 1
    max: Annotated[int, Meta(ge=1, le=10)] | None = None
    required: bool = True
    correct: Annotated[list[Annotated[int, Meta(ge=0, le=9)]], Meta(max_length=10)] = field(default_factory=list)
    explanation: Annotated[str, Meta(max_length=300)] = ""


class SurveyDraft(Wire):
    """A survey to make. ``closes_at`` is milliseconds since 1970 UTC; without it the author closes by hand."""

    title: Annotated[str, Meta(min_length=1, max_length=120)]
    questions: Annotated[list[Question], Meta(min_length=1, max_length=20)]
    anonymous: bool = True
    closes_at: Timestamp | None = None
    results: ResultsVisible = ResultsVisible.AFTER_VOTING
    can_change: bool = False
    quiz: bool = False


class Survey(SurveyDraft, kw_only=True):
    """A survey as it stands for this account. Times are milliseconds since 1970 UTC.

    Right answers and explanations of a quiz are left out until this account has voted (the author sees them).
    """

    id: SurveyId
    created_at: Timestamp
    closed: bool
    mine: bool
    voted: bool
    voters: int


class SurveyRef(Wire):
    """A survey by its id."""

    survey_id: SurveyId


class Answer(Wire):
    """The answer to question number ``question`` (from 0), by its kind.

    ``choices`` are option indexes: one for single, several for multiple, all of them best first for ranking.
    ``rating`` is 1 to 5. ``text`` is free text.
    """

    question: Annotated[int, Meta(ge=0, le=19)]
    choices: Annotated[list[Annotated[int, Meta(ge=0, le=9)]], Meta(max_length=10)] | None = None
    rating: Annotated[int, Meta(ge=1, le=5)] | None = None
    text: Annotated[str, Meta(max_length=2000)] | None = None


class Vote(Wire):
    """All answers of one account to one survey."""

    survey_id: SurveyId
    answers: Annotated[list[Answer], Meta(max_length=20)]


class QuestionResults(Wire):
    """The count of one question.

    ``counts`` has one number per option (single, multiple: votes; ranking: Borda points; rating: five counts).
    ``average`` is the mean rating. ``texts`` are the newest free texts, at most 100.
    """

    answered: int
    counts: list[int] = field(default_factory=list)
    average: float | None = None
    texts: list[str] = field(default_factory=list)


class SurveyResults(Wire):
    """The count of a survey. ``correct`` counts the questions this account got right in a quiz."""

    survey_id: str
    voters: int
    closed: bool
    questions: list[QuestionResults]
    my_answers: list[Answer] = field(default_factory=list)
    correct: int | None = None


class SurveyChanged(Wire):
    """A survey got a vote or was closed."""

    survey_id: str


_SURVEY_CODES = ("not_found", "closed")

AREA = Area(
    name="surveys",
    doc="Surveys with one vote per account.",
    methods=(
        Method("surveys.create", "Makes a survey by this account.", SurveyDraft, Survey, permission="surveys"),
        Method(
            "surveys.get",
            "Gives a survey of this mini-app.",
            SurveyRef,
            Survey,
            "surveys",
            quiet=True,
            codes=("not_found",),
        ),
        Method(
            "surveys.vote",
            "Votes, or changes the vote where the survey allows it.",
            Vote,
            SurveyResults | None,
            "surveys",
            codes=(*_SURVEY_CODES, "denied"),
        ),
        Method(
            "surveys.results",
            "Gives the count, if this account may see it now.",
            SurveyRef,
            SurveyResults,
            "surveys",
            quiet=True,
            codes=("not_found", "denied"),
        ),
        Method("surveys.close", "Closes a survey of this account.", SurveyRef, Survey, "surveys", codes=_SURVEY_CODES),
        Method(
            "surveys.mine",
            "Lists the surveys this account made here, newest first, at most 100.",
            result=list[Survey],
            permission="surveys",
            quiet=True,
        ),
    ),
    events=(Event("surveys.didChange", "A survey of this mini-app got a vote or was closed.", SurveyChanged),),
    permissions=PERMISSIONS,
)

"""Who sees what of a survey, when; and the count as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from msgspec.structs import replace

from stoa.records import Record
from stoa.services.surveys.api import (
    Answer,
    Question,
    QuestionKind,
    QuestionResults,
    ResultsVisible,
    Survey,
    SurveyDraft,
)
from stoa.services.surveys.votes import ANSWERED, mean_rating, options_counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

TEXTS_MAX = 100
# All free texts of one answer to a mini-app together, so that no survey makes a message too large to send.
TEXTS_MAX_CHARS = 60_000
# Votes that are read and written as a table at once: some milliseconds' work.
SLICE = 64
# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"), full-width letters too.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Standing(Record):
    """A survey with where one account stands to it. ``answers`` is None until the account has voted."""

    survey_id: str
    app_id: str
    draft: SurveyDraft
    created_at: int
    closed: bool
    mine: bool
    voters: int
    answers: tuple[Answer, ...] | None

    @property
    def voted(self) -> bool:
        """Whether this account has voted."""
        return self.answers is not None


class Ballot(Record):
    """One vote as its author may read it; ``name`` is None in an anonymous survey."""

    name: str | None
    answers: Sequence[Answer]


def sees_results(standing: Standing) -> bool:
    """Whether the account may see the count now. The author always may; a closed survey is open to all."""
    visible = standing.draft.results
    return (
        standing.mine
        or standing.closed
        or visible is ResultsVisible.ALWAYS
        or (visible is ResultsVisible.AFTER_VOTING and standing.voted)
    )


def shown(standing: Standing) -> Survey:
    """The survey as the account may see it: without right answers and explanations before it has voted."""
    draft = standing.draft
    questions = draft.questions
    if not (standing.mine or standing.voted):
        questions = [replace(question, correct=[], explanation="") for question in questions]
    fields = {name: getattr(draft, name) for name in SurveyDraft.__struct_fields__} | {"questions": questions}
    return Survey(
        **fields,
        id=standing.survey_id,
        created_at=standing.created_at,
        closed=standing.closed,
        mine=standing.mine,
        voted=standing.voted,
        voters=standing.voters,
    )


def question_results(
    questions: Sequence[Question], counts: Mapping[tuple[int, int], int], texts: Mapping[int, Sequence[str]]
) -> list[QuestionResults]:
    """The count of each question; ``texts`` are newest first, cut to what one message may hold."""
    room = TEXTS_MAX_CHARS
    results = []
    for number, question in enumerate(questions):
        numbers = [counts.get((number, option), 0) for option in range(options_counted(question))]
        kept: list[str] = []
        for text in texts.get(number, ())[:TEXTS_MAX]:
            room -= len(text)
            if room >= 0:
                kept.append(text)
        results.append(
            QuestionResults(
                answered=counts.get((number, ANSWERED), 0),
                counts=numbers,
                average=mean_rating(numbers) if question.kind is QuestionKind.RATING else None,
                texts=kept,
            )
        )
    return results


def csv_slices(questions: Sequence[Question], ballots: Iterable[Ballot], *, public: bool) -> Iterator[str]:
    """One line for each vote: the voter's name where the survey is public, then one cell for each question.

    The text comes in slices of at most 64 votes, so that whoever writes it can do other things in between. Several
    options are separated by ``; ``; a ranking lists them best first. No cell is a formula.
    """
    heads = [question.text for question in questions]
    rows = [["Voter", *heads] if public else heads]
    for ballot in ballots:
        by_question = {answer.question: answer for answer in ballot.answers}
        cells = [_answer_text(question, by_question.get(number)) for number, question in enumerate(questions)]
        rows.append([ballot.name or "", *cells] if public else cells)
        if len(rows) == SLICE:
            yield _written(rows)
            rows = []
    yield _written(rows)


def _written(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _answer_text(question: Question, answer: Answer | None) -> str:
    if answer is None:
        return ""
    if answer.rating is not None:
        return str(answer.rating)
    if answer.choices is not None:
        return "; ".join(question.options[option] for option in answer.choices)
    return answer.text or ""


def _cell(text: str) -> str:
    return "'" + text if text.lstrip(" ").startswith(_FORMULA_STARTS) else text

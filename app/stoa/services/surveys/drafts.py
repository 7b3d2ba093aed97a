"""What makes a survey one that can be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.services.surveys.api import Question, QuestionKind, SurveyDraft

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS_MIN = 2
_WITH_OPTIONS = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.RANKING)
_GRADED = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


def validate_draft(draft: SurveyDraft, now: int) -> None:
    """Check what the model alone cannot; ``now`` is milliseconds since 1970 UTC.

    Raises:
        BridgeError: ``invalid_params``, naming the question (from 1) and what to change.
    """
    if not draft.title.strip():
        raise _invalid("Give the survey a title: it has only spaces.")
    if draft.closes_at is not None and draft.closes_at <= now:
        raise _invalid("Let closesAt be in the future: the survey would be closed before anybody could vote.")
    if draft.quiz and draft.can_change:
        raise _invalid("Set canChange to false: a quiz shows the right answers after voting.")
    if draft.quiz and not any(question.correct for question in draft.questions):
        raise _invalid("Name the right answer (correct) of at least one question, or set quiz to false.")
    for number, question in enumerate(draft.questions, start=1):
        for check in _CHECKS:
            problem = check(question, draft.quiz)
            if problem:
                raise _invalid(f"Question {number}: {problem}")


def most_choices(question: Question) -> int:
    """How many options one answer may take."""
    if question.kind is QuestionKind.SINGLE:
        return 1
    return len(question.options) if question.max is None else question.max


def _texts(question: Question, _quiz: bool) -> str | None:  # noqa: FBT001 - the shape all checks share
    if not question.text.strip():
        return "write the question: it has only spaces."
    if any(not option.strip() for option in question.options):
        return "write every option: one has only spaces."
    return None


def _options(question: Question, _quiz: bool) -> str | None:  # noqa: FBT001 - the shape all checks share
    if question.kind not in _WITH_OPTIONS:
        return f"leave out options: a {question.kind} question has none." if question.options else None
    if len(question.options) < OPTIONS_MIN:
        return f"give at least {OPTIONS_MIN} options: it has {len(question.options)}."
    if len({option.strip().casefold() for option in question.options}) < len(question.options):
        return "make the options differ: two are the same."
    return None


def _bounds(question: Question, _quiz: bool) -> str | None:  # noqa: FBT001 - the shape all checks share
    if question.kind is not QuestionKind.MULTIPLE:
        wished = question.min != 1 or question.max is not None
        return "leave out min and max: only a multiple choice has them." if wished else None
    if not question.min <= most_choices(question) <= len(question.options):
        return f"let min and max be between 0 and its {len(question.options)} options, min not above max."
    return None


def _correct(question: Question, quiz: bool) -> str | None:  # noqa: FBT001 - the shape all checks share
    if not question.correct:
        return None
    if not quiz:
        return "leave out correct, or set quiz to true."
    if question.kind not in _GRADED:
        return "leave out correct: only single and multiple choices can be right or wrong."
    if len(set(question.correct)) < len(question.correct) or max(question.correct) >= len(question.options):
        return f"let correct name options by number, each once, from 0 to {len(question.options) - 1}."
    least = 1 if question.kind is QuestionKind.SINGLE else question.min
    if not least <= len(question.correct) <= most_choices(question):
        return "let correct have as many options as an answer may take."
    return None


_CHECKS: tuple[Callable[[Question, bool], str | None], ...] = (_texts, _options, _bounds, _correct)


def _invalid(sentence: str) -> BridgeError:
    return BridgeError(ErrorCode.INVALID_PARAMS, sentence)

"""What makes a vote valid, what it adds to the count, and how a quiz is scored."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.services.surveys.api import Answer, Question, QuestionKind
from stoa.services.surveys.drafts import most_choices

if TYPE_CHECKING:
    from collections.abc import Sequence

# The option number under which the count keeps who answered a question at all.
ANSWERED = -1
_RATINGS = 5
_PART = {QuestionKind.RATING: "rating", QuestionKind.TEXT: "text"}


def validate_vote(questions: Sequence[Question], answers: Sequence[Answer]) -> list[Answer]:
    """The answers worth keeping, in the order of the questions: empty answers to optional questions are left out.

    Raises:
        BridgeError: ``invalid_params``, naming the question (from 1) and what to change.
    """
    given = _by_question(questions, answers)
    kept = []
    for number, question in enumerate(questions):
        found = given.get(number)
        if found is not None and not _is_empty(question, found):
            problem = _problem(question, found)
            if problem:
                raise _invalid(f"Question {number + 1}: {problem}")
            kept.append(found)
        elif question.required:
            raise _invalid(f"Question {number + 1}: answer it, it is required.")
    if not kept:
        raise _invalid("Answer at least one question.")
    return kept


def tally(questions: Sequence[Question], answers: Sequence[Answer]) -> Counter[tuple[int, int]]:
    """What a valid vote adds to the count, by question and option.

    Single and multiple: one for each chosen option. Rating: one for the option rating - 1. Ranking: Borda points,
    from one less than the number of options for the best down to 0 for the last.
    """
    counts: Counter[tuple[int, int]] = Counter()
    for answer in answers:
        number = answer.question
        counts[number, ANSWERED] += 1
        if answer.rating is not None:
            counts[number, answer.rating - 1] += 1
        ranked = questions[number].kind is QuestionKind.RANKING
        for place, option in enumerate(answer.choices or ()):
            counts[number, option] += len(questions[number].options) - 1 - place if ranked else 1
    return counts


def options_counted(question: Question) -> int:
    """How many numbers the count of a question has."""
    return _RATINGS if question.kind is QuestionKind.RATING else len(question.options)


def mean_rating(counts: Sequence[int]) -> float | None:
    """The mean of ratings given as five counts; None without any."""
    total = sum(counts)
    return sum(rating * count for rating, count in enumerate(counts, start=1)) / total if total else None


def score(questions: Sequence[Question], answers: Sequence[Answer]) -> int:
    """How many questions of a quiz were answered with exactly the right options."""
    chosen = {answer.question: set(answer.choices or ()) for answer in answers}
    return sum(
        1
        for number, question in enumerate(questions)
        if question.correct and chosen.get(number) == set(question.correct)
    )


def _by_question(questions: Sequence[Question], answers: Sequence[Answer]) -> dict[int, Answer]:
    given: dict[int, Answer] = {}
    for answer in answers:
        if answer.question >= len(questions):
            raise _invalid(f"Answer questions from 0 to {len(questions) - 1}: there is no number {answer.question}.")
        if answer.question in given:
            raise _invalid(f"Question {answer.question + 1}: answer it once, not twice.")
        given[answer.question] = answer
    return given


def _is_empty(question: Question, answer: Answer) -> bool:
    """Whether nothing was answered; no option at all is an answer where the question allows it."""
    if question.kind is QuestionKind.MULTIPLE and answer.choices == [] and question.min == 0:
        return False
    return answer.rating is None and not answer.choices and not (answer.text or "").strip()


def _problem(question: Question, answer: Answer) -> str | None:
    part = _PART.get(question.kind, "choices")
    given = {name for name in ("choices", "rating", "text") if getattr(answer, name) is not None}
    if given != {part}:
        return f"answer it with {part} and nothing else: it is a {question.kind} question."
    return _choices_problem(question, answer.choices) if answer.choices is not None else None


def _choices_problem(question: Question, choices: list[int]) -> str | None:
    if any(option >= len(question.options) for option in choices):
        return f"choose options from 0 to {len(question.options) - 1}: one of yours does not exist."
    if len(set(choices)) < len(choices):
        return "choose each option once."
    if question.kind is QuestionKind.RANKING:
        least = most = len(question.options)
    else:
        most = most_choices(question)
        least = min(question.min, most) if question.kind is QuestionKind.MULTIPLE else 1
    if not least <= len(choices) <= most:
        wanted = str(most) if least == most else f"{least} to {most}"
        return f"choose {wanted} options: you chose {len(choices)}."
    return None


def _invalid(sentence: str) -> BridgeError:
    return BridgeError(ErrorCode.INVALID_PARAMS, sentence)

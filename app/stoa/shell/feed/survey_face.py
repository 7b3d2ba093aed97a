"""What a one-question survey shows in its card, worked out from the survey, its count and the picks so far. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from stoa.records import Record
from stoa.shell.feed.sources import Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.services.surveys.api import Question, Survey, SurveyResults

RATINGS = 5


class Action(StrEnum):
    """The button below the options of a card's survey."""

    VOTE = "vote"
    ANSWER = "answer"
    LOOK = "look"


class OptionFace(NamedTuple):
    """One option. ``share`` is 0 to 1, ``percent`` whole; both None while the count is hidden.

    ``order`` is its rank among the picks of a ranking, from 1. ``right`` marks a quiz's right answers once known.
    """

    text: str
    share: float | None
    percent: int | None
    mine: bool
    order: int | None
    right: bool


class SurveyFace(Record):
    """A survey as a card shows it. ``open_to_me`` says whether its options can be pressed now.

    With ``stars`` the options are one to five stars; ``average`` is the mean rating once it may be seen.
    """

    survey_id: str
    inline: bool
    heading: str
    options: tuple[OptionFace, ...]
    open_to_me: bool
    action: Action | None
    action_enabled: bool
    closed: bool
    closes_at: int | None
    voters: int
    can_change: bool
    voted: bool
    hidden: bool
    questions: int
    explanation: str
    stars: bool = False
    average: float | None = None


def face(survey: Survey, results: SurveyResults | None, picks: tuple[int, ...] | None, now: int) -> SurveyFace:
    """The face at ``now``. ``picks`` are the options chosen but not yet sent, or None where none were touched."""
    question = survey.questions[0]
    inline = len(survey.questions) == 1 and question.kind != "text"
    closed = survey.closed or (survey.closes_at is not None and survey.closes_at <= now)
    open_to_me = not closed and (not survey.voted or survey.can_change)
    options = _options(question, results, picks) if inline else ()
    action, enabled = _action(question, survey, inline=inline, open_to_me=open_to_me, picks=picks)
    return SurveyFace(
        survey_id=survey.id,
        inline=inline,
        heading=question.text if inline else survey.title,
        options=options,
        open_to_me=open_to_me,
        action=action,
        action_enabled=enabled,
        closed=closed,
        closes_at=survey.closes_at,
        voters=survey.voters,
        can_change=survey.can_change,
        voted=survey.voted,
        hidden=results is None,
        questions=len(survey.questions),
        explanation=question.explanation if inline and survey.voted else "",
        stars=inline and question.kind == "rating",
        average=results.questions[0].average if inline and results is not None and results.questions else None,
    )


def votes_at_once(question: Question) -> bool:
    """Whether a press on an option is the whole vote."""
    return question.kind in ("single", "rating")


def toggled(question: Question, picks: tuple[int, ...], option: int) -> tuple[int, ...]:
    """The picks after a press on ``option``; a press beyond the most allowed changes nothing."""
    if option in picks:
        return tuple(pick for pick in picks if pick != option)
    most = len(question.options) if question.kind == "ranking" or question.max is None else question.max
    return (*picks, option) if len(picks) < most else picks


def complete(question: Question, picks: Sequence[int]) -> bool:
    """Whether the picks can be sent."""
    if question.kind == "ranking":
        return len(picks) == len(question.options)
    return max(1, question.min) <= len(picks) <= (question.max or len(question.options))


def reply_of(question: Question, number: int, picks: Sequence[int]) -> Reply:
    """The picks as the answer to question ``number``; a rating's pick is its index from 0."""
    if question.kind == "rating":
        return Reply(number, rating=picks[0] + 1)
    choices = tuple(picks) if question.kind == "ranking" else tuple(sorted(picks))
    return Reply(number, choices=choices)


def percents(counts: Sequence[int]) -> list[int]:
    """Whole percents that add up to 100 (largest remainders rise), or zeros where nobody voted."""
    total = sum(counts)
    if total <= 0:
        return [0] * len(counts)
    floors = [count * 100 // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda index: -(counts[index] * 100 % total))
    for index in by_remainder[: 100 - sum(floors)]:
        floors[index] += 1
    return floors


def shares(question: Question, counts: Sequence[int], answered: int) -> list[tuple[float, int]]:
    """Share (0 to 1) and percent of each option: of the voters for a multiple choice, else of all counted."""
    if question.kind == "multiple":
        whole = max(1, answered)
        return [(count / whole, round(100 * count / whole)) for count in counts]
    whole = max(1, sum(counts))
    return [(count / whole, percent) for count, percent in zip(counts, percents(counts), strict=True)]


def option_texts(question: Question) -> list[str]:
    """What the options say: a rating's are one to five stars."""
    return ["★" * stars for stars in range(1, RATINGS + 1)] if question.kind == "rating" else list(question.options)


def picks_of(results: SurveyResults | None, number: int) -> tuple[int, ...]:
    """The options this account chose for question ``number``, if it voted."""
    answer = next((answer for answer in results.my_answers if answer.question == number), None) if results else None
    if answer is None:
        return ()
    return (answer.rating - 1,) if answer.rating is not None else tuple(answer.choices or ())


def _options(
    question: Question, results: SurveyResults | None, picks: tuple[int, ...] | None
) -> tuple[OptionFace, ...]:
    texts = option_texts(question)
    counted = results.questions[0] if results is not None and results.questions else None
    known = shares(question, counted.counts, counted.answered) if counted and counted.counts else []
    chosen = picks if picks is not None else picks_of(results, 0)
    return tuple(
        OptionFace(
            text,
            known[index][0] if known else None,
            known[index][1] if known else None,
            index in chosen,
            chosen.index(index) + 1 if question.kind == "ranking" and index in chosen else None,
            index in question.correct,
        )
        for index, text in enumerate(texts)
    )


def _action(
    question: Question, survey: Survey, *, inline: bool, open_to_me: bool, picks: tuple[int, ...] | None
) -> tuple[Action | None, bool]:
    if not inline:
        return (Action.ANSWER if open_to_me else Action.LOOK), True
    if votes_at_once(question) or not open_to_me or (survey.voted and picks is None):
        return None, False
    return Action.VOTE, picks is not None and complete(question, picks)

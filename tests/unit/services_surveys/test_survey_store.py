from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec import to_builtins

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.database import ConstraintError
from stoa.services.surveys import store as tables
from stoa.services.surveys.api import Answer, Question, QuestionKind, SurveyDraft

if TYPE_CHECKING:
    from stoa.database import Database
    from stoa.services.surveys.store import SurveyStore

APP = "org.stoa.pulse"
YES = [Answer(question=0, choices=[0])]
NO = [Answer(question=0, choices=[1])]


def draft(**parts: Any) -> SurveyDraft:
    asked = parts.pop("questions", [Question(kind=QuestionKind.SINGLE, text="Go?", options=["Yes", "No"])])
    return SurveyDraft(title="T", questions=asked, **parts)


def refused(code: ErrorCode, action: Any, *args: Any) -> str:
    with pytest.raises(BridgeError) as caught:
        action(*args)
    assert caught.value.code is code
    return caught.value.sentence


def test_a_survey_comes_back_as_it_was_made(surveys: SurveyStore, clock: Any) -> None:
    made = surveys.create("ann", APP, draft(closes_at=clock.now + 5))
    assert (made.title, made.mine, made.voted, made.closed, made.voters) == ("T", True, False, False, 0)
    assert surveys.get("ann", made.id) == made
    other = surveys.get("bob", made.id)
    assert other is not None
    assert other.mine is False


def test_a_wrong_draft_leaves_nothing(surveys: SurveyStore, db: Database) -> None:
    refused(ErrorCode.INVALID_PARAMS, surveys.create, "ann", APP, draft(quiz=True))
    assert db.rows("SELECT * FROM surveys") == []


def test_each_account_votes_once(surveys: SurveyStore) -> None:
    survey_id = surveys.create("ann", APP, draft()).id
    results = surveys.vote("bob", survey_id, YES)
    assert results is not None
    assert (results.voters, results.questions[0].counts, results.my_answers) == (1, [1, 0], YES)
    assert "have voted" in refused(ErrorCode.DENIED, surveys.vote, "bob", survey_id, NO)
    surveys.vote("ann", survey_id, NO)
    assert surveys.results("bob", survey_id).questions[0].counts == [1, 1]


def test_the_database_itself_refuses_a_second_vote(surveys: SurveyStore, db: Database) -> None:
    survey_id = surveys.create("ann", APP, draft()).id
    surveys.vote("bob", survey_id, YES)
    with pytest.raises(ConstraintError):
        db.execute(
            "INSERT INTO survey_votes (survey_id, account_id, answers, voted_at) VALUES (?, 'bob', '[]', 0)",
            (survey_id,),
        )


def test_a_vote_may_be_changed_where_the_survey_allows_it(surveys: SurveyStore) -> None:
    asked = [
        Question(kind=QuestionKind.RANKING, text="Order", options=["A", "B", "C"]),
        Question(kind=QuestionKind.TEXT, text="Why", required=False),
    ]
    survey_id = surveys.create("ann", APP, draft(questions=asked, can_change=True)).id
    surveys.vote("bob", survey_id, [Answer(question=0, choices=[0, 1, 2]), Answer(question=1, text="first")])
    results = surveys.vote("bob", survey_id, [Answer(question=0, choices=[2, 1, 0])])
    assert results is not None
    assert results.voters == 1
    assert (results.questions[0].answered, results.questions[0].counts) == (1, [0, 1, 2])
    assert (results.questions[1].answered, results.questions[1].texts) == (0, [])


@pytest.mark.parametrize("by_time", [True, False])
def test_no_vote_counts_after_closing(surveys: SurveyStore, clock: Any, by_time: bool) -> None:
    survey_id = surveys.create("ann", APP, draft(closes_at=clock.now + 10)).id
    surveys.vote("bob", survey_id, YES)
    if by_time:
        clock.now += 10
    else:
        assert surveys.close("ann", survey_id).closed
    assert "closed" in refused(ErrorCode.CLOSED, surveys.vote, "eve", survey_id, NO)
    refused(ErrorCode.CLOSED, surveys.close, "ann", survey_id)
    assert surveys.results("eve", survey_id).questions[0].counts == [1, 0]


def test_a_survey_closed_by_its_time_stays_closed_when_the_clock_is_set_back(surveys: SurveyStore, clock: Any) -> None:
    survey_id = surveys.create("ann", APP, draft(closes_at=clock.now + 10)).id
    assert surveys.close_due() == []
    clock.now += 10
    assert surveys.close_due() == [survey_id]
    assert surveys.close_due() == []
    clock.now -= 10_000
    refused(ErrorCode.CLOSED, surveys.vote, "bob", survey_id, YES)


def test_an_option_or_question_that_does_not_exist_changes_nothing(surveys: SurveyStore, db: Database) -> None:
    survey_id = surveys.create("ann", APP, draft()).id
    for answer in (Answer(question=0, choices=[7]), Answer(question=3, choices=[0])):
        refused(ErrorCode.INVALID_PARAMS, surveys.vote, "bob", survey_id, [answer])
    assert db.rows("SELECT * FROM survey_votes") == db.rows("SELECT * FROM survey_counts") == []


@pytest.mark.parametrize(
    ("visible", "before", "after", "closed"),
    [("always", True, True, True), ("afterVoting", False, True, True), ("afterClosing", False, False, True)],
)
def test_results_are_seen_when_the_survey_says(
    surveys: SurveyStore, visible: str, before: bool, after: bool, closed: bool
) -> None:
    survey_id = surveys.create("ann", APP, draft(results=visible)).id

    def seen(viewer: str) -> bool:
        try:
            surveys.results(viewer, survey_id)
        except BridgeError as error:
            return error.code is not ErrorCode.DENIED
        return True

    assert seen("bob") is before
    assert (surveys.vote("bob", survey_id, YES) is not None) is after
    assert seen("bob") is after
    assert seen("ann")
    surveys.close("ann", survey_id)
    assert seen("bob") is closed


def test_right_answers_of_a_quiz_are_hidden_until_one_has_voted(surveys: SurveyStore) -> None:
    asked = [Question(kind=QuestionKind.SINGLE, text="2+2", options=["4", "5"], correct=[0], explanation="Count.")]
    survey_id = surveys.create("ann", APP, draft(questions=asked, quiz=True)).id

    def told(viewer: str) -> tuple[list[int], str]:
        survey = surveys.get(viewer, survey_id)
        assert survey is not None
        return survey.questions[0].correct, survey.questions[0].explanation

    assert told("bob") == ([], "")
    assert told("ann") == ([0], "Count.")
    results = surveys.vote("bob", survey_id, YES)
    assert results is not None
    assert results.correct == 1
    assert told("bob") == ([0], "Count.")
    assert surveys.results("ann", survey_id).correct is None


def test_a_mini_app_sees_its_own_surveys_only_and_the_host_all(surveys: SurveyStore) -> None:
    survey_id = surveys.create("ann", APP, draft()).id
    assert surveys.get("ann", survey_id, "org.evil") is None
    for action, *more in ((surveys.vote, YES), (surveys.results,), (surveys.close,), (surveys.export_csv,)):
        refused(ErrorCode.NOT_FOUND, action, "ann", survey_id, *more, "org.evil")
    assert surveys.mine("ann", "org.evil") == []
    assert [survey.id for survey in surveys.mine("ann", APP)] == [survey_id]
    assert [survey.id for survey in surveys.mine("ann")] == [survey_id]
    assert surveys.get("ann", survey_id) is not None


def test_only_the_author_closes_and_exports(surveys: SurveyStore) -> None:
    survey_id = surveys.create("ann", APP, draft()).id
    refused(ErrorCode.NOT_FOUND, surveys.close, "bob", survey_id)
    refused(ErrorCode.NOT_FOUND, surveys.export_csv, "bob", survey_id)


def test_mine_are_listed_newest_first_and_at_most_100(surveys: SurveyStore, clock: Any) -> None:
    ids = []
    for _ in range(103):
        clock.now -= 1
        ids.append(surveys.create("ann", APP, draft()).id)
    surveys.create("bob", APP, draft())
    assert [survey.id for survey in surveys.mine("ann", APP)] == ids[:2:-1]


def test_a_mini_app_cannot_make_surveys_without_end(surveys: SurveyStore, monkeypatch: Any) -> None:
    monkeypatch.setattr(tables, "SURVEYS_MAX", 2)
    for _ in range(2):
        surveys.create("ann", APP, draft())
    refused(ErrorCode.TOO_MANY, surveys.create, "ann", APP, draft())
    surveys.create("bob", APP, draft())


def test_voters_are_named_to_the_author_of_a_public_survey_only(surveys: SurveyStore) -> None:
    public = surveys.create("ann", APP, draft(anonymous=False)).id
    hidden = surveys.create("ann", APP, draft()).id
    for voter in ("bob", "ann", "gone"):
        for survey_id in (public, hidden):
            surveys.vote(voter, survey_id, YES if voter == "ann" else NO)
    head, *votes = "".join(surveys.export_csv("ann", public)).splitlines()
    assert head == "Voter,Go?"
    assert sorted(votes) == ["Ann,Yes", "Bob,No", "removed account,No"]
    head, *votes = "".join(surveys.export_csv("ann", hidden)).splitlines()
    assert head == "Go?"
    assert sorted(votes) == ["No", "No", "Yes"]


def test_many_votes_are_exported_in_small_slices_whose_order_tells_nothing(surveys: SurveyStore, db: Database) -> None:
    asked = [Question(kind=QuestionKind.TEXT, text="Why?")]
    first, second = (surveys.create("ann", APP, draft(questions=asked)).id for _ in range(2))
    with db.transaction():
        for number in range(200):
            surveys.vote(f"voter {number:04}", first, [Answer(question=0, text=f"because {number:04}")])
            surveys.vote(f"voter {number:04}", second, [Answer(question=0, text=f"since {number:04}")])
    exported = [list(surveys.export_csv("ann", survey_id)) for survey_id in (first, second)]
    assert max(piece.count("\n") for piece in exported[0]) <= 64
    lines = ["".join(pieces).splitlines()[1:] for pieces in exported]
    numbers = [[line.rpartition(" ")[2] for line in part] for part in lines]
    assert sorted(numbers[0]) == sorted(numbers[1]) == [f"{number:04}" for number in range(200)]
    assert numbers[0] != sorted(numbers[0])
    assert numbers[0] != numbers[1]
    assert lines[0] == "".join(surveys.export_csv("ann", first)).splitlines()[1:]


def test_a_vote_that_goes_while_they_are_exported_is_left_out(surveys: SurveyStore, db: Database) -> None:
    survey_id = surveys.create("ann", APP, draft()).id
    surveys.vote("bob", survey_id, YES)
    pieces = surveys.export_csv("ann", survey_id)
    assert next(pieces) == ""
    db.execute("DELETE FROM survey_votes")
    assert "".join(pieces).splitlines() == ["Go?"]


def test_changes_are_told_after_they_are_written(surveys: SurveyStore, db: Database) -> None:
    told: list[tuple[str, bool]] = []
    surveys.changed.append(lambda survey_id: told.append((survey_id, db.in_transaction)))
    survey_id = surveys.create("ann", APP, draft()).id
    assert told == []
    surveys.vote("bob", survey_id, YES)
    refused(ErrorCode.DENIED, surveys.vote, "bob", survey_id, YES)
    surveys.close("ann", survey_id)
    assert told == [(survey_id, False)] * 2


def test_counts_agree_with_the_votes_after_many_changes(surveys: SurveyStore, db: Database) -> None:
    asked = [
        Question(kind=QuestionKind.MULTIPLE, text="M", options=["A", "B", "C"]),
        Question(kind=QuestionKind.RATING, text="R", required=False),
    ]
    survey_id = surveys.create("ann", APP, draft(questions=asked, can_change=True)).id
    for number in range(60):
        answers = [Answer(question=0, choices=sorted({number % 3, number % 2}))]
        if number % 4:
            answers.append(Answer(question=1, rating=number % 5 + 1))
        surveys.vote(f"voter {number % 25}", survey_id, answers)
    results = surveys.results("ann", survey_id)
    votes = [answers for (answers,) in db.rows("SELECT answers FROM survey_votes")]
    assert results.voters == len(votes) == 25
    assert results.questions[1].answered == sum('"rating"' in vote for vote in votes)
    assert sum(results.questions[1].counts) == results.questions[1].answered


def test_reading_results_of_many_votes_touches_no_vote(surveys: SurveyStore, db: Database) -> None:
    survey_id = surveys.create("ann", APP, draft()).id
    surveys.vote("bob", survey_id, YES)
    db.execute("UPDATE survey_votes SET answers = 'unreadable' WHERE account_id = 'bob'")
    assert surveys.results("ann", survey_id).questions[0].counts == [1, 0]


def test_starter_surveys_have_invented_counts_take_votes_and_go_at_once(surveys: SurveyStore, db: Database) -> None:
    mine = surveys.create("ann", APP, draft()).id
    survey_id = surveys.plant(APP, to_builtins(draft()), [[30, 12]], 42)
    results = surveys.vote("ann", survey_id, YES)
    assert results is not None
    assert (results.voters, results.questions[0].answered, results.questions[0].counts) == (43, 43, [31, 12])
    assert surveys.remove_starter() == 1
    assert surveys.get("ann", survey_id) is None
    assert surveys.get("ann", mine) is not None
    assert db.rows("SELECT * FROM survey_counts") == db.rows("SELECT * FROM survey_votes") == []


def test_votes_of_a_removed_account_stay_counted_without_its_name(surveys: SurveyStore, db: Database) -> None:
    db.execute("INSERT INTO accounts VALUES ('bob', 'Bob', 'bob', x'00', 0)")
    survey_id = surveys.create("ann", APP, draft(anonymous=False)).id
    gone = surveys.create("bob", APP, draft()).id
    surveys.vote("bob", survey_id, YES)
    db.execute("DELETE FROM accounts")
    assert surveys.results("ann", survey_id).voters == 1
    assert "Bob" not in "".join(surveys.export_csv("ann", survey_id))
    assert surveys.get("ann", gone) is None

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.services.surveys.api import Answer, Question, QuestionKind, SurveyDraft
from stoa.services.surveys.drafts import validate_draft
from stoa.services.surveys.results import Ballot, csv_slices, question_results
from stoa.services.surveys.votes import ANSWERED, mean_rating, score, tally, validate_vote

AB = ["A", "B"]
ABC = ["A", "B", "C"]


def question(kind: str, options: list[str] | None = None, **parts: Any) -> Question:
    return Question(kind=QuestionKind(kind), text="Q?", options=options or [], **parts)


def draft(*questions: Question, **parts: Any) -> SurveyDraft:
    return SurveyDraft(title=parts.pop("title", "T"), questions=list(questions), **parts)


SOUND = [
    draft(question("single", AB)),
    draft(question("multiple", ABC, min=0, max=2)),
    draft(question("multiple", ABC)),
    draft(question("ranking", ABC)),
    draft(question("rating")),
    draft(question("text"), closes_at=11),
    draft(question("single", AB, correct=[1]), question("text"), quiz=True),
    draft(question("multiple", ABC, correct=[0, 2], min=2, max=2), quiz=True),
]
WRONG = [
    ("title", draft(question("text"), title="  ")),
    ("future", draft(question("text"), closes_at=10)),
    ("canChange", draft(question("single", AB, correct=[1]), quiz=True, can_change=True)),
    ("right answer", draft(question("single", AB), quiz=True)),
    ("only spaces", draft(Question(kind=QuestionKind.TEXT, text=" "))),
    ("every option", draft(question("single", ["A", " "]))),
    ("at least 2 options", draft(question("single"))),
    ("at least 2 options", draft(question("ranking", ["A"]))),
    ("differ", draft(question("single", ["A", "a "]))),
    ("leave out options", draft(question("rating", AB))),
    ("leave out options", draft(question("text", AB))),
    ("min and max", draft(question("single", AB, max=2))),
    ("min and max", draft(question("ranking", AB, min=2))),
    ("between", draft(question("multiple", AB, max=3))),
    ("between", draft(question("multiple", AB, min=3))),
    ("between", draft(question("multiple", ABC, min=2, max=1))),
    ("quiz to true", draft(question("single", AB, correct=[0]))),
    ("right or wrong", draft(question("ranking", AB, correct=[0]), quiz=True)),
    ("from 0 to 1", draft(question("single", AB, correct=[2]), quiz=True)),
    ("each once", draft(question("multiple", AB, correct=[1, 1]), quiz=True)),
    ("as many", draft(question("single", AB, correct=[0, 1]), quiz=True)),
    ("as many", draft(question("multiple", ABC, correct=[0], min=2), quiz=True)),
    ("as many", draft(question("multiple", ABC, correct=[0, 1, 2], max=2), quiz=True)),
]


@pytest.mark.parametrize("sound", SOUND)
def test_a_sound_draft_passes(sound: SurveyDraft) -> None:
    validate_draft(sound, 10)


@pytest.mark.parametrize(("named", "wrong"), WRONG)
def test_a_wrong_draft_is_invalid_params_and_says_what_to_change(named: str, wrong: SurveyDraft) -> None:
    with pytest.raises(BridgeError, match=named) as caught:
        validate_draft(wrong, 10)
    assert caught.value.code is ErrorCode.INVALID_PARAMS


def test_the_sentence_names_the_question_from_one() -> None:
    with pytest.raises(BridgeError, match=r"^Question 2: "):
        validate_draft(draft(question("text"), question("single")), 10)


MULTI = question("multiple", ABC, min=2, max=2)
VALID = [
    (question("single", AB), {"choices": [1]}),
    (MULTI, {"choices": [2, 0]}),
    (question("multiple", ABC, min=0), {"choices": []}),
    (question("rating"), {"rating": 5}),
    (question("ranking", ABC), {"choices": [2, 0, 1]}),
    (question("text"), {"text": "x" * 2000}),
]
INVALID = [
    ("does not exist", question("single", AB), {"choices": [2]}),
    ("choose 1 options: you chose 2", question("single", AB), {"choices": [0, 1]}),
    ("choices and nothing else", question("single", AB), {"rating": 1}),
    ("choices and nothing else", question("single", AB), {"choices": [0], "text": "x"}),
    ("required", question("single", AB), {"choices": []}),
    ("required", question("single", AB), {}),
    ("choose 2 options", MULTI, {"choices": [0]}),
    ("1 to 3 options", question("multiple", ["A", "B", "C", "D"], max=3), {"choices": [0, 1, 2, 3]}),
    ("each option once", MULTI, {"choices": [1, 1]}),
    ("choose 3 options", question("ranking", ABC), {"choices": [0, 1]}),
    ("each option once", question("ranking", ABC), {"choices": [0, 1, 1]}),
    ("rating and nothing else", question("rating"), {"choices": [1]}),
    ("text and nothing else", question("text"), {"rating": 2}),
    ("required", question("text"), {"text": "  "}),
]


@pytest.mark.parametrize(("asked", "given_"), VALID)
def test_a_valid_answer_is_kept(asked: Question, given_: dict[str, Any]) -> None:
    answer = Answer(question=0, **given_)
    assert validate_vote([asked], [answer]) == [answer]


@pytest.mark.parametrize(("named", "asked", "given_"), INVALID)
def test_an_invalid_answer_is_refused_with_what_to_change(named: str, asked: Question, given_: dict[str, Any]) -> None:
    with pytest.raises(BridgeError, match=named) as caught:
        validate_vote([asked], [Answer(question=0, **given_)])
    assert caught.value.code is ErrorCode.INVALID_PARAMS


def test_a_question_that_does_not_exist_or_is_answered_twice_is_refused() -> None:
    asked = [question("text", required=False)]
    with pytest.raises(BridgeError, match="no number 1"):
        validate_vote(asked, [Answer(question=1, text="x")])
    with pytest.raises(BridgeError, match="not twice"):
        validate_vote(asked, [Answer(question=0, text="x"), Answer(question=0, text="y")])


def test_an_optional_question_may_be_left_empty_but_not_the_whole_vote() -> None:
    asked = [question("text", required=False), question("rating", required=False)]
    kept = validate_vote(asked, [Answer(question=1, rating=2), Answer(question=0, text=" ")])
    assert kept == [Answer(question=1, rating=2)]
    with pytest.raises(BridgeError, match="at least one"):
        validate_vote(asked, [])


def test_a_vote_is_tallied_by_kind_and_a_ranking_by_borda() -> None:
    asked = [question("single", AB), MULTI, question("rating"), question("ranking", ABC), question("text")]
    answers = [
        Answer(question=0, choices=[1]),
        Answer(question=1, choices=[0, 2]),
        Answer(question=2, rating=4),
        Answer(question=3, choices=[2, 0, 1]),
        Answer(question=4, text="hi"),
    ]
    counts = tally(asked, answers)
    assert {number for number, option in counts if option == ANSWERED and counts[number, option] == 1} == set(range(5))
    assert {key: count for key, count in counts.items() if key[1] != ANSWERED and count} == {
        (0, 1): 1,
        (1, 0): 1,
        (1, 2): 1,
        (2, 3): 1,
        (3, 2): 2,
        (3, 0): 1,
    }


@given(st.lists(st.permutations(range(4)), min_size=1, max_size=8))
def test_each_ranking_gives_the_same_sum_of_points(rankings: list[list[int]]) -> None:
    asked = [question("ranking", ["A", "B", "C", "D"])]
    points = sum(
        sum(count for (_, option), count in tally(asked, [Answer(question=0, choices=ranking)]).items() if option >= 0)
        for ranking in rankings
    )
    assert points == 6 * len(rankings)


def test_the_mean_rating_is_of_those_who_rated() -> None:
    assert mean_rating([1, 0, 0, 0, 1]) == 3.0
    assert mean_rating([0] * 5) is None


def test_a_quiz_counts_exactly_right_answers() -> None:
    asked = [
        question("single", AB, correct=[1]),
        question("multiple", ABC, correct=[0, 2]),
        question("multiple", ABC, correct=[0, 2]),
        question("single", AB),
    ]
    answers = [
        Answer(question=0, choices=[1]),
        Answer(question=1, choices=[2, 0]),
        Answer(question=2, choices=[0]),
        Answer(question=3, choices=[0]),
    ]
    assert score(asked, answers) == 2
    assert score(asked, []) == 0


def test_free_texts_are_cut_to_what_a_message_holds() -> None:
    (result,) = question_results([question("text")], {(0, ANSWERED): 150}, {0: ["x" * 2000] * 150})
    assert result.answered == 150
    assert len(result.texts) == 30
    (result,) = question_results([question("text")], {}, {0: ["x"] * 150})
    assert len(result.texts) == 100


def test_the_csv_has_a_line_for_each_vote_and_names_only_where_public() -> None:
    asked = [question("multiple", AB), question("rating"), question("text")]
    ballots = [
        Ballot("Ann", [Answer(question=0, choices=[1, 0]), Answer(question=2, text='say "hi", you')]),
        Ballot("Bob", [Answer(question=1, rating=4)]),
    ]
    assert "".join(csv_slices(asked, ballots, public=True)).splitlines() == [
        "Voter,Q?,Q?,Q?",
        'Ann,B; A,,"say ""hi"", you"',
        "Bob,,4,",
    ]
    assert "".join(csv_slices(asked, ballots, public=False)).splitlines()[2] == ",4,"


@given(st.text(max_size=20), st.sampled_from(["=", "+", "-", "@", "\t=", "  =", "\uff1d"]))
def test_no_cell_of_the_csv_is_a_formula(rest: str, start: str) -> None:
    import csv
    import io

    ballots = [Ballot(start + "name", [Answer(question=0, text=start + rest)])]
    text = "".join(csv_slices([question("text")], ballots, public=True))
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert all(cell.startswith("'") for cell in rows[1])

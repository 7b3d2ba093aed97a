from __future__ import annotations

import pytest
from msgspec.structs import replace

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.services.surveys.api import Answer, Question, QuestionKind, QuestionResults, Survey, SurveyResults
from stoa.shell.feed.sources import Reply
from stoa.shell.feed.survey_book import SurveyBook
from stoa.shell.feed.survey_desk import SurveyDesk
from stoa.shell.feed.survey_face import Action, complete, face, percents, reply_of, toggled

NOW = 1_700_000_000_000
SINGLE = Question(kind=QuestionKind.SINGLE, text="Where to?", options=["Aegina", "Kea", "City"])
MULTIPLE = Question(kind=QuestionKind.MULTIPLE, text="Which?", options=["a", "b", "c"], min=2, max=2)
RANKING = Question(kind=QuestionKind.RANKING, text="Order?", options=["a", "b", "c"])
RATING = Question(kind=QuestionKind.RATING, text="How was it?")
TEXT = Question(kind=QuestionKind.TEXT, text="Anything else?")


def survey(*questions: Question, **changes: object) -> Survey:
    values: dict[str, object] = {
        "id": "s", "title": "Meetup", "questions": list(questions), "created_at": 0, "closed": False, "mine": False,
        "voted": False, "voters": 0,
    }  # fmt: skip
    return Survey(**(values | changes))


def results(counts: list[int], answers: list[Answer] | None = None, answered: int = 0) -> SurveyResults:
    question = QuestionResults(answered=answered or sum(counts), counts=counts)
    return SurveyResults(
        survey_id="s", voters=sum(counts), closed=False, questions=[question], my_answers=answers or []
    )


def test_a_single_question_is_answered_in_its_card():
    shown = face(survey(SINGLE), None, None, NOW)
    assert (shown.inline, shown.heading, shown.action, shown.open_to_me) == (True, "Where to?", None, True)
    assert [option.text for option in shown.options] == ["Aegina", "Kea", "City"]
    assert all(option.percent is None for option in shown.options)


def test_a_longer_survey_shows_its_title_and_a_button():
    shown = face(survey(SINGLE, TEXT), None, None, NOW)
    assert (shown.inline, shown.heading, shown.options, shown.action) == (False, "Meetup", (), Action.ANSWER)


def test_a_question_for_a_text_is_answered_in_the_sheet():
    assert face(survey(TEXT), None, None, NOW).action is Action.ANSWER


def test_results_show_shares_and_ones_own_choice():
    voted = survey(SINGLE, voted=True, voters=100, can_change=True)
    shown = face(voted, results([46, 31, 23], [Answer(question=0, choices=[0])]), None, NOW)
    assert [option.percent for option in shown.options] == [46, 31, 23]
    assert [option.mine for option in shown.options] == [True, False, False]
    assert shown.options[1].share == pytest.approx(0.31)
    assert shown.open_to_me


def test_a_vote_that_cannot_be_changed_takes_no_more_presses():
    assert not face(survey(SINGLE, voted=True), None, None, NOW).open_to_me


@pytest.mark.parametrize("changes", [{"closed": True}, {"closes_at": NOW}])
def test_a_closed_survey_takes_no_votes(changes: dict[str, object]):
    shown = face(survey(SINGLE, **changes), None, None, NOW)
    assert shown.closed
    assert not shown.open_to_me
    assert face(survey(SINGLE, TEXT, **changes), None, None, NOW).action is Action.LOOK


def test_several_choices_are_sent_with_a_button_once_they_are_enough():
    assert face(survey(MULTIPLE), None, (0,), NOW).action_enabled is False
    shown = face(survey(MULTIPLE), None, (0, 2), NOW)
    assert (shown.action, shown.action_enabled) == (Action.VOTE, True)


def test_a_changeable_vote_shows_its_button_only_after_a_new_press():
    voted = survey(MULTIPLE, voted=True, can_change=True)
    assert face(voted, None, None, NOW).action is None
    assert face(voted, None, (1,), NOW).action is Action.VOTE


def test_the_share_of_a_multiple_choice_is_that_of_its_voters():
    shown = face(survey(MULTIPLE), results([3, 4, 1], answered=4), None, NOW)
    assert [option.percent for option in shown.options] == [75, 100, 25]


def test_a_ranking_numbers_the_options_in_the_order_of_the_presses():
    shown = face(survey(RANKING), None, (2, 0), NOW)
    assert [option.order for option in shown.options] == [2, None, 1]
    assert not shown.action_enabled
    assert face(survey(RANKING), None, (2, 0, 1), NOW).action_enabled


def test_a_rating_offers_five_stars():
    shown = face(survey(RATING), None, None, NOW)
    assert [len(option.text) for option in shown.options] == [1, 2, 3, 4, 5]


def test_a_quiz_shows_the_right_answer_and_why_after_voting():
    question = replace(SINGLE, correct=[1], explanation="It is nearer.")
    shown = face(survey(question, voted=True, quiz=True), results([1, 0, 0]), None, NOW)
    assert [option.right for option in shown.options] == [False, True, False]
    assert shown.explanation == "It is nearer."


@pytest.mark.parametrize(
    ("counts", "whole"),
    [([1, 1, 1], [34, 33, 33]), ([0, 0], [0, 0]), ([2, 1], [67, 33]), ([46, 31, 23], [46, 31, 23]), ([], [])],
)
def test_percents_add_up_to_a_hundred(counts: list[int], whole: list[int]):
    assert percents(counts) == whole


def test_a_press_beyond_the_most_changes_nothing_and_a_second_one_takes_back():
    assert toggled(MULTIPLE, (0, 1), 2) == (0, 1)
    assert toggled(MULTIPLE, (0, 1), 0) == (1,)
    assert toggled(RANKING, (1,), 0) == (1, 0)
    assert not complete(MULTIPLE, (1,))


def test_replies_have_the_form_of_their_question():
    assert reply_of(RATING, 2, (3,)) == Reply(2, rating=4)
    assert reply_of(MULTIPLE, 0, (2, 0)) == Reply(0, choices=(0, 2))
    assert reply_of(RANKING, 1, (2, 0, 1)) == Reply(1, choices=(2, 0, 1))


class Desk:
    """A survey source that keeps what was sent."""

    def __init__(self, made: Survey | None) -> None:
        self.made = made
        self.sent: list[Reply] = []
        self.reads = 0

    def get(self, _viewer: str, _survey_id: str) -> Survey | None:
        self.reads += 1
        return self.made

    def results(self, _viewer: str, _survey_id: str) -> SurveyResults | None:
        return None

    def vote(self, _viewer: str, _survey_id: str, replies: list[Reply]) -> None:
        self.sent.extend(replies)


def test_a_press_on_a_single_choice_is_the_vote():
    desk = Desk(survey(SINGLE))
    assert SurveyBook(desk, "me").press("s", 1)
    assert desk.sent == [Reply(0, choices=(1,))]


def test_presses_on_a_multiple_choice_wait_for_the_button():
    desk = Desk(survey(MULTIPLE))
    book = SurveyBook(desk, "me")
    assert not book.press("s", 2)
    assert not book.send("s")
    book.press("s", 0)
    assert book.face("s", NOW).action_enabled
    assert book.send("s")
    assert desk.sent == [Reply(0, choices=(0, 2))]


def test_a_survey_is_read_once_until_it_changes():
    desk = Desk(survey(SINGLE))
    book = SurveyBook(desk, "me")
    book.face("s", NOW)
    book.face("s", NOW)
    assert desk.reads == 1
    book.forget("s")
    book.face("s", NOW)
    assert desk.reads == 2


def test_a_survey_that_is_gone_or_unreadable_has_no_face():
    assert SurveyBook(Desk(None), "me").face("s", NOW) is None
    assert SurveyBook(None, "me").face("s", NOW) is None
    assert not SurveyBook(Desk(None), "me").press("s", 0)
    assert not SurveyBook(Desk(None), "me").send("s")

    class Broken(Desk):
        def get(self, _viewer: str, _survey_id: str) -> Survey | None:
            raise BridgeError(ErrorCode.INTERNAL, "no")

    assert SurveyBook(Broken(None), "me").face("s", NOW) is None


class Store:
    """A survey store that refuses results with a code, and keeps votes."""

    def __init__(self, code: ErrorCode | None = None) -> None:
        self.code = code
        self.votes: list[Answer] = []

    def get(self, _viewer: str, _survey_id: str) -> Survey:
        return survey(SINGLE)

    def results(self, _viewer: str, _survey_id: str) -> SurveyResults:
        if self.code is not None:
            raise BridgeError(self.code, "no")
        return results([1, 0, 0])

    def vote(self, _viewer: str, _survey_id: str, answers: list[Answer]) -> None:
        self.votes = answers


def test_the_desk_hands_votes_on_as_answers_of_the_contract():
    store = Store()
    SurveyDesk(store).vote("me", "s", [Reply(0, choices=(1,)), Reply(1, rating=3), Reply(2, text="so")])
    assert store.votes == [
        Answer(question=0, choices=[1]),
        Answer(question=1, rating=3),
        Answer(question=2, text="so"),
    ]


@pytest.mark.parametrize("code", [ErrorCode.DENIED, ErrorCode.NOT_FOUND])
def test_the_desk_takes_results_that_are_hidden_or_gone_for_none(code):
    assert SurveyDesk(Store(code)).results("me", "s") is None


def test_the_desk_hands_on_what_the_store_tells_and_refuses():
    assert SurveyDesk(Store()).results("me", "s").voters == 1
    assert SurveyDesk(Store()).get("me", "s").id == "s"
    with pytest.raises(BridgeError):
        SurveyDesk(Store(ErrorCode.INTERNAL)).results("me", "s")

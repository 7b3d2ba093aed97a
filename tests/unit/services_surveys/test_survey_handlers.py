from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stoa.contract.caller import Caller
from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.wire import Nothing
from stoa.services.surveys.api import AREA, Answer, Question, QuestionKind, SurveyDraft, SurveyRef, Vote
from stoa.services.surveys.handlers import SurveyHandlers

if TYPE_CHECKING:
    from stoa.services.surveys.store import SurveyStore


def caller(account: str, app: str = "org.stoa.pulse") -> Caller:
    return Caller(account, app, "Pulse", f"{account}/{app}", 1)


def test_every_method_of_the_area_has_a_handler(surveys: SurveyStore) -> None:
    assert set(SurveyHandlers(surveys).handlers()) == {method.name for method in AREA.methods}


def test_a_survey_goes_its_whole_way_over_the_bridge(surveys: SurveyStore) -> None:
    calls = SurveyHandlers(surveys).handlers()
    ann, bob = caller("ann"), caller("bob")
    draft = SurveyDraft(title="T", questions=[Question(kind=QuestionKind.RATING, text="Good?")])
    ref = SurveyRef(survey_id=calls["surveys.create"](ann, draft).id)
    calls["surveys.vote"](bob, Vote(survey_id=ref.survey_id, answers=[Answer(question=0, rating=4)]))
    assert calls["surveys.get"](bob, ref).voted
    assert calls["surveys.results"](bob, ref).questions[0].average == 4
    assert [survey.id for survey in calls["surveys.mine"](ann, Nothing())] == [ref.survey_id]
    assert calls["surveys.close"](ann, ref).closed


def test_another_mini_app_gets_not_found(surveys: SurveyStore) -> None:
    calls = SurveyHandlers(surveys).handlers()
    draft = SurveyDraft(title="T", questions=[Question(kind=QuestionKind.RATING, text="Good?")])
    ref = SurveyRef(survey_id=calls["surveys.create"](caller("ann"), draft).id)
    with pytest.raises(BridgeError) as caught:
        calls["surveys.get"](caller("ann", "org.evil"), ref)
    assert caught.value.code is ErrorCode.NOT_FOUND

"""The bridge calls of the area ``surveys``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, ErrorCode

if TYPE_CHECKING:
    from stoa.contract.caller import Caller
    from stoa.contract.method import Handler
    from stoa.contract.wire import Nothing
    from stoa.services.surveys.api import Survey, SurveyDraft, SurveyRef, SurveyResults, Vote
    from stoa.services.surveys.store import SurveyStore


class SurveyHandlers:
    """Answers mini-apps; each sees the surveys made in it and no others. Refusals are `BridgeError`."""

    def __init__(self, surveys: SurveyStore) -> None:
        self._surveys = surveys

    def handlers(self) -> dict[str, Handler]:
        """The handlers by method name."""
        return {
            "surveys.create": self._create,
            "surveys.get": self._get,
            "surveys.vote": self._vote,
            "surveys.results": self._results,
            "surveys.close": self._close,
            "surveys.mine": self._mine,
        }

    def _create(self, caller: Caller, draft: SurveyDraft) -> Survey:
        return self._surveys.create(caller.account_id, caller.app_id, draft)

    def _get(self, caller: Caller, ref: SurveyRef) -> Survey:
        survey = self._surveys.get(caller.account_id, ref.survey_id, caller.app_id)
        if survey is None:
            raise BridgeError(ErrorCode.NOT_FOUND, "There is no such survey in this mini-app.")
        return survey

    def _vote(self, caller: Caller, vote: Vote) -> SurveyResults | None:
        return self._surveys.vote(caller.account_id, vote.survey_id, vote.answers, caller.app_id)

    def _results(self, caller: Caller, ref: SurveyRef) -> SurveyResults:
        return self._surveys.results(caller.account_id, ref.survey_id, caller.app_id)

    def _close(self, caller: Caller, ref: SurveyRef) -> Survey:
        return self._surveys.close(caller.account_id, ref.survey_id, caller.app_id)

    def _mine(self, caller: Caller, _nothing: Nothing) -> list[Survey]:
        return self._surveys.mine(caller.account_id, caller.app_id)

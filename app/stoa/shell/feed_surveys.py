"""The surveys as the feed pane reads them: its light replies to wire answers, and a withheld count to None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.services.surveys.api import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.services.surveys.api import Survey, SurveyResults
    from stoa.services.surveys.store import SurveyStore
    from stoa.shell.feed.sources import Reply


class FeedSurveys:
    """Implements ``SurveySource`` over the surveys' store."""

    def __init__(self, store: SurveyStore) -> None:
        self._store = store

    def get(self, viewer: str, survey_id: str) -> Survey | None:
        """The survey, or None where it is gone."""
        return self._store.get(viewer, survey_id)

    def results(self, viewer: str, survey_id: str) -> SurveyResults | None:
        """The count, or None while this viewer may not see it."""
        try:
            return self._store.results(viewer, survey_id)
        except BridgeError as error:
            if error.code in {ErrorCode.DENIED, ErrorCode.NOT_FOUND}:
                return None
            raise

    def vote(self, viewer: str, survey_id: str, replies: Sequence[Reply]) -> None:
        """Vote, or change the vote where the survey allows it."""
        answers = [
            Answer(
                question=reply.question,
                choices=None if reply.choices is None else list(reply.choices),
                rating=reply.rating,
                text=reply.text,
            )
            for reply in replies
        ]
        self._store.vote(viewer, survey_id, answers)

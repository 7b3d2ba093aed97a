"""Joins the survey store to the feed pane. It imports the wire models, so make it after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.services.surveys.api import Answer, Survey, SurveyResults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.shell.feed.sources import Reply


class VotingStore(Protocol):
    """What is asked of the survey store."""

    def get(self, viewer: str, survey_id: str) -> Survey | None:
        """The survey as the viewer may see it."""
        ...

    def results(self, viewer: str, survey_id: str) -> SurveyResults:
        """The count; BridgeError ``denied`` while the viewer may not see it."""
        ...

    def vote(self, viewer: str, survey_id: str, answers: Sequence[Answer]) -> SurveyResults | None:
        """Votes; BridgeError where the vote is refused."""
        ...


class SurveyDesk:
    """A ``SurveySource`` over the survey store."""

    def __init__(self, store: VotingStore) -> None:
        self._store = store

    def get(self, viewer: str, survey_id: str) -> Survey | None:
        """The survey, or None where it is gone."""
        return self._store.get(viewer, survey_id)

    def results(self, viewer: str, survey_id: str) -> SurveyResults | None:
        """The count, or None while this viewer may not see it."""
        try:
            return self._store.results(viewer, survey_id)
        except BridgeError as error:
            if error.code in (ErrorCode.DENIED, ErrorCode.NOT_FOUND):
                return None
            raise

    def vote(self, viewer: str, survey_id: str, replies: Sequence[Reply]) -> None:
        """Votes, or changes the vote where the survey allows it."""
        answers = [
            Answer(
                question=reply.question,
                choices=list(reply.choices) if reply.choices is not None else None,
                rating=reply.rating,
                text=reply.text,
            )
            for reply in replies
        ]
        self._store.vote(viewer, survey_id, answers)

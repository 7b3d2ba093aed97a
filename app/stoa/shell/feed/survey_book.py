"""The surveys of the posts at hand, as this viewer sees them, kept until they change. No Qt."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError
from stoa.shell.feed.survey_face import SurveyFace, complete, face, reply_of, toggled, votes_at_once

if TYPE_CHECKING:
    from stoa.services.surveys.api import Survey, SurveyResults
    from stoa.shell.feed.sources import SurveySource

_KEPT = 256


class SurveyBook:
    """Faces of surveys by id, and the picks that were made in a card but not yet sent."""

    def __init__(self, source: SurveySource | None, viewer: str) -> None:
        self._source = source
        self._viewer = viewer
        self._known: OrderedDict[str, tuple[Survey | None, SurveyResults | None]] = OrderedDict()
        self._picks: dict[str, tuple[int, ...]] = {}

    @property
    def source(self) -> SurveySource | None:
        """Where surveys come from, once there is such a place."""
        return self._source

    def begin(self, source: SurveySource | None, viewer: str) -> None:
        """Starts anew for a source and a viewer."""
        self._source, self._viewer = source, viewer
        self._known.clear()
        self._picks.clear()

    def face(self, survey_id: str, now: int) -> SurveyFace | None:
        """What a card shows of a survey; None where it is gone or cannot be read."""
        survey, results = self.both(survey_id)
        return face(survey, results, self._picks.get(survey_id), now) if survey is not None else None

    def both(self, survey_id: str) -> tuple[Survey | None, SurveyResults | None]:
        """The survey and, where this viewer may see it, its count."""
        if survey_id not in self._known:
            self._known[survey_id] = self._read(survey_id)
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return self._known[survey_id]

    def forget(self, survey_id: str) -> None:
        """Reads a survey anew when it is next asked for."""
        self._known.pop(survey_id, None)

    def press(self, survey_id: str, option: int) -> bool:
        """Takes a press on an option in a card; whether that was a vote.

        Raises:
            StoaError: the vote was refused.
        """
        survey, _results = self.both(survey_id)
        if survey is None:
            return False
        question = survey.questions[0]
        if votes_at_once(question):
            self._vote(survey_id, survey, (option,))
            return True
        self._picks[survey_id] = toggled(question, self._picks.get(survey_id, ()), option)
        return False

    def send(self, survey_id: str) -> bool:
        """Sends the picks made in a card; whether there was something to send.

        Raises:
            StoaError: the vote was refused.
        """
        survey, _results = self.both(survey_id)
        picks = self._picks.get(survey_id, ())
        if survey is None or not complete(survey.questions[0], picks):
            return False
        self._vote(survey_id, survey, picks)
        return True

    def _vote(self, survey_id: str, survey: Survey, picks: tuple[int, ...]) -> None:
        if self._source is None:
            return
        self._source.vote(self._viewer, survey_id, [reply_of(survey.questions[0], 0, picks)])
        self._picks.pop(survey_id, None)
        self.forget(survey_id)

    def _read(self, survey_id: str) -> tuple[Survey | None, SurveyResults | None]:
        if self._source is None:
            return None, None
        try:
            survey = self._source.get(self._viewer, survey_id)
            return survey, self._source.results(self._viewer, survey_id) if survey is not None else None
        except StoaError:
            # The card says that the survey cannot be shown; the rest of the feed goes on.
            return None, None

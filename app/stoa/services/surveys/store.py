"""The surveys' tables. The count is kept with each vote, so reading it costs the same at ten votes and a million."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zlib import crc32

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.wire import read
from stoa.services.surveys.api import Answer, QuestionKind, Survey, SurveyDraft, SurveyResults
from stoa.services.surveys.drafts import validate_draft
from stoa.services.surveys.kept import answers_text, draft_text, kept_answers, kept_draft
from stoa.services.surveys.results import (
    SLICE,
    TEXTS_MAX,
    Ballot,
    Standing,
    csv_slices,
    question_results,
    sees_results,
    shown,
)
from stoa.services.surveys.votes import score, tally, validate_vote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from stoa.database import Clock, Database

HOST_APP = "stoa"
MINE_MAX = 100
SURVEYS_MAX = 1000
# Votes that are put in order at once.
_GATHERED = 512
_SELECT = """
    SELECT s.id, s.app_id, s.definition, s.created_at, s.closes_at, s.closed_at, s.account_id, s.voters, v.answers
    FROM surveys s LEFT JOIN survey_votes v ON v.survey_id = s.id AND v.account_id = :viewer
"""


class SurveyStore:
    """Surveys and votes. ``app_id`` limits a call to the surveys of one mini-app; None is the host, who sees all.

    ``name_of`` gives an account's display name for public surveys, or None where there is no such account.
    ``changed`` is told the id of each survey that got a vote or was closed, after that is written.
    Refusals are `BridgeError` with the codes of the bridge.
    """

    def __init__(
        self, db: Database, clock: Clock, name_of: Callable[[str], str | None] = lambda _account_id: None
    ) -> None:
        self._db = db
        self._clock = clock
        self._name_of = name_of
        self.changed: list[Callable[[str], None]] = []

    def create(self, account_id: str, app_id: str, draft: SurveyDraft) -> Survey:
        """Make a survey; ``invalid_params`` or, after 1,000 by this account in this mini-app, ``too_many``."""
        now = self._clock()
        validate_draft(draft, now)
        survey_id = uuid4().hex
        with self._db.transaction():
            row = self._db.row("SELECT count(*) FROM surveys WHERE account_id = ? AND app_id = ?", (account_id, app_id))
            if row and row[0] >= SURVEYS_MAX:
                raise BridgeError(
                    ErrorCode.TOO_MANY,
                    f"Use one of the {SURVEYS_MAX:,} surveys there are: no more fit in one mini-app.",
                )
            self._insert(survey_id, account_id, app_id, draft, now)
        return shown(self._standing(account_id, survey_id, None))

    def get(self, viewer: str, survey_id: str, app_id: str | None = None) -> Survey | None:
        """The survey as the viewer may see it, or None."""
        standing = self._find(viewer, survey_id, app_id)
        return shown(standing) if standing else None

    def vote(
        self, viewer: str, survey_id: str, answers: Sequence[Answer], app_id: str | None = None
    ) -> SurveyResults | None:
        """Vote, or vote anew where the survey allows it; the count, if the viewer may see it now.

        Raises:
            BridgeError: ``not_found``, ``closed``, ``denied`` (has voted), ``invalid_params``.
        """
        with self._db.transaction():
            standing = self._standing(viewer, survey_id, app_id)
            if standing.closed:
                raise BridgeError(ErrorCode.CLOSED, "This survey is closed: it takes no more votes.")
            if standing.voted and not standing.draft.can_change:
                raise BridgeError(
                    ErrorCode.DENIED, "You have voted in this survey, and it does not let votes be changed."
                )
            kept = validate_vote(standing.draft.questions, answers)
            self._count(standing, kept)
            self._write_vote(viewer, standing, kept)
        self._tell(survey_id)
        after = self._standing(viewer, survey_id, app_id)
        return self._results(after) if sees_results(after) else None

    def results(self, viewer: str, survey_id: str, app_id: str | None = None) -> SurveyResults:
        """The count; ``not_found``, or ``denied`` while the viewer may not see it."""
        standing = self._standing(viewer, survey_id, app_id)
        if not sees_results(standing):
            when = "you have voted" if standing.draft.results.value == "afterVoting" else "it is closed"
            raise BridgeError(ErrorCode.DENIED, f"The results of this survey are shown once {when}.")
        return self._results(standing)

    def close(self, account_id: str, survey_id: str, app_id: str | None = None) -> Survey:
        """Close a survey of this account; ``not_found`` where it is not theirs, ``closed`` where it is already."""
        with self._db.transaction():
            standing = self._standing(account_id, survey_id, app_id)
            if not standing.mine:
                raise _not_found()
            if standing.closed:
                raise BridgeError(ErrorCode.CLOSED, "This survey is closed already.")
            self._db.execute("UPDATE surveys SET closed_at = ? WHERE id = ?", (self._clock(), survey_id))
        self._tell(survey_id)
        return shown(self._standing(account_id, survey_id, app_id))

    def close_due(self) -> list[str]:
        """Close for good the surveys whose time has come, so that a clock set back opens none, and give their ids."""
        with self._db.transaction():
            rows = self._db.rows(
                "UPDATE surveys SET closed_at = closes_at WHERE closed_at IS NULL AND closes_at <= ? RETURNING id",
                (self._clock(),),
            )
        closed = [survey_id for (survey_id,) in rows]
        for survey_id in closed:
            self._tell(survey_id)
        return closed

    def mine(self, account_id: str, app_id: str | None = None) -> list[Survey]:
        """The surveys the account made (in one mini-app), newest first, at most 100."""
        rows = self._db.rows(
            _SELECT + "WHERE s.account_id = :viewer AND s.app_id = coalesce(:app, s.app_id)"
            "ORDER BY s.place DESC LIMIT :most",
            {"viewer": account_id, "app": app_id, "most": MINE_MAX},
        )
        return [shown(self._as_standing(account_id, row)) for row in rows]

    def export_csv(self, account_id: str, survey_id: str, app_id: str | None = None) -> Iterator[str]:
        """All votes of a survey of this account as CSV, in slices read when asked for; ``not_found`` if not theirs."""
        standing = self._standing(account_id, survey_id, app_id)
        if not standing.mine:
            raise _not_found()
        return self._csv(standing)

    def plant(self, app_id: str, draft: Mapping[str, Any], counts: Sequence[Sequence[int]], voters: int) -> str:
        """Add a starter survey with invented counts, one list for each question, and give its id."""
        survey_id = uuid4().hex
        with self._db.transaction():
            self._insert(survey_id, "", app_id, read(SurveyDraft, dict(draft)), self._clock())
            self._db.execute("UPDATE surveys SET voters = ? WHERE id = ?", (voters, survey_id))
            added = {(question, option): n for question, row in enumerate(counts) for option, n in enumerate(row)}
            self._add(survey_id, added | {(question, -1): voters for question in range(len(counts))})
        return survey_id

    def remove_starter(self) -> int:
        """Remove the starter surveys and the votes in them, and give how many surveys there were."""
        with self._db.transaction():
            return self._db.execute("DELETE FROM surveys WHERE account_id = ''")

    def _csv(self, standing: Standing) -> Iterator[str]:
        # Ordered by what was answered: the order of voting, or of accounts, could tell who it was.
        places: dict[int, list[int]] = {}
        last = ""
        while rows := self._db.rows(
            "SELECT account_id, id, answers FROM survey_votes WHERE survey_id = ? AND account_id > ?"
            " ORDER BY account_id LIMIT ?",
            (standing.survey_id, last, _GATHERED),
        ):
            last = rows[-1][0]
            for _account_id, vote_id, answers in rows:
                places.setdefault(crc32(answers.encode()), []).append(vote_id)
            yield ""
        ids = [vote_id for place in sorted(places) for vote_id in places[place]]
        public = not standing.draft.anonymous
        yield from csv_slices(standing.draft.questions, self._ballots(ids, public=public), public=public)

    def _ballots(self, ids: Sequence[int], *, public: bool) -> Iterator[Ballot]:
        for start in range(0, len(ids), SLICE):
            rows = self._db.rows(
                "SELECT v.account_id, v.answers FROM json_each(?) AS wanted"
                " JOIN survey_votes AS v ON v.id = wanted.value ORDER BY wanted.key",
                (json.dumps(ids[start : start + SLICE]),),
            )
            for voter, answers in rows:
                name = (self._name_of(voter) or "removed account") if public else None
                yield Ballot(name, kept_answers(answers))

    def _insert(self, survey_id: str, account_id: str, app_id: str, draft: SurveyDraft, now: int) -> None:
        self._db.execute(
            "INSERT INTO surveys (id, account_id, app_id, definition, anonymous, created_at, closes_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (survey_id, account_id, app_id, draft_text(draft), int(draft.anonymous), now, draft.closes_at),
        )

    def _find(self, viewer: str, survey_id: str, app_id: str | None) -> Standing | None:
        row = self._db.row(
            _SELECT + "WHERE s.id = :survey AND s.app_id = coalesce(:app, s.app_id)",
            {"viewer": viewer, "survey": survey_id, "app": app_id},
        )
        return self._as_standing(viewer, row) if row else None

    def _standing(self, viewer: str, survey_id: str, app_id: str | None) -> Standing:
        standing = self._find(viewer, survey_id, app_id)
        if standing is None:
            raise _not_found()
        return standing

    def _as_standing(self, viewer: str, row: tuple[Any, ...]) -> Standing:
        survey_id, app_id, definition, created_at, closes_at, closed_at, author, voters, answers = row
        return Standing(
            survey_id=survey_id,
            app_id=app_id,
            draft=kept_draft(definition),
            created_at=created_at,
            closed=closed_at is not None or (closes_at is not None and closes_at <= self._clock()),
            mine=author == viewer,
            voters=voters,
            answers=None if answers is None else kept_answers(answers),
        )

    def _count(self, standing: Standing, answers: Sequence[Answer]) -> None:
        change = tally(standing.draft.questions, answers)
        change.subtract(tally(standing.draft.questions, standing.answers or ()))
        self._add(standing.survey_id, change)

    def _add(self, survey_id: str, change: Mapping[tuple[int, int], int]) -> None:
        triples = [(question, option, number) for (question, option), number in change.items() if number]
        self._db.execute(
            """
            INSERT INTO survey_counts (survey_id, question, option, count)
            SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
            ON CONFLICT DO UPDATE SET count = count + excluded.count
            """,
            (survey_id, json.dumps(triples)),
        )

    def _write_vote(self, viewer: str, standing: Standing, answers: Sequence[Answer]) -> None:
        row = self._db.row(
            """
            INSERT INTO survey_votes (survey_id, account_id, answers, voted_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (survey_id, account_id) DO UPDATE SET answers = excluded.answers, voted_at = excluded.voted_at
            RETURNING id
            """,
            (standing.survey_id, viewer, answers_text(answers), self._clock()),
        )
        assert row is not None, "an upsert with RETURNING gives its row"
        self._db.execute("DELETE FROM survey_texts WHERE vote_id = ?", row)
        for answer in answers:
            if answer.text is not None:
                self._db.execute(
                    "INSERT INTO survey_texts (vote_id, survey_id, question, text) VALUES (?, ?, ?, ?)",
                    (row[0], standing.survey_id, answer.question, answer.text),
                )

    def _results(self, standing: Standing) -> SurveyResults:
        questions = standing.draft.questions
        counts = {
            (question, option): count
            for question, option, count in self._db.rows(
                "SELECT question, option, count FROM survey_counts WHERE survey_id = ?", (standing.survey_id,)
            )
        }
        texts = {
            number: self._texts(standing.survey_id, number)
            for number, question in enumerate(questions)
            if question.kind is QuestionKind.TEXT
        }
        graded = standing.draft.quiz and standing.answers is not None
        return SurveyResults(
            survey_id=standing.survey_id,
            voters=standing.voters,
            closed=standing.closed,
            questions=question_results(questions, counts, texts),
            my_answers=list(standing.answers or ()),
            correct=score(questions, standing.answers or ()) if graded else None,
        )

    def _texts(self, survey_id: str, question: int) -> list[str]:
        rows = self._db.rows(
            "SELECT text FROM survey_texts WHERE survey_id = ? AND question = ? ORDER BY id DESC LIMIT ?",
            (survey_id, question, TEXTS_MAX),
        )
        return [text for (text,) in rows]

    def _tell(self, survey_id: str) -> None:
        for listener in tuple(self.changed):
            listener(survey_id)


def _not_found() -> BridgeError:
    return BridgeError(
        ErrorCode.NOT_FOUND, "There is no such survey here: it was removed, or it is another mini-app's."
    )

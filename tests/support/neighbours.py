"""Somebody else on the same computer, who likes and comments what the person posts: for pictures and stories."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

from tests.support.driver import WAIT_SECONDS, is_root, stoa_command

from stoa.database import open_database
from stoa.services.feed.posts import Author, Draft
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.services.identity.store import AccountStore
from stoa.services.surveys.api import Answer, Question, QuestionKind, ResultsVisible, SurveyDraft
from stoa.services.surveys.store import SurveyStore

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.database import Database
    from stoa.services.identity.accounts import Account

FERRY = SurveyDraft(
    title="How was the crossing?",
    questions=[Question(kind=QuestionKind.RATING, text="How was the crossing?")],
    results=ResultsVisible.ALWAYS,
    can_change=True,
)
MEETUP = SurveyDraft(
    title="A barbecue at the pier",
    questions=[
        Question(kind=QuestionKind.SINGLE, text="Which evening?", options=["Friday", "Saturday"]),
        Question(kind=QuestionKind.RATING, text="How much do you want it?", required=False),
        Question(kind=QuestionKind.RANKING, text="What should there be?", options=["Fish", "Halloumi", "Corn"]),
        Question(kind=QuestionKind.TEXT, text="What do you bring?", required=False),
    ],
)


def move_in(data: Path, environ: dict[str, str], *, asking: bool = False) -> None:
    """Start the program once on ``data``, then let a neighbour read what its account wrote, and ask two things."""
    sandbox = ["--no-sandbox"] if is_root() else []
    once = stoa_command("run", "--data-dir", data, "--quit-after", 3, *sandbox)
    subprocess.run(once, env=environ, check=True, capture_output=True, timeout=WAIT_SECONDS)
    database = open_database(data / "stoa.db").database
    try:
        accounts, feed = AccountStore(database), FeedStore(database, _now)
        current = accounts.current()
        assert current is not None
        person = accounts.rename(current.id, "Mara Ellis")
        neighbour = accounts.add("Jonas Weber", None, _now())
        own = feed.publish(person.id, _author(database, person), Draft("The ferry has its summer timetable again."))
        feed.set_liked(neighbour.id, own, True)
        feed.add_comment(neighbour.id, _author(database, neighbour), own, "At last. See you on the first boat?")
        if asking:
            _ask(database, feed, neighbour)
    finally:
        database.close()


def _author(database: Database, account: Account) -> Author:
    return Author(account.name, account.handle, PictureStore(database).put(account.picture))


def _ask(database: Database, feed: FeedStore, neighbour: Account) -> None:
    """A survey with a count, and one that nobody has answered yet."""
    surveys = SurveyStore(database, _now)
    for draft in (FERRY, MEETUP):
        survey = surveys.create(neighbour.id, "stoa", draft)
        feed.publish(neighbour.id, _author(database, neighbour), Draft(draft.title, survey_id=survey.id))
        for number in range(12 if draft is FERRY else 0):
            surveys.vote(f"guest {number}", survey.id, [Answer(question=0, rating=3 + number % 3)])


def _now() -> int:
    return time.time_ns() // 1_000_000

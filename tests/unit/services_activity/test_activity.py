from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stoa.database import Database, open_memory
from stoa.services.activity.deeds import DeedKind
from stoa.services.activity.store import ActivityStore
from stoa.services.feed.posts import Author, Draft
from stoa.services.feed.store import FeedStore
from stoa.services.surveys.api import Answer, Question, SurveyDraft
from stoa.services.surveys.store import SurveyStore

if TYPE_CHECKING:
    from collections.abc import Iterator

ANN, BOB = Author("Ann", "ann"), Author("Bob", "bob")


@pytest.fixture
def db() -> Iterator[Database]:
    database = open_memory()
    yield database
    database.close()


@pytest.fixture
def feed(db: Database) -> FeedStore:
    return FeedStore(db, lambda: 500)


@pytest.fixture
def surveys(db: Database) -> SurveyStore:
    return SurveyStore(db, lambda: 500)


@pytest.fixture
def activity(db: Database) -> ActivityStore:
    return ActivityStore(db)


def survey(surveys: SurveyStore, *, anonymous: bool) -> str:
    question = Question(kind="single", text="Where?", options=["Here", "There"])
    return surveys.create("ann", "stoa", SurveyDraft(title="T", questions=[question], anonymous=anonymous)).id


def test_likes_and_comments_of_others_are_told_newest_first(feed: FeedStore, activity: ActivityStore) -> None:
    post_id = feed.publish("ann", ANN, Draft("My post"))
    feed.set_liked("bob", post_id, True)
    feed.add_comment("bob", BOB, post_id, "Well said")
    comment, like = activity.newest("ann")
    assert (comment.kind, comment.actor_id, comment.post_id, comment.text) == (
        DeedKind.COMMENT,
        "bob",
        post_id,
        "Well said",
    )
    assert (like.kind, like.actor_id, like.text, like.at, like.read) == (DeedKind.LIKE, "bob", "My post", 500, False)
    assert activity.newest("bob") == []


def test_what_one_does_to_ones_own_posts_is_not_told(
    feed: FeedStore, surveys: SurveyStore, activity: ActivityStore
) -> None:
    post_id = feed.publish("ann", ANN, Draft("x"))
    feed.set_liked("ann", post_id, True)
    feed.add_comment("ann", ANN, post_id, "me")
    surveys.vote("ann", survey(surveys, anonymous=False), [Answer(question=0, choices=[0])])
    assert activity.newest("ann") == []


def test_reading_marks_all_and_new_deeds_are_unread_again(feed: FeedStore, activity: ActivityStore) -> None:
    post_id = feed.publish("ann", ANN, Draft("x"))
    feed.set_liked("bob", post_id, True)
    assert activity.unread("ann") == 1
    activity.mark_read("ann")
    assert activity.unread("ann") == 0
    feed.add_comment("bob", BOB, post_id, "c")
    assert activity.unread("ann") == 1
    assert [deed.read for deed in activity.newest("ann")] == [False, True]


def test_a_like_taken_back_a_comment_or_post_removed_leaves_nothing(feed: FeedStore, activity: ActivityStore) -> None:
    post_id = feed.publish("ann", ANN, Draft("x"))
    feed.set_liked("bob", post_id, True)
    comment = feed.add_comment("bob", BOB, post_id, "c")
    feed.set_liked("bob", post_id, False)
    assert [deed.kind for deed in activity.newest("ann")] == [DeedKind.COMMENT]
    feed.delete_comment("bob", comment)
    assert activity.newest("ann") == []
    feed.set_liked("bob", post_id, True)
    feed.delete("ann", post_id)
    assert activity.newest("ann") == []


@pytest.mark.parametrize(("anonymous", "actor"), [(True, None), (False, "eve")])
def test_votes_in_a_survey_are_one_entry_that_names_nobody_when_anonymous(
    feed: FeedStore, surveys: SurveyStore, activity: ActivityStore, anonymous: bool, actor: str | None
) -> None:
    survey_id = survey(surveys, anonymous=anonymous)
    post_id = feed.publish("ann", ANN, Draft("Vote!", survey_id=survey_id))
    for voter in ("bob", "eve"):
        surveys.vote(voter, survey_id, [Answer(question=0, choices=[1])])
    (deed,) = activity.newest("ann")
    assert (deed.kind, deed.actor_id, deed.survey_id, deed.post_id, deed.times) == (
        DeedKind.VOTE,
        actor,
        survey_id,
        post_id,
        2,
    )
    activity.mark_read("ann")
    surveys.vote("zoe", survey_id, [Answer(question=0, choices=[1])])
    (deed,) = activity.newest("ann")
    assert (deed.times, deed.read) == (1, False)


def test_no_more_than_500_deeds_are_kept(feed: FeedStore, activity: ActivityStore) -> None:
    post_id = feed.publish("ann", ANN, Draft("x"))
    for number in range(510):
        feed.set_liked(f"account {number}", post_id, True)
    deeds = activity.newest("ann", 1000)
    assert len(deeds) == 500
    assert deeds[-1].actor_id == "account 10"
    assert len(activity.newest("ann", 3)) == 3


def test_removing_an_account_removes_what_it_did(db: Database, feed: FeedStore, activity: ActivityStore) -> None:
    db.execute("INSERT INTO accounts VALUES ('bob', 'Bob', 'bob', x'00', 0)")
    post_id = feed.publish("ann", ANN, Draft("x"))
    feed.set_liked("bob", post_id, True)
    db.execute("DELETE FROM accounts")
    assert activity.newest("ann") == []

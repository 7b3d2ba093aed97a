from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from stoa.database import Database, open_memory
from stoa.services.feed import arrivals
from stoa.services.feed.pictures import Prepared, prepared
from stoa.services.feed.posts import Author, Draft, Origin, Timeline
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.services.starter import content
from stoa.services.starter.content import StarterError
from stoa.services.starter.planting import load_starter, remove_starter
from stoa.services.surveys.api import Answer
from stoa.services.surveys.store import SurveyStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "starter"
NOW = 1_790_000_000_000


@pytest.fixture(scope="module")
def prepared_once() -> Callable[..., Prepared]:
    """The pictures are the same in every test: encoding them anew each time would be most of what it takes."""
    return cache(prepared)


@pytest.fixture(autouse=True)
def quick_pictures(monkeypatch: pytest.MonkeyPatch, prepared_once: Callable[..., Prepared]) -> None:
    monkeypatch.setattr("stoa.services.feed.picture_store.prepared", prepared_once)


@pytest.fixture
def db() -> Iterator[Database]:
    database = open_memory()
    yield database
    database.close()


@pytest.fixture
def feed(db: Database) -> FeedStore:
    return FeedStore(db, lambda: NOW)


@pytest.fixture
def surveys(db: Database) -> SurveyStore:
    return SurveyStore(db, lambda: NOW)


def rows_of(db: Database) -> dict[str, int]:
    tables = ("posts", "feed_authors", "post_comments", "post_likes", "pictures", "surveys", "survey_votes", "activity")
    return {table: db.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_posts_come_newest_first_marked_as_starter_with_all_their_parts(
    feed: FeedStore, surveys: SurveyStore, db: Database, language: str
) -> None:
    assert load_starter(FOLDER, feed, surveys, NOW, language) == 14
    posts = feed.page("ann", Timeline.FOR_YOU)
    assert len(posts) == 14
    assert {post.origin for post in posts} == {Origin.STARTER}
    kitchen = posts[1]
    assert kitchen.author.name == {"en": "Corner Kitchen", "de": "Küche am Eck"}[language]
    assert (kitchen.created_at, kitchen.likes, kitchen.comments) == (NOW - 12 * 60_000, 248, 2)
    assert kitchen.jump is not None
    assert (kitchen.jump.app_id, kitchen.jump.path) == ("org.stoa.recipes", "/r/shakshuka")
    assert [comment.author.handle for comment in feed.comments(kitchen.id)] == ["nora", "balcony"]
    assert PictureStore(db).size(str(kitchen.picture)) == (1000, 500)


def test_the_jumps_lead_into_every_bundled_mini_app(feed: FeedStore, surveys: SurveyStore) -> None:
    load_starter(FOLDER, feed, surveys, NOW)
    paths = {post.jump.path for post in feed.page("ann", Timeline.FOR_YOU) if post.jump}
    apps = {post.jump.app_id for post in feed.page("ann", Timeline.FOR_YOU) if post.jump}
    assert {"/r/shakshuka", "/a/olive-tree", "/d/capitals", "/q/which-sea"} <= paths
    assert apps == {f"org.stoa.{name}" for name in ("recipes", "pulse", "wiki", "cards", "quizzes")}


def test_both_surveys_are_live_and_take_votes(feed: FeedStore, surveys: SurveyStore) -> None:
    load_starter(FOLDER, feed, surveys, NOW)
    shown = [post for post in feed.page("ann", Timeline.FOR_YOU) if post.survey_id]
    assert len(shown) == 2
    for post in shown:
        survey = surveys.get("ann", str(post.survey_id))
        assert survey is not None
        assert (survey.closed, survey.mine, survey.can_change) == (False, False, True)
        assert post.jump is not None
        assert post.jump.path == f"/s/{post.survey_id}"
        results = surveys.vote("ann", survey.id, [Answer(question=0, choices=[0])])
        assert results is not None
        assert results.voters == survey.voters + 1


def test_all_of_it_goes_at_once_with_what_people_did_to_it(feed: FeedStore, surveys: SurveyStore, db: Database) -> None:
    mine = feed.publish("ann", Author("Ann", "ann"), Draft("mine"))
    before = rows_of(db)
    load_starter(FOLDER, feed, surveys, NOW)
    assert feed.has_starter()
    for post in feed.page("ann", Timeline.FOR_YOU):
        if post.id != mine:
            feed.set_liked("ann", post.id, True)
            feed.set_bookmarked("ann", post.id, True)
            feed.add_comment("ann", Author("Ann", "ann"), post.id, "hello")
    assert remove_starter(feed, surveys) == 14
    assert rows_of(db) == before
    assert not feed.has_starter()
    assert feed.count("ann", Timeline.BOOKMARKS) == 0
    assert remove_starter(feed, surveys) == 0


def test_loading_again_replaces_what_is_there(feed: FeedStore, surveys: SurveyStore, db: Database) -> None:
    load_starter(FOLDER, feed, surveys, NOW)
    first = rows_of(db)
    load_starter(FOLDER, feed, surveys, NOW, "de")
    assert rows_of(db) == first


def test_an_own_post_stands_above_the_starter_posts(feed: FeedStore, surveys: SurveyStore) -> None:
    load_starter(FOLDER, feed, surveys, NOW)
    mine = feed.publish("ann", Author("Ann", "ann"), Draft("mine"))
    assert feed.page("ann", Timeline.FOR_YOU)[0].id == mine
    assert feed.page("ann", Timeline.FOLLOWING) == []


def test_the_file_says_that_it_is_invented_and_has_every_text_in_both_languages() -> None:
    data = json.loads((FOLDER / "posts.json").read_bytes())
    assert "invented" in data["note"]
    texts: list[dict[str, Any]] = []

    def collect(value: Any) -> None:
        if isinstance(value, dict) and "en" in value:
            texts.append(value)
        elif isinstance(value, dict):
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(data)
    assert len(texts) > 60
    assert all(set(text) == {"en", "de"} and all(text.values()) for text in texts)


def test_the_pictures_are_small_files_of_one_size() -> None:
    for file in FOLDER.glob("*.png"):
        assert file.stat().st_size <= 60_000, file.name
        with Image.open(file) as image:
            assert image.size == (1000, 500), file.name


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"surveys": {}, "posts": [{}]}', b'{"surveys": {"a": {}}, "posts": []}']
)
def test_broken_content_is_a_sentence_that_names_the_file(
    tmp_path: Path, feed: FeedStore, surveys: SurveyStore, data: bytes
) -> None:
    (tmp_path / "posts.json").write_bytes(data)
    with pytest.raises(StarterError, match=r"posts\.json"):
        load_starter(tmp_path, feed, surveys, NOW)


def test_a_missing_folder_is_a_sentence(tmp_path: Path, feed: FeedStore, surveys: SurveyStore) -> None:
    with pytest.raises(StarterError, match="cannot be read"):
        load_starter(tmp_path / "nowhere", feed, surveys, NOW)


@pytest.mark.parametrize("name", ["StarterPost", "StarterAuthor", "StarterJump", "StarterComment"])
def test_what_the_starter_gives_has_what_the_feed_takes(name: str) -> None:
    wanted = {part for part, value in vars(getattr(arrivals, name)).items() if isinstance(value, property)}
    assert wanted
    assert wanted <= {field.name for field in fields(getattr(content, name))}

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from stoa.services.feed.pictures import prepared
from stoa.services.feed.posts import Author, Cursor, Draft, FeedError, Jump, Timeline

if TYPE_CHECKING:
    from stoa.database import Database
    from stoa.services.feed.store import FeedStore, PictureStore

ANN, BOB = Author("Ann", "ann"), Author("Bob", "bob")


def rows_of(db: Database, table: str) -> int:
    return db.rows(f"SELECT count(*) FROM {table}")[0][0]


def test_a_published_post_comes_back_as_it_was(feed: FeedStore, png: bytes, pictures: PictureStore, clock: Any) -> None:
    jump = Jump("org.stoa.recipes", "Recipes", "/r/shakshuka", "Shakshuka", "20 min")
    post_id = feed.publish("ann", ANN, Draft("Dinner", png, jump, prepared(png, 8), "s1"))
    post = feed.get("bob", post_id)
    assert post is not None
    assert (post.text, post.author, post.account_id, post.survey_id) == ("Dinner", ANN, "ann", "s1")
    assert (post.created_at, post.likes, post.comments, post.liked, post.bookmarked) == (clock.now, 0, 0, False, False)
    assert post.picture is not None
    assert pictures.size(post.picture) == (40, 20)
    assert post.jump is not None
    assert pictures.size(str(post.jump.picture)) == (8, 4)
    assert post.jump.path == "/r/shakshuka"


def test_the_clock_set_back_neither_reorders_nor_loses_posts(feed: FeedStore, clock: Any) -> None:
    for number in range(5):
        feed.publish("ann", ANN, Draft(str(number)))
        clock.now -= 3_600_000
    assert [post.text for post in feed.page("ann", Timeline.FOR_YOU)] == ["4", "3", "2", "1", "0"]


def test_a_picture_that_cannot_be_read_leaves_nothing_behind(feed: FeedStore, db: Database) -> None:
    with pytest.raises(FeedError, match="picture"):
        feed.publish("ann", ANN, Draft("text", b"not a picture"))
    assert [rows_of(db, table) for table in ("posts", "pictures", "feed_authors")] == [0, 0, 0]


def test_likes_count_each_account_once(feed: FeedStore) -> None:
    post_id = feed.publish("ann", ANN, Draft("x"))
    assert [feed.set_liked(who, post_id, True) for who in ("ann", "bob", "bob")] == [True, True, False]
    post = feed.get("bob", post_id)
    assert post is not None
    assert (post.likes, post.liked) == (2, True)
    assert [feed.set_liked("bob", post_id, False) for _ in range(2)] == [True, False]
    post = feed.get("bob", post_id)
    assert post is not None
    assert (post.likes, post.liked) == (1, False)


def test_reacting_to_a_post_that_is_gone_changes_nothing(feed: FeedStore) -> None:
    assert feed.set_liked("ann", 99, True) is False
    assert feed.set_bookmarked("ann", 99, True) is False
    with pytest.raises(FeedError, match="deleted"):
        feed.add_comment("ann", ANN, 99, "hello")


def test_comments_are_read_oldest_first_and_counted(feed: FeedStore, clock: Any) -> None:
    post_id = feed.publish("ann", ANN, Draft("x"))
    for number in range(5):
        feed.add_comment("bob", BOB, post_id, f" {number} ")
        clock.now -= 1000
    first = feed.comments(post_id, limit=2)
    rest = feed.comments(post_id, first[-1].cursor)
    assert [comment.text for comment in first + rest] == ["0", "1", "2", "3", "4"]
    assert first[0].author == BOB
    assert first[0].account_id == "bob"
    post = feed.get("ann", post_id)
    assert post is not None
    assert post.comments == 5


def test_a_comment_goes_by_its_author_or_the_author_of_the_post_only(feed: FeedStore) -> None:
    post_id = feed.publish("ann", ANN, Draft("x"))
    one, two = (feed.add_comment("bob", BOB, post_id, text) for text in "12")
    feed.publish("eve", Author("Eve", "eve"), Draft("e"))
    assert [feed.delete_comment(who, one) for who in ("eve", "ann", "ann")] == [False, True, False]
    assert feed.delete_comment("bob", two)
    assert feed.comments(post_id) == []
    post = feed.get("ann", post_id)
    assert post is not None
    assert post.comments == 0


def test_deleting_a_post_takes_all_that_hangs_on_it(feed: FeedStore, db: Database, png: bytes) -> None:
    post_id = feed.publish("ann", ANN, Draft("x", png))
    feed.set_liked("bob", post_id, True)
    feed.set_bookmarked("bob", post_id, True)
    feed.add_comment("bob", BOB, post_id, "hm")
    assert feed.delete("bob", post_id) is False
    assert feed.delete("ann", post_id) is True
    tables = ("posts", "post_likes", "post_bookmarks", "post_comments", "pictures")
    assert [rows_of(db, table) for table in tables] == [0] * 5
    assert feed.delete("ann", post_id) is False


def test_a_picture_stays_while_anything_shows_it(feed: FeedStore, db: Database, png: bytes, pictures: Any) -> None:
    face = pictures.put(png)
    author = Author("Ann", "ann", face)
    first, second = (feed.publish("ann", author, Draft(text, png)) for text in "12")
    feed.delete("ann", first)
    feed.delete("ann", second)
    assert pictures.get(face) is not None
    feed.set_author("ann", Author("Anna", "ann"))
    assert pictures.get(face) is None


def test_a_renamed_account_is_renamed_on_what_it_posted(feed: FeedStore) -> None:
    post_id = feed.publish("ann", ANN, Draft("x"))
    feed.set_author("ann", Author("Anna", "anna"))
    feed.set_author("nobody", BOB)
    post = feed.get("bob", post_id)
    assert post is not None
    assert post.author == Author("Anna", "anna")


def test_removing_an_account_removes_all_it_did_in_the_feed(feed: FeedStore, db: Database) -> None:
    db.execute("INSERT INTO accounts VALUES ('bob', 'Bob', 'bob', x'00', 0)")
    mine = feed.publish("ann", ANN, Draft("stays"))
    feed.publish("bob", BOB, Draft("goes"))
    feed.set_liked("bob", mine, True)
    feed.set_bookmarked("bob", mine, True)
    feed.add_comment("bob", BOB, mine, "goes too")
    feed.follow("bob", "https://f.example", "F", "f")
    db.execute("DELETE FROM accounts")
    (post,) = feed.page("ann", Timeline.FOR_YOU)
    assert (post.text, post.likes, post.comments) == ("stays", 0, 0)
    assert [rows_of(db, table) for table in ("post_bookmarks", "feed_follows", "post_comments")] == [0, 0, 0]


def test_counters_and_index_agree_with_the_rows_after_many_changes(feed: FeedStore, db: Database) -> None:
    for number in range(60):
        post_id = feed.publish(f"a{number % 4}", Author(f"A{number % 4}", "a"), Draft(f"word {number}"))
        feed.set_liked("ann", post_id, True)
        feed.add_comment("bob", BOB, post_id, "c")
        if number % 3 == 0:
            feed.delete(f"a{number % 4}", post_id)
    wrong = db.rows(
        """
        SELECT id FROM posts WHERE likes <> (SELECT count(*) FROM post_likes WHERE post_id = posts.id)
            OR comments <> (SELECT count(*) FROM post_comments WHERE post_id = posts.id)
        UNION ALL
        SELECT id FROM feed_authors WHERE posts <> (SELECT count(*) FROM posts WHERE author_id = feed_authors.id)
        """
    )
    assert wrong == []
    assert len(feed.search("x", "word", limit=200)) == feed.count("x", Timeline.FOR_YOU) == 40


def test_an_old_cursor_past_the_end_gives_nothing(feed: FeedStore) -> None:
    feed.publish("ann", ANN, Draft("x"))
    assert feed.page("ann", Timeline.FOR_YOU, Cursor(0, 0)) == []
    assert feed.get("ann", 12345) is None


def test_tidying_ends_and_loses_nothing(feed: FeedStore) -> None:
    for number in range(40):
        feed.publish("ann", ANN, Draft(f"word {number} " + "olive " * 20))
    steps = 0
    while feed.tidy():
        steps += 1
    assert 0 < steps < 1000
    assert feed.tidy() is False
    assert len(feed.search("x", "word", limit=200)) == 40

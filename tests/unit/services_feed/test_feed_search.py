from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from stoa.database import open_memory
from stoa.services.feed.posts import Author, Draft, Jump
from stoa.services.feed.search import match_expression
from stoa.services.feed.store import FeedStore

ANN = Author("Ann Example", "ann")


def found(feed: FeedStore, query: str) -> list[str]:
    return [post.text for post in feed.search("viewer", query)]


def test_nothing_to_look_for_gives_no_expression() -> None:
    assert [match_expression(typed) for typed in ("", "   ", '"*()', "\0", "…")] == [None] * 5


def test_only_the_last_word_is_a_beginning_and_a_space_ends_it() -> None:
    assert match_expression("red pep") == '"red" AND "pep" *'
    assert match_expression("red pep ") == '"red" AND "pep"'


def test_search_finds_words_beginnings_and_letters_without_marks(feed: FeedStore) -> None:
    feed.publish("a", ANN, Draft("Shakshuka für zwei"))
    feed.publish("a", ANN, Draft("Lentil soup"))
    assert found(feed, "shak") == ["Shakshuka für zwei"]
    assert found(feed, "fur") == ["Shakshuka für zwei"]
    assert found(feed, "shakshuka soup") == []
    assert found(feed, "lenti ") == []


def test_search_gives_the_newest_first_and_pages_on(feed: FeedStore) -> None:
    for number in range(7):
        feed.publish("a", ANN, Draft(f"olive {number}"))
    first = feed.search("viewer", "olive", limit=3)
    second = feed.search("viewer", "olive", first[-1].cursor, limit=10)
    assert [post.text for post in first + second] == [f"olive {number}" for number in range(6, -1, -1)]


def test_search_covers_the_author_and_the_attached_page(feed: FeedStore) -> None:
    feed.publish("a", ANN, Draft("x", jump=Jump("org.stoa.wiki", "Wiki", "/a/olive", "Olive tree", "An article")))
    assert [len(found(feed, query)) for query in ("example", "olive tree", "article", "wiki", "missing")] == [
        1, 1, 1, 1, 0,
    ]  # fmt: skip


def test_a_deleted_post_is_not_found(feed: FeedStore) -> None:
    post_id = feed.publish("a", ANN, Draft("olive"))
    feed.delete("a", post_id)
    assert found(feed, "olive") == []


def test_search_leaves_out_what_only_another_account_subscribes_to(feed: FeedStore) -> None:
    entry = SimpleNamespace(guid="1", published_at=None, text="olive", url=None, picture=None)
    feed.follow("other", "https://f.example/rss", "F", "f.example")
    feed.publish_many("https://f.example/rss", "F", "f.example", [entry])
    assert found(feed, "olive") == []
    assert len(feed.search("other", "olive")) == 1


@given(st.text(max_size=300))
def test_no_text_a_person_types_breaks_the_search(typed: str) -> None:
    FeedStore(_shared, lambda: 0).search("viewer", typed)


@given(
    st.lists(st.sampled_from(['"', "*", "AND", "OR", "NOT", "NEAR", "(", ")", "^", "-", "a", ":", "body", "{", "+"]))
)
def test_no_operator_of_the_index_works_from_outside(parts: list[str]) -> None:
    FeedStore(_shared, lambda: 0).search("viewer", " ".join(parts))


_shared = open_memory()

from __future__ import annotations

import pytest

from stoa.services.feed.posts import (
    Draft,
    FeedError,
    Jump,
    checked_comment,
    checked_draft,
    clean,
    item_time,
    own_time,
    page_size,
)


def test_an_empty_draft_is_refused_with_what_to_do() -> None:
    with pytest.raises(FeedError, match="Write something"):
        checked_draft(Draft(" \n\t "))


@pytest.mark.parametrize(
    "draft",
    [Draft("word"), Draft(picture=b"x"), Draft(survey_id="s"), Draft(jump=Jump("org.a", "A", "/", "Title"))],
)
def test_any_one_part_makes_a_draft_whole(draft: Draft) -> None:
    assert checked_draft(draft).text == draft.text


def test_a_text_of_2000_characters_fits_and_one_more_does_not() -> None:
    assert len(checked_draft(Draft("x" * 2000)).text) == 2000
    with pytest.raises(FeedError, match=r"Shorten the text to 2,000 characters: it has 2,001"):
        checked_draft(Draft("x" * 2001))


@pytest.mark.parametrize(
    ("jump", "named"),
    [
        (Jump("a", "A", "r/1", "T"), "slash"),
        (Jump("a", "A", "/" + "x" * 1024, "T"), "address"),
        (Jump("a", "A", "/", "T" * 81), "title"),
        (Jump("a", "A", "/", "T", "s" * 121), "subtitle"),
    ],
)
def test_a_jump_that_does_not_fit_names_its_part(jump: Jump, named: str) -> None:
    with pytest.raises(FeedError, match=named):
        checked_draft(Draft(jump=jump))


def test_a_jump_without_title_takes_the_name_of_its_app() -> None:
    jump = checked_draft(Draft(jump=Jump("org.a", "Recipes", "/", "  "))).jump
    assert jump is not None
    assert jump.title == "Recipes"


def test_clean_drops_what_cannot_be_shown_or_stored() -> None:
    assert clean("  a\r\nb\rc\0\x07\x7f\ud800 \td ") == "a\nb\nc \td"


@pytest.mark.parametrize("text", ["", "  ", "\0"])
def test_an_empty_comment_is_refused(text: str) -> None:
    with pytest.raises(FeedError, match="Write something"):
        checked_comment(text)


def test_a_long_comment_is_refused() -> None:
    with pytest.raises(FeedError, match="1,000"):
        checked_comment("x" * 1001)


def test_an_own_post_is_newer_than_all_even_with_the_clock_set_back() -> None:
    assert own_time(500, None) == 500
    assert own_time(500, 400) == 500
    assert own_time(500, 900) == 901


def test_an_item_is_never_in_the_future_nor_before_1970() -> None:
    assert item_time(300, 500, None) == 300
    assert item_time(900, 500, None) == 500
    assert item_time(900, 500, 700) == 700
    assert item_time(None, 500, 400) == 500
    assert item_time(-5, 500, None) == 0


def test_a_page_has_between_none_and_200_entries() -> None:
    assert [page_size(wish) for wish in (-1, 0, 50, 10_000)] == [0, 0, 50, 200]

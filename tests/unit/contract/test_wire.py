"""What crosses the bridge: read, refused with where and what, written, and described."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, field

from stoa.areas import AREAS
from stoa.contract.shape import Member, members, offered_at
from stoa.contract.wire import Json, Nothing, Wire, WireError, checked, read, written


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class Part(Wire):
    size: Size
    tone: Literal["good", "warm"] = "good"


class Whole(Wire):
    first_part: Part
    more: list[Part] = field(default_factory=list)
    by_name: dict[str, Part | None] = field(default_factory=dict)
    word: Annotated[str, Meta(max_length=3)] | None = None
    anything: Json = None


UNKNOWN = "params: Object contains unknown field `first_part`, and may contain firstPart, more, byName, word, anything."
GOOD = {"firstPart": {"size": "small"}}


def test_what_is_sent_becomes_a_model_and_json_again():
    whole = read(Whole, {**GOOD, "more": [{"size": "large", "tone": "warm"}], "anything": [1, {"a": None}]})
    assert whole.first_part == Part(size=Size.SMALL)
    assert whole.more[0].size is Size.LARGE
    assert written(whole.more) == '[{"size":"large","tone":"warm"}]'
    assert written(whole).startswith('{"firstPart":{"size":"small","tone":"good"},"more":[')


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({}, "params: Object missing required field `firstPart`."),
        ([], "params: Expected `object`, got `array`."),
        ({"first_part": {"size": "small"}}, UNKNOWN),
        ({"firstPart": {"size": "medium"}}, "firstPart.size: Expected one of small, large."),
        ({"firstPart": {"size": "small", "tone": "secret"}}, "firstPart.tone: Expected one of good, warm."),
        ({**GOOD, "more": [{"size": "large"}, {"size": "secret"}]}, "more[1].size: Expected one of small, large."),
        ({**GOOD, "byName": {"a": {"size": 5}}}, "byName[...].size: Expected `str`, got `int`."),
        ({**GOOD, "byName": {"a": {"size": "secret"}}}, "byName[...].size: Expected one of small, large."),
        ({**GOOD, "word": "four"}, "word: Expected `str` of length <= 3."),
        ({**GOOD, "word": 5}, "word: Expected `str | null`, got `int`."),
    ],
)
def test_a_fault_is_told_by_its_place_and_what_could_stand_there(value, sentence):
    with pytest.raises(WireError) as told:
        read(Whole, value)
    assert str(told.value) == sentence


def test_what_is_a_model_already_is_taken_as_it_is():
    part = Part(size=Size.SMALL)
    assert read(Part, part) is part
    assert read(list[Part], [part]) == [part]
    assert read(Part | None, None) is None
    with pytest.raises(WireError):
        read(Whole, part)


def test_what_was_made_here_is_checked_when_that_is_asked_for():
    made = Whole(first_part=Part(size=Size.SMALL), word="four")
    with pytest.raises(WireError, match="word: Expected `str` of length <= 3"):
        checked(made)
    sound = Whole(first_part=Part(size=Size.SMALL), word="two")
    assert checked(sound) == sound


def test_where_there_are_no_members_that_is_said():
    with pytest.raises(WireError, match="unknown field `a`, and may contain none"):
        read(Nothing, {"a": 1})


def test_members_are_told_as_they_are_outside():
    first, more, *_, anything = members(Whole)
    assert first == Member("firstPart", Part, required=True)
    assert (more.name, more.required, more.default) == ("more", False, [])
    assert anything == Member("anything", Json, required=False)
    assert members(Nothing) == ()


@pytest.mark.parametrize("place", ["absent", "word", "word.deeper", "word[0]", "more", "more.size", "anything.at[0]"])
def test_where_nothing_can_be_chosen_nothing_is_offered(place):
    assert offered_at(Whole, place) == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
MODELS = [method.params for area in AREAS for method in area.methods]
NAMES = sorted({member.name for model in MODELS for member in members(model)})


@given(st.sampled_from(MODELS), st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), JSON, max_size=6))
def test_whatever_is_sent_is_read_or_refused_and_what_is_read_can_be_sent_again(model, value):
    with suppress(WireError):
        taken = read(model, value)
        assert checked(taken) == taken

"""Values that do not change: made, compared and told as frozen dataclasses are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar

import pytest

from stoa.records import Record


class Point(Record):
    """With a field that has no default, one that has, and one that makes its own."""

    LIMIT: ClassVar[int] = 9
    x: int
    y: int = 2
    marks: list[str] = field(default_factory=list)
    seen: int = field(default=0, compare=False, repr=False)

    @property
    def sum(self) -> int:
        return self.x + self.y


@dataclass(frozen=True, slots=True)
class Model:
    """The same, as Python makes it."""

    x: int
    y: int = 2
    marks: list[str] = field(default_factory=list)
    seen: int = field(default=0, compare=False, repr=False)


class Spot(Point):
    """One with a field more."""

    name: str = "spot"


class Pair(Record):
    """One that can be a key."""

    left: str
    right: str = ""


class Nothing(Record):
    """One without fields."""


@pytest.mark.parametrize(
    ("values", "named"),
    [((1,), {}), ((1, 3), {}), ((1, 3, ["a"], 4), {}), ((), {"x": 1}), ((1,), {"seen": 5}), ((), {"y": 3, "x": 1})],
)
def test_it_is_made_and_told_as_a_dataclass_is(values, named):
    record, model = Point(*values, **named), Model(*values, **named)
    assert asdict(record) == asdict(model)
    assert repr(record) == repr(model).replace("Model", "Point")
    assert [one.name for one in fields(record)] == [one.name for one in fields(model)]
    assert (record.sum, Point.LIMIT) == (record.x + record.y, 9)


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, [], 0, 5), {}), ((1,), {"x": 2}), ((1,), {"z": 2})])
def test_too_few_too_many_and_unknown_values_are_refused(values, named):
    for kind in (Model, Point):
        with pytest.raises(TypeError, match=kind.__name__):
            kind(*values, **named)


def test_what_makes_its_own_default_shares_it_with_nobody():
    assert Point(1).marks is not Point(1).marks


def test_it_does_not_change():
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="'x'"):
        point.x = 2
    with pytest.raises(FrozenInstanceError, match="'other'"):
        point.other = 2
    with pytest.raises(FrozenInstanceError, match="'x'"):
        del point.x
    assert not hasattr(point, "__dict__")


def test_equal_are_those_of_one_kind_with_equal_fields_that_count():
    assert Point(1, seen=3) == Point(1, seen=4)
    assert Point(1) != Point(2)
    assert Point(1) != Spot(1)
    assert Point(1) != Model(1)
    assert {Pair("a"): 1}[Pair("a", "")] == 1
    assert hash(Pair("a", "b")) != hash(Pair("b", "a"))
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_a_kind_of_a_kind_has_the_fields_of_both():
    assert Spot(1, name="here") == replace(Spot(1), name="here")
    assert repr(Spot(1)) == "Spot(x=1, y=2, marks=[], name='spot')"


def test_the_tools_for_dataclasses_take_it():
    assert is_dataclass(Point)
    assert replace(Point(1), y=7) == Point(1, 7)
    with pytest.raises(TypeError):
        replace(Point(1), z=7)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_it_can_be_copied_and_written_down(again):
    assert again(Spot(1, 5, ["a"], 6, "here")) == Spot(1, 5, ["a"], 6, "here")
    assert again(Point(1, seen=7)).seen == 7


def test_it_is_taken_apart_by_a_match():
    match Pair("a", "b"):
        case Pair(left, right):
            assert (left, right) == ("a", "b")


def test_importing_one_compiles_nothing(monkeypatch):
    def refuse(*_arguments):
        raise AssertionError

    monkeypatch.setattr("builtins.exec", refuse)

    class Late(Record):
        x: int = 1

    assert Late() == Late(1)

"""How long ago something was, or how long until it is, in the one unit a person would name. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000
_WEEK = 7 * _DAY


class Unit(StrEnum):
    """Units of an age; ``DATE`` means that the date itself says it better."""

    NOW = "now"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    DATE = "date"


class Age(NamedTuple):
    """A whole number of units."""

    unit: Unit
    number: int


def age(then: int, now: int) -> Age:
    """The age at ``now`` of what happened at ``then``; both milliseconds. What lies ahead counts as now."""
    passed = max(0, now - then)
    if passed < _MINUTE:
        return Age(Unit.NOW, 0)
    if passed < _HOUR:
        return Age(Unit.MINUTES, passed // _MINUTE)
    if passed < _DAY:
        return Age(Unit.HOURS, passed // _HOUR)
    if passed < _WEEK:
        return Age(Unit.DAYS, passed // _DAY)
    return Age(Unit.DATE, 0)


def remaining(until: int, now: int) -> Age:
    """The time left, rounded to the nearest unit but never to none; ``NOW`` once it has passed."""
    left = until - now
    if left <= 0:
        return Age(Unit.NOW, 0)
    if left < _HOUR:
        return Age(Unit.MINUTES, max(1, round(left / _MINUTE)))
    if left < 2 * _DAY - _HOUR:
        return Age(Unit.HOURS, round(left / _HOUR))
    return Age(Unit.DAYS, round(left / _DAY))

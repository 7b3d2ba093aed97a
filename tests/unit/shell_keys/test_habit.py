"""Signs that are acted on as long as they lead somewhere now and then."""

from __future__ import annotations

from stoa.shell.habit import NOWHERE_MAX, Habit


def test_a_sign_is_acted_on_until_it_led_nowhere_too_often_and_again_once_it_led_somewhere():
    habit = Habit()
    for _ in range(NOWHERE_MAX):
        assert habit.is_likely
        habit.lead_nowhere()
    assert not habit.is_likely
    habit.lead_somewhere()
    assert habit.is_likely


def test_what_led_somewhere_forgets_what_led_nowhere_before():
    habit = Habit()
    for _ in range(NOWHERE_MAX - 1):
        habit.lead_nowhere()
    habit.lead_somewhere()
    for _ in range(NOWHERE_MAX - 1):
        habit.lead_nowhere()
    assert habit.is_likely

"""What is said of a page that hangs, and which mini-app is not opened again."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from stoa.testing.hangs import Hangs, hang_in, hang_now
from stoa.testing.host import HostError
from stoa.trial.launch_profile import LaunchProfile

HERE, THERE = Path("/here"), Path("/there")


def test_the_place_of_a_hang_is_said_where_it_is_known():
    assert hang_in({"state": "running", "hangsIn": ""}) == ""
    assert hang_in({"state": "hung", "hangsIn": ""}) == "its page hangs"
    assert hang_in({"state": "hung", "hangsIn": "spin (/a.js:3:1)"}) == "its page hangs in spin (/a.js:3:1)"


def test_a_hang_under_a_profile_is_one_under_the_same_conditions():
    hangs = Hangs()
    hangs.note(HERE, LaunchProfile(name="a", theme="dark"), "it hangs")
    assert hangs.told(HERE, LaunchProfile(name="b", theme="dark")) == "it hangs"
    assert hangs.told(HERE, LaunchProfile()) == ""
    assert hangs.told(HERE, None) == ""
    assert hangs.told(THERE, LaunchProfile(name="a", theme="dark")) == ""


def test_a_hang_under_no_profile_is_one_under_each():
    hangs = Hangs()
    hangs.note(HERE, None, "it hangs")
    assert hangs.told(HERE, None) == hangs.told(HERE, LaunchProfile(theme="dark")) == "it hangs"
    assert hangs.told(THERE, None) == ""


def test_a_page_that_was_only_slow_answers_at_the_end_of_its_test():
    def gone(_order):
        raise HostError("The host is gone.")

    assert hang_now(SimpleNamespace(order=lambda _order: {"state": "hung", "hangsIn": ""})) == "its page hangs"
    assert not hang_now(SimpleNamespace(order=lambda _order: {"state": "running", "hangsIn": ""}))
    assert not hang_now(SimpleNamespace(order=gone))

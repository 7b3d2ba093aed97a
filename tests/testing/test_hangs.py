"""A page that hangs as it is opened is told of once, with its place, and waited for once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.testing.conftest import Run

PAGE = '<!doctype html><html lang="en"><title>Mill</title><h1>Mill</h1><script src="/_stoa/stoa.js"></script>'
MILL = """
function grind() {
  for (;;);
}
if (HANGS) grind();
stoa.host.ready();
"""
TESTS = """
import pytest

from stoa.testing import LaunchProfile


@pytest.mark.launch_profile(LaunchProfile(name="stop", path="/stop"), LaunchProfile(name="go", path="/go"))
def test_under_conditions(miniapp):
    assert miniapp.page.title() == "Mill"


@pytest.mark.launch_profile(LaunchProfile(name="the same", path="/stop"))
def test_under_one_of_them(miniapp):
    assert miniapp.page.title() == "Mill"


def test_by_itself(miniapp):
    assert miniapp.page.title() == "Mill"
"""


def mill(tmp_path: Path, hangs: str) -> Path:
    folder = tmp_path / "mill"
    (folder / "tests").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE + '<script src="/mill.js"></script>')
    (folder / "mill.js").write_text(MILL.replace("HANGS", hangs))
    (folder / "manifest.json").write_text(json.dumps({"app_id": "org.example.mill", "name": "Mill"}))
    (folder / "tests" / "test_mill.py").write_text(TESTS)
    return folder


def test_what_hangs_under_a_profile_is_opened_under_it_once(stoa_test: Callable[..., Run], tmp_path: Path) -> None:
    run = stoa_test(mill(tmp_path, "location.pathname === '/stop'"), "-rs")
    found = run.faults()
    assert set(found) == {"test_under_conditions[stop]"}, run.text
    assert found["test_under_conditions[stop]"].startswith("Its page hangs in grind (/mill.js:3:3). It was ended.")
    assert "not opened again: in test_under_conditions[stop] its page hangs in grind (/mill.js:3:3)" in run.text
    assert "1 failed, 2 passed, 1 skipped" in run.text


def test_what_hangs_as_a_newcomer_opens_it_is_opened_once(stoa_test: Callable[..., Run], tmp_path: Path) -> None:
    # One of its own, and of the smoke run one under no profile and one under a profile.
    run = stoa_test(mill(tmp_path, "true"), "--smoke", "-k", "by_itself or pile_up or without_a_network")
    assert set(run.faults()) == {"test_by_itself"}
    assert "1 failed, 2 skipped" in run.text, run.text

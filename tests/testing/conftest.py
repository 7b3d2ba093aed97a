"""Runs ``stoa test`` as an author does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import parse

import pytest

from tests.support.command import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

# A run starts a host and opens a page for each test; a busy machine takes ten times as long as a quiet one.
RUN_SECONDS = 900


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each run its time."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(RUN_SECONDS))


@dataclass(frozen=True)
class Run:
    """What a run said and left."""

    code: int
    text: str
    place: Path

    def faults(self) -> dict[str, str]:
        """The tests that failed in the JUnit file, each with what it said; errors count."""
        found = {}
        for case in parse(self.place / "junit.xml").iter("testcase"):  # our own file
            for fault in (*case.findall("failure"), *case.findall("error")):
                found[str(case.get("name"))] = f"{fault.get('message')}\n{fault.text}"
        return found

    def names(self) -> set[str]:
        """The names of all tests in the JUnit file."""
        return {str(case.get("name")) for case in parse(self.place / "junit.xml").iter("testcase")}

    @property
    def report(self) -> str:
        """The HTML report."""
        return (self.place / "report.html").read_text(encoding="utf-8")

    @property
    def results(self) -> Path:
        """Where failing tests leave what they showed."""
        return self.place / "results"


@pytest.fixture
def stoa_test(tmp_path: Path) -> Callable[..., Run]:
    """``stoa_test(folder, *words)``: run it with all reports."""

    def run(folder: Path, *words: str) -> Run:
        place = tmp_path / "out"
        place.mkdir(exist_ok=True)
        command = [sys.executable, str(ROOT / "app"), "test", str(folder)]
        reports = ["--junit", str(place / "junit.xml"), "--report", str(place / "report.html")]
        results = ["--stoa-results", str(place / "results"), "-p", "no:pytest-qt"]
        environ = {name: value for name, value in os.environ.items() if name not in {"PYTEST_ADDOPTS", "CI"}}
        done = subprocess.run(
            [*command, *reports, *words, *results],
            capture_output=True, text=True, env=environ, timeout=RUN_SECONDS, check=False, cwd=tmp_path,
        )  # fmt: skip
        return Run(done.returncode, done.stdout + done.stderr, place)

    return run

"""A pytest plugin that fails the run when coverage is below its floors, and says which lines lack a test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

# In percent of lines and branches together, as coverage.py counts them. Untrusted input goes through these three.
WHOLE_PACKAGES = ("stoa/bridge", "stoa/miniapp", "stoa/contract")
OVERALL_FLOOR = 90.0
_SHOWN_PLACES = 12


def complaints(report: Mapping[str, Any]) -> list[str]:
    """What is below its floor in a coverage.py JSON report: one line for each file or figure, none when all is well."""
    found: list[str] = []
    for package in WHOLE_PACKAGES:
        files = {name: data for name, data in report["files"].items() if f"/{package}/" in f"/{Path(name).as_posix()}"}
        if not files:
            found.append(f"{package}: no file was measured")
        found += [f"{name}: {untested(data)}" for name, data in sorted(files.items()) if untested(data)]
    overall = float(report["totals"]["percent_covered"])
    if overall < OVERALL_FLOOR:
        found.append(f"over all: {overall:.1f} % is below {OVERALL_FLOOR:.0f} %")
    return found


def untested(data: Mapping[str, Any]) -> str:
    """The lines and branches of one file that no test reached, in words; empty when there are none."""
    lines = [str(line) for line in data["missing_lines"]]
    branches = [f"{start}→{'exit' if end < 0 else end}" for start, end in data.get("missing_branches", [])]
    parts = [("lines", lines), ("branches", branches)]
    return "; ".join(f"{what} {_shortened(places)}" for what, places in parts if places)


def _shortened(places: list[str]) -> str:
    """The first places, and how many more."""
    more = len(places) - _SHOWN_PLACES
    return ", ".join(places[:_SHOWN_PLACES]) + (f" and {more} more" if more > 0 else "")


class CoverageGate:
    """Judges the JSON report that pytest-cov has written by the time the session finishes."""

    def __init__(self, report: Path) -> None:
        self._report = report
        self._complaints: list[str] = []
        self._overall: float | None = None

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Read the report; below a floor, a run that passed fails."""
        if not self._report.exists():
            self._complaints = [f"no report at {self._report}"]
        else:
            report = json.loads(self._report.read_text(encoding="utf-8"))
            self._overall = float(report["totals"]["percent_covered"])
            self._complaints = complaints(report)
        if self._complaints and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the figure, or each complaint, just above pytest's last line."""
        terminalreporter.section("coverage")
        if self._overall is not None:
            terminalreporter.write_line(f"{self._overall:.1f} % of lines and branches over all")
        for line in self._complaints:
            terminalreporter.write_line(f"below its floor: {line}", red=True)

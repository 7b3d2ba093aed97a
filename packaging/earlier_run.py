"""A pytest plugin that carries the outcomes of one run into the summary of the next.

With ``-p earlier_run --outcomes FILE`` a run writes its reports to FILE; ``EarlierRun(FILE)`` given to a later run
counts them there, so that the last line of the later one speaks for both.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_CATEGORIES = ("failed", "error", "passed", "skipped", "xfailed", "xpassed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the outcomes go."""
    parser.addoption("--outcomes", type=Path, metavar="FILE", help="write the reports of this run to FILE")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Write every report under its category as JSON; the parallel workers have no terminal and do not come here."""
    file: Path | None = config.getoption("--outcomes")
    if file is None:
        return
    outcomes = {
        category: [
            config.hook.pytest_report_to_serializable(config=config, report=report)
            for report in terminalreporter.stats.get(category, ())
        ]
        for category in _CATEGORIES
    }
    file.write_text(json.dumps(outcomes, default=str), encoding="utf-8")


class EarlierRun:
    """The outcomes of a run that ended before this one. ``code`` is its exit code."""

    def __init__(self, file: Path, code: int) -> None:
        self._code = code
        self._outcomes: dict[str, list[dict[str, Any]]] = {}
        if file.exists():
            self._outcomes = json.loads(file.read_text(encoding="utf-8"))

    def failures(self) -> int:
        """How many of its tests failed."""
        return sum(len(self._outcomes.get(category, ())) for category in ("failed", "error"))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """A run after one that failed fails as well."""
        if self._code and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
        """Add the earlier reports to those of this run, whose failures pytest has shown by now."""
        if self._code and not self.failures():
            terminalreporter.section("the run before")
            terminalreporter.write_line(f"it ended with exit code {self._code}: see its report above", red=True)
        for category, reports in self._outcomes.items():
            terminalreporter.stats.setdefault(category, [])[:0] = list(_read(reports, config))


def _read(reports: list[dict[str, Any]], config: pytest.Config) -> Iterator[Any]:
    """The reports as pytest's own; JSON has made a list of the place where a test was skipped."""
    for data in reports:
        report = config.hook.pytest_report_from_serializable(config=config, data=data)
        if isinstance(report.longrepr, list):
            report.longrepr = tuple(report.longrepr)
        yield report

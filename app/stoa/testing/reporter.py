"""Collects the results of a run for its HTML report."""

from __future__ import annotations

import base64
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from stoa import __version__
from stoa.contract.errors import StoaError
from stoa.testing.report import Result, html_report

if TYPE_CHECKING:
    import pytest

    from stoa.testing.miniapp import MiniApp


class Reporter:
    """Writes the file named by ``--stoa-report`` at the end of the run."""

    def __init__(self, config: pytest.Config) -> None:
        self._file = config.invocation_params.dir / str(config.getoption("--stoa-report"))
        self._results: dict[str, Result] = {}
        self._folder = config.invocation_params.dir / str(config.getoption("--miniapp") or "")
        self._name = self._folder.name

    def see(self, item: pytest.Item, app: MiniApp) -> None:
        """Keep what a mini-app showed and did by the end of a test."""
        self._folder = app.folder
        with suppress(StoaError):  # a host that is gone has nothing more to show
            self._name = app.state["name"]
            result = self._result(item.nodeid, item.name)
            result.profile = app.profile.name
            result.picture = base64.b64encode(app.picture()).decode()
            result.evidence = app.evidence.values()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the verdict of a test; what goes wrong before or after it counts as its failure."""
        result = self._result(report.nodeid, report.nodeid.rpartition("::")[2])
        result.seconds += report.duration
        if report.failed:
            result.outcome = "failed"
            result.message = report.longreprtext
        elif report.when == "call" and result.outcome != "failed":
            result.outcome = report.outcome
        elif report.skipped:
            result.outcome = "skipped"

    def pytest_sessionfinish(self) -> None:
        """Write the report."""
        facts = (
            ("Folder", str(self._folder)),
            ("Host", f"Stoa {__version__}"),
            ("Date", datetime.now(UTC).isoformat(sep=" ", timespec="minutes")),
        )
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(html_report(self._name, facts, list(self._results.values())), encoding="utf-8")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say where it is."""
        terminalreporter.write_line(f"Report: {self._file}")

    def _result(self, node_id: str, name: str) -> Result:
        return self._results.setdefault(node_id, Result(name, "passed", 0.0))

"""What came of the tests that prove attacks, wherever they stand: counted while the run goes on, for the table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.hostile.attacks import ATTACKS, Attack

if TYPE_CHECKING:
    import pytest

_BELOW = "tests/"


class Outcomes:
    """A plugin of pytest that keeps the outcomes of tests by file and function, whatever their parameters."""

    def __init__(self) -> None:
        self._seen: dict[str, set[str]] = defaultdict(set)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note one step of one test."""
        if report.when == "call" or not report.passed:
            self._seen[report.nodeid.partition("[")[0].removeprefix(_BELOW)].add(report.outcome)

    def rows(self) -> list[tuple[Attack, str, str]]:
        """The attacks that this run tried, whether they were held off, and whether their control got through."""
        return [
            (attack, self._word(attack.proof, "held off", "GOT THROUGH"), self._control(attack))
            for attack in ATTACKS
            if self._seen.get(attack.proof)
        ]

    def _control(self, attack: Attack) -> str:
        if not attack.control:
            return f"none: {attack.uncontrolled}"
        return self._word(attack.control, "reached", "NOT REACHED")

    def _word(self, test: str, good: str, bad: str) -> str:
        outcomes = self._seen.get(test, set())
        if "failed" in outcomes:
            return bad
        return good if "passed" in outcomes else "not tried"

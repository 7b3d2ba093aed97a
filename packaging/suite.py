"""The test suite: the mini-apps' own tests with node, then pytest, whose summary comes last.

Started by dev.py with the Python of .venv. Arguments go to pytest; with any, only what they select runs,
and coverage is neither measured nor judged.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checkout import OUT, ROOT
from coverage_gate import CoverageGate

if TYPE_CHECKING:
    from collections.abc import Sequence

COVERAGE = OUT / "coverage.json"


class MiniAppTests:
    """Carries a failure of the mini-apps' tests into pytest's summary and exit code."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the whole run."""
        if session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say so just above pytest's last line."""
        terminalreporter.section("mini-app tests")
        terminalreporter.write_line(self._sentence, red=True)


def node() -> str:
    """The JavaScript engine of the tests: the one that Playwright brings, the same everywhere; else this machine's."""
    playwright = find_spec("playwright")
    if playwright is not None and playwright.origin is not None:
        brought = Path(playwright.origin).parent / "driver" / "node"
        if brought.exists():
            return str(brought)
    return shutil.which("node") or "node"


def miniapp_failure() -> str | None:
    """Run the mini-apps' tests with node; a sentence when they fail, None when they pass."""
    files = sorted(str(file) for file in (ROOT / "tests" / "miniapps").rglob("*.test.*js"))
    if not files:
        return None
    finished = subprocess.run([node(), "--test", *files], cwd=ROOT, stdin=subprocess.DEVNULL, check=False)
    return None if finished.returncode == 0 else "node --test failed: its report is above pytest's"


def main(arguments: Sequence[str]) -> int:
    """Run everything, or with arguments what they select; gives the exit code."""
    if arguments:
        return int(pytest.main(list(arguments)))
    OUT.mkdir(exist_ok=True)
    COVERAGE.unlink(missing_ok=True)
    plugins: list[object] = [CoverageGate(COVERAGE)]
    failure = miniapp_failure()
    if failure:
        plugins.append(MiniAppTests(failure))
    return int(pytest.main(["--cov", "--cov-branch", f"--cov-report=json:{COVERAGE}"], plugins=plugins))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

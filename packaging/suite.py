"""The test suite: the mini-apps' own tests with node, then pytest, whose summary comes last and counts all.

pytest runs twice: what needs no window on all processors at once, then everything else, one test after the other.

Started by dev.py with the Python of .venv. Arguments go to pytest; with any, only what they select runs,
and coverage is neither measured nor judged.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checkout import OUT, ROOT
from coverage_gate import CoverageGate
from earlier_run import EarlierRun

if TYPE_CHECKING:
    from collections.abc import Sequence

COVERAGE = OUT / "coverage.json"
OUTCOMES = OUT / "outcomes.json"
FAILURES_MAX = 10
# Without Qt, without a window: nothing here looks at the screen or at what another program does.
PARALLEL_FOLDERS = ("tests/architecture", "tests/unit")
# pytest-qt imports Qt, and looks for events after each step of each test.
PARALLEL = ("--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal", "-p", "no:pytest-qt", "--timeout=120")
# Thousands of small files that nobody keeps: in memory they cost a quarter of what they cost on a disk.
_MEMORY = Path("/dev/shm")  # noqa: S108  tests make folders of their own in it
_MEASURED = ("--cov", "--cov-branch")
# A machine on which much hangs at once ends its run with a summary all the same, within the half hour of all of it.
_SESSION_SECONDS = 1560


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


class LeftThreads:
    """Fails a run that leaves threads which would keep Python from ending, and names them."""

    def __init__(self) -> None:
        self.names: list[str] = []

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Look for them."""
        threads = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
        self.names = [thread.name for thread in threads if not thread.daemon]
        if self.names and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say so just above pytest's last line."""
        if self.names:
            terminalreporter.section("threads")
            terminalreporter.write_line(f"a test left these, and the run would never end: {self.names}", red=True)


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


def scratch() -> dict[str, str]:
    """Where tests that need no window put their files: into memory, where the system and the person let them."""
    is_usable = os.access(_MEMORY, os.W_OK) and "TMPDIR" not in os.environ
    return {"TMPDIR": str(_MEMORY)} if is_usable else {}


def parallel_run() -> EarlierRun:
    """Run what needs no window on all processors, in a process of its own: coverage must see the imports."""
    OUTCOMES.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "-p", "earlier_run", "--outcomes", str(OUTCOMES), *PARALLEL, *_MEASURED]
    command += ["--cov-report=", f"--maxfail={FAILURES_MAX}", *PARALLEL_FOLDERS]
    paths = os.pathsep.join(path for path in (str(ROOT / "packaging"), os.environ.get("PYTHONPATH")) if path)
    environment = {**os.environ, **scratch(), "PYTHONPATH": paths}
    finished = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False)
    return EarlierRun(OUTCOMES, finished.returncode)


def selected(arguments: Sequence[str]) -> list[str]:
    """The arguments for pytest; where they name nothing but folders without windows, on all processors."""
    return [*PARALLEL, *arguments] if is_parallel(arguments) else list(arguments)


def is_parallel(arguments: Sequence[str]) -> bool:
    """Whether arguments name folders whose tests need no window; options may stand beside them."""
    folders = [argument.rstrip("/") for argument in arguments if not argument.startswith("-")]
    return bool(folders) and all(folder in PARALLEL_FOLDERS for folder in folders)


def main(arguments: Sequence[str]) -> int:
    """Run everything, or with arguments what they select; gives the exit code."""
    if arguments:
        if is_parallel(arguments):
            os.environ.update(scratch())
        return int(pytest.main(selected(arguments)))
    OUT.mkdir(exist_ok=True)
    COVERAGE.unlink(missing_ok=True)
    failure = miniapp_failure()
    earlier = parallel_run()
    if earlier.failures() >= FAILURES_MAX:
        return int(pytest.ExitCode.TESTS_FAILED)
    left = LeftThreads()
    plugins: list[object] = [CoverageGate(COVERAGE), earlier, left]
    if failure:
        plugins.append(MiniAppTests(failure))
    options = [*_MEASURED, "--cov-append", f"--cov-report=json:{COVERAGE}", f"--maxfail={FAILURES_MAX}"]
    options += [f"--session-timeout={_SESSION_SECONDS}", *(f"--ignore={folder}" for folder in PARALLEL_FOLDERS)]
    code = int(pytest.main(options, plugins=plugins))
    if left.names:
        sys.stdout.flush()
        os._exit(code)  # Python itself would wait for them
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

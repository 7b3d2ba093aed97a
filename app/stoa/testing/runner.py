"""``stoa test FOLDER``: the folder's own tests, or the smoke run, with JUnit and HTML reports."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from stoa.testing import smoke

PASSED, FAILED, COULD_NOT_RUN = 0, 1, 2
_EXIT_CODES = {pytest.ExitCode.OK: PASSED, pytest.ExitCode.TESTS_FAILED: FAILED}


@dataclass(frozen=True, slots=True)
class TestRun:
    """What is asked for. ``profile`` is a launch profile's file; ``words`` go on to pytest."""

    __test__ = False

    folder: Path
    profile: Path | None = None
    junit: Path | None = None
    report: Path | None = None
    smoke_too: bool = False
    words: tuple[str, ...] = ()


def run(asked: TestRun) -> int:
    """Run the tests and return the exit code: 0 all passed, 1 some failed, 2 nothing could be run."""
    folder = asked.folder.resolve()
    own = [str(path) for path in sorted((folder / "tests").rglob("test_*.py"))] if (folder / "tests").is_dir() else []
    tests = own if own and not asked.smoke_too else [*own, str(Path(smoke.__file__))]
    options = [
        "--miniapp", str(folder), "--rootdir", str(folder), "-c", os.devnull, "-p", "no:cacheprovider",
        "--import-mode=importlib", "-o", "python_files=test_*.py smoke.py",
    ]  # fmt: skip
    if asked.profile is not None:
        options += ["--launch-profile", str(asked.profile.resolve())]
    if asked.junit is not None:
        options += ["--junit-xml", str(asked.junit.resolve())]
    if asked.report is not None:
        options += ["--stoa-report", str(asked.report.resolve())]
    plugins = [] if _is_installed() else ["-p", "stoa.pytest_plugin"]
    code = pytest.main([*plugins, *options, *asked.words, *tests])
    return _EXIT_CODES.get(pytest.ExitCode(code), COULD_NOT_RUN)


def _is_installed() -> bool:
    """Whether pytest finds the plugin by itself; from a bare checkout it does not."""
    from importlib.metadata import entry_points  # noqa: PLC0415  slow, and asked once

    return any(one.value == "stoa.pytest_plugin" for one in entry_points(group="pytest11"))

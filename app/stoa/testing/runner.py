"""``stoa test FOLDER``: the folder's own tests, or the smoke run, with JUnit and HTML reports."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from stoa.contract.errors import StoaError
from stoa.miniapp.app import open_folder
from stoa.permissions import PERMISSION_NAMES
from stoa.records import Record
from stoa.trial.launch_profile import LaunchProfileError, read_profile

PASSED, FAILED, COULD_NOT_RUN = 0, 1, 2
_EXIT_CODES = {pytest.ExitCode.OK: PASSED, pytest.ExitCode.TESTS_FAILED: FAILED}


class TestRun(Record):
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
    try:
        open_folder(folder, PERMISSION_NAMES)
        if asked.profile is not None:
            read_profile(asked.profile.read_text(encoding="utf-8"))
    except (StoaError, OSError, UnicodeDecodeError) as error:
        about = asked.profile if isinstance(error, LaunchProfileError | OSError | UnicodeDecodeError) else folder
        # Some sentences name the folder themselves.
        sentence = str(error) if str(error).startswith(str(about)) else f"{about}: {error}"
        print(f"Nothing can be tested: {sentence}", file=sys.stderr)  # noqa: T201  the command's answer
        return COULD_NOT_RUN
    own = [str(path) for path in sorted((folder / "tests").rglob("test_*.py"))] if (folder / "tests").is_dir() else []
    # The folder of the smoke run and not its file: of a file given by itself pytest drops the name in reports.
    tests = own if own and not asked.smoke_too else [*own, str(Path(__file__).parent)]
    options = [
        "--miniapp", str(folder), "--rootdir", str(folder), "-c", os.devnull, "-p", "no:cacheprovider",
        "--import-mode=importlib", "-o", "python_files=test_*.py smoke.py", "-o", "junit_suite_name=stoa",
        # The plugin is a part of Stoa, which is loaded already.
        "-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning",
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

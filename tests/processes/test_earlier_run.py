"""Two runs of pytest with one summary: what the first found is counted in the last line of the second."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checkout import ROOT

FIRST = """
import pytest
def test_good(): pass
def test_bad(): assert 1 == 2, "one is not two"
def test_left_out(): pytest.skip("not today")
"""
SECOND = """
import pathlib, sys, pytest, earlier_run
run = earlier_run.EarlierRun(pathlib.Path("outcomes.json"), int(sys.argv[1]))
print("failures", run.failures())
sys.exit(pytest.main(["-p", "no:cacheprovider", "-ra", "test_second.py"], plugins=[run]))
"""


@pytest.fixture
def python(tmp_path, same_paths):
    """Runs this Python in a folder with two files of tests."""
    (tmp_path / "test_first.py").write_text(FIRST)
    (tmp_path / "test_second.py").write_text("def test_a(): pass\n")
    environment = {**same_paths, "PYTHONPATH": str(ROOT / "packaging"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}

    def run(*arguments):
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return run


@pytest.mark.parametrize("spread", [(), ("-p", "xdist.plugin", "-n", "2")])
def test_the_second_summary_counts_and_names_what_the_first_run_found(python, spread):
    first = python(
        "-m", "pytest", "-p", "no:cacheprovider", "-p", "earlier_run", *spread, "--outcomes", "outcomes.json",
        "test_first.py",
    )  # fmt: skip
    assert first.returncode == 1, first.stdout + first.stderr
    second = python("-c", SECOND, "1")
    assert second.returncode == 1, second.stdout + second.stderr
    assert "failures 1" in second.stdout
    assert "FAILED test_first.py::test_bad - AssertionError: one is not two" in second.stdout
    assert "not today" in second.stdout
    assert "1 failed, 2 passed, 1 skipped" in second.stdout.splitlines()[-1]


def test_a_first_run_that_broke_off_fails_the_second_which_says_so(python):
    second = python("-c", SECOND, "3")
    assert second.returncode == 1
    assert "it ended with exit code 3: see its report above" in second.stdout
    assert "1 passed" in second.stdout.splitlines()[-1]

import os
import subprocess
import sys

import pytest

import coverage_gate
from checkout import ROOT


def file_data(lines=(), branches=()):
    return {"missing_lines": list(lines), "missing_branches": [list(branch) for branch in branches]}


def report(percent=95.0, **changed):
    files = {f"app/{package}/a.py": file_data() for package in coverage_gate.WHOLE_PACKAGES}
    return {"files": {**files, **changed}, "totals": {"percent_covered": percent}}


def test_full_coverage_has_no_complaint():
    assert coverage_gate.complaints(report()) == []


def test_a_line_or_branch_without_a_test_is_named_in_the_packages_that_take_untrusted_input():
    changed = {"app/stoa/bridge/gate.py": file_data([3, 9], [(4, -1), (5, 7)])}
    assert coverage_gate.complaints(report(**changed)) == [
        "app/stoa/bridge/gate.py: lines 3, 9; branches 4→exit, 5→7",
    ]


def test_elsewhere_only_the_sum_counts():
    changed = {"app/stoa/shell/window.py": file_data([3])}
    assert coverage_gate.complaints(report(**changed)) == []
    assert coverage_gate.complaints(report(89.9, **changed)) == ["over all: 89.9 % is below 90 %"]


def test_a_package_nobody_measured_is_not_a_package_without_gaps():
    empty = report()
    del empty["files"]["app/stoa/bridge/a.py"]
    assert coverage_gate.complaints(empty) == ["stoa/bridge: no file was measured"]


def test_a_long_list_is_cut_with_its_rest_counted():
    assert coverage_gate.untested(file_data(range(1, 20))).endswith("11, 12 and 7 more")


@pytest.mark.parametrize(
    ("percent", "code", "said"), [(95.0, 0, "95.0 %"), (20.0, 1, "below its floor: over all: 20.0 %")]
)
def test_a_run_below_its_floor_fails_and_pytests_summary_is_still_last(tmp_path, percent, code, said):
    (tmp_path / "test_a.py").write_text("def test_a():\n    pass\n")
    (tmp_path / "start.py").write_text(
        "import json, pathlib, sys, pytest, coverage_gate\n"
        f"path = pathlib.Path({str(tmp_path / 'report.json')!r})\n"
        f"path.write_text(json.dumps({report(percent)!r}))\n"
        "sys.exit(pytest.main(['-p', 'no:cacheprovider', 'test_a.py'], plugins=[coverage_gate.CoverageGate(path)]))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    finished = subprocess.run(
        [sys.executable, "start.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == code, finished.stdout
    assert said in finished.stdout
    assert "1 passed" in finished.stdout.splitlines()[-1]

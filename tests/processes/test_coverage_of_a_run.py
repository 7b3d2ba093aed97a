"""The coverage gate in a pytest of its own: how the run ends, and what its last line is."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import coverage_gate
from checkout import ROOT

START = """
import pathlib, sys, pytest, coverage_gate
gate = coverage_gate.CoverageGate(pathlib.Path("report.json"))
sys.exit(pytest.main(["-p", "no:cacheprovider", "test_a.py"], plugins=[gate]))
"""


@pytest.mark.parametrize(
    ("percent", "code", "said"), [(95.0, 0, "95.0 %"), (20.0, 1, "below its floor: over all: 20.0 %")]
)
def test_a_run_below_its_floor_fails_and_pytests_summary_is_still_last(tmp_path, same_paths, percent, code, said):
    whole = {"missing_lines": [], "missing_branches": []}
    files = {f"app/{package}/a.py": whole for package in coverage_gate.WHOLE_PACKAGES}
    (tmp_path / "report.json").write_text(json.dumps({"files": files, "totals": {"percent_covered": percent}}))
    (tmp_path / "test_a.py").write_text("def test_a():\n    pass\n")
    finished = subprocess.run(
        [sys.executable, "-c", START],
        cwd=tmp_path,
        env={**same_paths, "PYTHONPATH": str(ROOT / "packaging"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == code, finished.stdout
    assert said in finished.stdout
    assert "1 passed" in finished.stdout.splitlines()[-1]

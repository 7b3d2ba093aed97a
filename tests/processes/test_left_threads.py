"""A run of tests that leaves a thread behind fails and names it, instead of never ending."""

from __future__ import annotations

import subprocess
import sys

from checkout import ROOT

LEAVING = """
import threading
def test_good(): threading.Thread(target=threading.Event().wait, name="forgotten").start()
def test_daemon(): threading.Thread(target=threading.Event().wait, daemon=True, name="harmless").start()
"""
RUN = """
import os, sys, pytest, suite
left = suite.LeftThreads()
code = pytest.main(["-p", "no:cacheprovider", "test_one.py"], plugins=[left])
sys.stdout.flush()
os._exit(int(code))
"""


def test_a_run_that_leaves_a_thread_fails_and_names_it(tmp_path, same_paths):
    (tmp_path / "test_one.py").write_text(LEAVING)
    environment = {**same_paths, "PYTHONPATH": str(ROOT / "packaging"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-c", RUN]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "['forgotten']" in ran.stdout
    assert "2 passed" in ran.stdout.splitlines()[-1]

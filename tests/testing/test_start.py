"""What the plugin costs a run that has nothing to do with mini-apps."""

from __future__ import annotations

import subprocess
import sys

from tests.support.command import ROOT

LOADED = """
import sys
import pytest
sys.path.insert(0, "app")
before = set(sys.modules)
import stoa.pytest_plugin
print(sorted(name for name in set(sys.modules) - before if name.partition(".")[0] not in sys.stdlib_module_names))
"""


def test_the_plugin_imports_nothing_of_stoa_until_a_fixture_asks() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "['stoa', 'stoa.pytest_plugin']"

"""What starts processes: other tools, kill -9, the command line. Slower than a unit test, and without a window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

# The scripts of packaging stand in a folder and not in a package.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))


@pytest.fixture
def same_paths() -> dict[str, str]:
    """The environment in which another Python finds what this one finds."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

"""Lets these tests import the set-up scripts, which stand in a folder and not in a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "packaging"))

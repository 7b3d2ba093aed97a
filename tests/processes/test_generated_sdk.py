"""The script that every page loads, as a JavaScript engine reads it."""

from __future__ import annotations

import subprocess

from stoa.areas import AREAS
from stoa.contract import generate
from suite import node


def test_the_sdk_is_sound_javascript() -> None:
    source = generate.javascript(AREAS).encode()
    read = subprocess.run([node(), "--check", "-"], input=source, capture_output=True, check=False, timeout=60)
    assert read.returncode == 0, read.stderr.decode()

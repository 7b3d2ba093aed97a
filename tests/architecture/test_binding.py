"""The Python binding of Qt must count references rightly: docs/decisions/0001-pyside6-version.md."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

# In a process of its own, because what is tested for is an abort of the interpreter.
VOID_CALLS_AND_EMITS = """
from PySide6.QtCore import QObject, Signal

class Emitter(QObject):
    told = Signal(int)

heard = []
emitter = Emitter()
emitter.told.connect(heard.append)
for number in range(20_000):
    emitter.setObjectName("a")
for number in range(2_000):
    emitter.told.emit(number)
print(len(heard))
"""


def test_void_calls_and_emits_do_not_wear_out_none_and_true():
    finished = subprocess.run(
        [sys.executable, "-c", VOID_CALLS_AND_EMITS], capture_output=True, text=True, timeout=60, check=False
    )
    assert (finished.returncode, finished.stdout.strip()) == (0, "2000"), finished.stderr


def test_the_binding_is_a_version_that_was_proved():
    assert version("PySide6-Essentials").split(".")[:2] == ["6", "11"]
    assert version("PySide6-Addons") == version("PySide6-Essentials")

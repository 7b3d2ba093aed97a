"""The engine as it starts ahead of the first room, in a process of its own: it starts once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STARTED = """
import ctypes, json, os, threading
from stoa.engine.chromium import prepare_environment
prepare_environment(sandbox=os.geteuid() != 0)
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
qt_app = QApplication([])
from stoa.wiring.engine import make_proxy
proxy = make_proxy()
proxy.start()
from stoa.engine.beginning import begin

def environment():
    place = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
    names = []
    while place[len(names)]:
        names.append(place[len(names)].partition(b"=")[0].decode())
    return ctypes.cast(place, ctypes.c_void_p).value, names

turns, over = [0], threading.Event()

def count():
    while not over.is_set():
        turns[0] += 1

before = environment()
beside = threading.Thread(target=count)
beside.start()
begin()
during = turns[0]
over.set()
beside.join()
processes = [line for line in open("/proc/self/task/%d/children" % os.getpid()).read().split()]
print(json.dumps({"moved": before != environment(), "turns": during, "processes": len(processes)}), flush=True)
os._exit(0)
"""


@pytest.fixture(scope="module")
def told():
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "app"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", STARTED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environ, timeout=120)
    return json.loads(done.stdout.splitlines()[-1])


def test_the_engine_adds_no_variable_that_other_threads_would_fall_over(told):
    assert not told["moved"]


def test_other_threads_of_python_go_on_while_the_engine_starts(told):
    assert told["turns"] > 10_000


def test_the_engine_has_its_processes_before_there_is_a_room(told):
    assert told["processes"] > 0

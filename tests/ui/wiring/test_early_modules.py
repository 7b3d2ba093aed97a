"""What a start pays for before its first paint, by name: no clock is asked."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tests.support.early_modules import LIST, ROOT, early_modules

_LATE = (
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebChannel",
    "pydantic",
    "msgspec",
    "qasync",
    "PIL",
)


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    return early_modules(tmp_path_factory.mktemp("data"))


def test_the_modules_before_the_first_paint_are_those_on_the_list(imported):
    held = LIST.read_text().split()
    new, gone = sorted(set(imported) - set(held)), sorted(set(held) - set(imported))
    hint = "if that is meant: python -m tests.support.early_modules --write"
    assert (new, gone) == ([], []), hint


def test_engine_and_bridge_come_after_the_first_paint(imported):
    assert [name for name in _LATE if name in imported] == []
    assert [name for name in imported if name.startswith(("stoa.engine.room", "stoa.bridge", "stoa.workbench"))] == []


def test_the_first_room_waits_for_nothing_that_only_the_rest_of_the_window_needs():
    unwanted = (
        "PIL.Image", "cryptography.hazmat.bindings", "feedparser", "httpx", "joserfc", "structlog.processors",
        "stoa.shell.composer", "stoa.shell.feed.card", "stoa.shell.launcher", "stoa.shell.settings.page",
        "stoa.wiring.completion", "stoa.wiring.people", "stoa.workbench",
        # What checks manifests and calls comes when the page is there.
        "pydantic", "msgspec", "stoa.areas", "stoa.bridge.gate", "stoa.miniapp.reading", "stoa.miniapp.signature",
        "stoa.services.host.api", "stoa.wiring.serving",
        # What runs the loop comes when the window is there.
        "asyncio.", "logging", "qasync", "ssl", "_hashlib",
        "difflib", "email.message", "html.entities",
    )  # fmt: skip
    code = (
        "import sys; from stoa.late_modules import STANDARD, postpone; postpone(STANDARD)\n"
        "from stoa.wiring import prepare_imports; prepare_imports()\n"
        "import stoa.wiring.program, stoa.wiring.ground, stoa.wiring.afterwards\n"
        "from stoa.late_modules import is_waiting\n"
        f"print(*(name for name in sys.modules if name.startswith({unwanted}) and not is_waiting(sys.modules[name])))"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "app")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
    assert done.stdout.split() == []

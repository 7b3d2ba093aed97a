"""What a start pays for before its first paint, by name: no clock is asked."""

from __future__ import annotations

import pytest
from tests.support.early_modules import LIST, early_modules

_LATE = ("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebChannel", "pydantic", "qasync", "PIL")


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

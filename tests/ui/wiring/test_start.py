"""What keeps the window from opening at all, and what the engine is told before it does."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from stoa.engine import resolver
from stoa.wiring import OptionError, Options, engine, run_window


@pytest.mark.skipif(sys.platform != "linux", reason="only there it may be missing")
def test_without_a_display_the_start_says_what_to_do(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(OptionError, match="There is no display"):
        run_window(Options(no_sandbox=True))


def test_the_engine_is_told_to_look_no_names_up_before_it_starts(monkeypatch):
    told = []
    for name in ("FilterProxy", "set_switches", "register_scheme"):
        monkeypatch.setattr(engine, name, lambda *_: SimpleNamespace(start=lambda: 1))
    monkeypatch.setattr(engine, "ask_only", told.append)
    monkeypatch.setattr(engine, "refuse_datagrams", lambda: told.append("datagrams") is None)
    engine.start_proxy()
    assert told == ["datagrams", resolver.NOBODY]


def test_a_window_that_is_closed_while_the_rest_is_imported_ends_the_program(start):
    program = start(Options(language="en", theme="light")).program
    assert program.load_rest()
    program.window.hide()
    assert not program.load_rest()

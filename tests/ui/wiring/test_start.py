"""What keeps the window from opening at all, and what the engine is told before it does."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from stoa.engine import resolver
from stoa.wiring import OptionError, Options, afterwards, engine, run_window
from stoa.wiring.afterwards import Afterwards
from stoa.wiring.program import Program


@pytest.mark.skipif(sys.platform != "linux", reason="only there it may be missing")
def test_without_a_display_the_start_says_what_to_do(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(OptionError, match="There is no display"):
        run_window(Options(no_sandbox=True))


def test_the_engine_is_told_to_look_no_names_up_before_it_starts(monkeypatch):
    told = []
    for name in ("Door", "set_switches", "register_scheme"):
        monkeypatch.setattr(engine, name, lambda *_: SimpleNamespace(port=1))
    monkeypatch.setattr(engine, "ask_only", told.append)
    monkeypatch.setattr(engine, "refuse_datagrams", lambda: told.append("datagrams") is None)
    engine.open_door()
    assert told == ["datagrams", resolver.NOBODY]


def test_the_window_is_completed_outside_of_any_task():
    # Events are let through meanwhile, which may be the next step of another task: asyncio takes up none inside one.
    tasks = []

    def note() -> None:
        tasks.append(asyncio.current_task())

    after = SimpleNamespace(rooms=SimpleNamespace(front=lambda: None), complete=note, serve=lambda: None)
    after.program = SimpleNamespace(add_feed=note, go_on=note)
    after._complete_now = lambda: Afterwards._complete_now(after)

    async def complete():
        await Afterwards._complete_later(after)
        await asyncio.sleep(0)

    asyncio.run(complete())
    assert tasks == [None] * 3


def after_that_ends(**parts):
    """What is built after the first paint, as far as its end goes."""
    ended = SimpleNamespace(cancel=lambda: None, close_all=lambda: None, stop=lambda: None, leave=lambda: None)
    return SimpleNamespace(
        is_complete=False, _next=None, tasks=ended, rooms=ended, proxy=ended, mishaps=ended, serve=lambda: None, **parts
    )


def test_nothing_of_the_start_is_done_once_the_window_was_closed():
    done = []

    async def close_before_it_begins():
        after = after_that_ends(begin=lambda: done.append("begin"))
        Afterwards.begin_soon(after, asyncio.get_running_loop())
        Afterwards.end(after)
        await asyncio.sleep(0)

    async def close_before_it_is_completed():
        after = after_that_ends(_complete_now=lambda: done.append("complete"))
        after.rooms.front = lambda: None
        await Afterwards._complete_later(after)
        Afterwards.end(after)
        await asyncio.sleep(0)

    asyncio.run(close_before_it_begins())
    asyncio.run(close_before_it_is_completed())
    assert done == []


def test_what_cannot_be_ended_keeps_nothing_else_from_its_end():
    def refuse():
        raise RuntimeError("a part that is gone")

    done = []
    after = after_that_ends(workbench=SimpleNamespace(close=refuse))
    after.program = SimpleNamespace(session=SimpleNamespace(end=lambda: done.append("session")))
    after.is_complete = True
    after.proxy = SimpleNamespace(stop=lambda: done.append("proxy"))
    after.mishaps = SimpleNamespace(leave=lambda: done.append("mishaps"))
    with pytest.raises(RuntimeError, match="a part that is gone"):
        Afterwards.end(after)
    assert done == ["session", "proxy", "mishaps"]


def test_the_engine_goes_on_between_two_pieces_where_it_was_started_first(start):
    program = start(Options(language="en", theme="light")).program
    turns = []
    for has_engine in (None, object()):
        program.door = has_engine
        QTimer.singleShot(0, lambda: turns.append(program.door))
        program.go_on()
    assert turns == [program.door] * 2
    # With nothing to come it is back soon all the same.
    program.go_on(wait=True)
    program.door = None


@pytest.fixture
def gone(qapp):
    """What Qt does without a display: each turn of events ends all loops."""
    timer = QTimer()
    timer.timeout.connect(lambda: qapp.exit(1))
    timer.start(0)
    yield
    timer.stop()
    # Until the next run of the program's own loop, no other one would begin.
    QTimer.singleShot(0, qapp.exit)
    qapp.exec()


def test_what_is_left_at_the_end_is_done_though_the_display_is_gone(qapp, gone, monkeypatch):
    done = []

    class Rest:
        def __init__(self, program):
            assert program.qt_app is qapp

        def begin_soon(self, _loop):
            done.append("begun")

        def end(self):
            done.append("ended")

        async def settle(self):
            for _ in range(20):
                await asyncio.sleep(0.001)
            done.append("settled")

    monkeypatch.setattr(afterwards, "Afterwards", Rest)
    monkeypatch.setattr(afterwards, "_close_on_signals", lambda *_: None)
    seen = SimpleNamespace(isVisible=lambda: True)
    assert afterwards.run_loop(SimpleNamespace(qt_app=qapp, options=Options(), window=seen)) == 0
    asyncio.set_event_loop(None)
    assert done[-2:] == ["ended", "settled"]


@pytest.fixture
def signals():
    """Signals that ask for an end are heard in here: first by the test, which outlives them."""
    heard, before = [], {}
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        before[number] = signal.signal(number, lambda number, _frame: heard.append(number))
    yield heard
    for number, handler in before.items():
        signal.signal(number, handler)


def rest_that_is_asked_to_end(number, done):
    class Rest:
        def __init__(self, _program):
            done.append("marked")
            os.kill(os.getpid(), number)

        def begin_soon(self, loop):
            loop.call_soon(loop.stop)
            done.append("begun")

        def end(self):
            done.append("ended")

        async def settle(self):
            done.append("settled")

    return Rest


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_who_is_asked_to_end_before_the_loop_is_there_comes_to_a_clean_end(qapp, monkeypatch, signals, name):
    done = []
    monkeypatch.setattr(afterwards, "Afterwards", rest_that_is_asked_to_end(getattr(signal, name), done))
    seen = SimpleNamespace(isVisible=lambda: True, close=lambda: None)
    assert afterwards.run_loop(SimpleNamespace(qt_app=qapp, options=Options(), window=seen)) == 0
    asyncio.set_event_loop(None)
    assert done == ["marked", "ended", "settled"]
    assert signals == [], "nobody else hears it: without a handler the program would have fallen"


def test_what_is_to_be_ignored_ends_nothing(qapp, monkeypatch, signals):
    done = []
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    monkeypatch.setattr(afterwards, "Afterwards", rest_that_is_asked_to_end(signal.SIGHUP, done))
    seen = SimpleNamespace(isVisible=lambda: True, close=lambda: done.append("closed"))
    assert afterwards.run_loop(SimpleNamespace(qt_app=qapp, options=Options(), window=seen)) == 0
    asyncio.set_event_loop(None)
    assert done == ["marked", "begun", "ended", "settled"]
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_a_first_paint_that_never_comes_is_not_waited_for_without_a_display(qapp, gone, monkeypatch):
    window = QWidget()
    monkeypatch.setattr(window, "show", lambda: None)
    shown = SimpleNamespace(
        stores=SimpleNamespace(settings=SimpleNamespace(get=lambda _name, default: default)), window=window,
        options=Options(), qt_app=qapp, account=SimpleNamespace(name="Ada"), go_on=lambda: None,
    )  # fmt: skip
    window.restore = window.show_place = lambda _what: None
    window.rail = SimpleNamespace(account=SimpleNamespace(set_account=lambda *_: None))
    assert not Program.show(shown)
    window.deleteLater()


def test_a_window_that_is_closed_while_the_rest_is_imported_ends_the_program(start):
    program = start(Options(language="en", theme="light")).program
    assert program.load_rest()
    program.window.hide()
    assert not program.load_rest()

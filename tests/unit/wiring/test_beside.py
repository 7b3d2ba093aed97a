"""Modules that are imported in a second thread."""

from __future__ import annotations

import sys

import pytest

from stoa.wiring.beside import ImportsBeside


@pytest.fixture
def modules(tmp_path, monkeypatch):
    (tmp_path / "beside_one.py").write_text("import threading\nread_by = threading.current_thread().name\n")
    (tmp_path / "beside_broken.py").write_text("raise ValueError('broken')\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("beside_one", "beside_broken"):
        sys.modules.pop(name, None)


def test_all_of_them_are_there_after_the_wait(modules):
    turn = sys.getswitchinterval()
    beside = ImportsBeside(("beside_one",))
    beside.start()
    beside.wait()
    assert sys.modules["beside_one"].read_by == "imports"
    assert sys.getswitchinterval() == turn


def test_the_caller_goes_on_meanwhile(modules):
    calls = []
    ImportsBeside(("beside_one",)).run(lambda: calls.append("beside_one" in sys.modules))
    assert "beside_one" in sys.modules
    assert calls == sorted(calls)


def test_what_fails_is_told_by_who_imports_it_then_and_holds_up_nothing(modules):
    beside = ImportsBeside(("beside_broken", "beside_one"))
    beside.start()
    beside.wait()
    assert "beside_one" in sys.modules
    with pytest.raises(ValueError, match="broken"):
        import beside_broken  # noqa: F401

"""Modules that are read when something in them is asked for."""

from __future__ import annotations

import builtins
import sys
import threading

import pytest

from stoa.late_modules import is_waiting, postpone, stand_in


@pytest.fixture(autouse=True)
def _late(tmp_path, monkeypatch):
    """A module that notes in ``sys.noted`` when it is read, postponed."""
    (tmp_path / "late_example.py").write_text("import sys\nsys.noted.append(__name__)\nvalue = 7\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(sys, "noted", [], raising=False)
    # Where PySide6 came first, its binding reads every module; the program does not let it (see prepare_imports).
    monkeypatch.setattr(builtins, "__import__", getattr(builtins, "__orig_import__", builtins.__import__))
    postpone({"late_example"})
    yield
    sys.modules.pop("late_example", None)


def test_an_import_reads_nothing():
    import late_example as late

    assert sys.noted == []
    assert late.__name__ == "late_example"
    assert is_waiting(late)


def test_the_first_look_reads_it_once():
    import late_example as late

    assert (late.value, late.value) == (7, 7)
    assert sys.noted == ["late_example"]
    assert not is_waiting(late)


def test_a_name_taken_out_of_it_is_there():
    from late_example import value

    assert value == 7


def test_what_stands_in_for_a_module_is_all_there_is_and_the_module_is_not_read():
    stand_in("late_example", other=8)
    import late_example as late

    assert (late.other, hasattr(late, "value"), sys.noted) == (8, False, [])


def test_what_is_not_there_is_told_as_always():
    import late_example as late

    with pytest.raises(AttributeError, match="late_example"):
        _ = late.absent
    assert late.value == 7


def test_looks_from_several_threads_read_it_once():
    import late_example as late

    seen = []
    threads = [threading.Thread(target=lambda: seen.append(late.value)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [7] * 8
    assert sys.noted == ["late_example"]


def test_what_is_known_of_it_reads_nothing_and_the_rest_does(tmp_path):
    (tmp_path / "late_known.py").write_text("import sys\nsys.noted.append(__name__)\nhere = 1\nthere = 2\n")
    postpone({"late_known"}, known={"late_known": {"here": "known"}})
    import late_known as late

    assert (late.here, sys.noted) == ("known", [])
    assert (late.there, late.here, sys.noted) == (2, 1, ["late_known"])
    sys.modules.pop("late_known")


@pytest.fixture
def _asked_about(tmp_path):
    """Another one with a class that is only asked about."""
    (tmp_path / "late_kinds.py").write_text("import sys\nsys.noted.append(__name__)\nclass Kind: pass\n")
    postpone({"late_kinds"}, {"late_kinds": "Kind"})
    yield
    sys.modules.pop("late_kinds", None)


@pytest.mark.usefixtures("_asked_about")
def test_nothing_is_of_a_class_that_nobody_has_read():
    import late_kinds as late

    assert not isinstance(object(), late.Kind)
    assert sys.noted == []


@pytest.mark.usefixtures("_asked_about")
def test_a_class_kept_from_before_answers_as_the_real_one_once_that_is_read():
    import late_kinds as late

    kept = late.Kind
    with pytest.raises(AttributeError, match="absent"):
        _ = late.absent
    assert sys.noted == ["late_kinds"]
    assert late.Kind is not kept
    assert (isinstance(late.Kind(), kept), isinstance(object(), kept)) == (True, False)

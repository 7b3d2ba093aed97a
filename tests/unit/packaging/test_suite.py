import pytest

import suite


@pytest.mark.parametrize("arguments", [["tests/unit"], ["tests/architecture/", "tests/unit"], ["tests/unit", "-q"]])
def test_folders_without_windows_run_on_all_processors(arguments):
    assert suite.selected(arguments) == [*suite.PARALLEL, *arguments]


@pytest.mark.parametrize(
    "arguments", [["tests/ui"], ["tests/unit", "tests/e2e"], ["tests/unit", "-k", "survey"], ["-q"]]
)
def test_anything_else_runs_one_test_after_the_other(arguments):
    assert suite.selected(arguments) == arguments


def test_small_files_go_into_memory_unless_the_person_has_a_place_for_them(monkeypatch, tmp_path):
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(suite, "_MEMORY", tmp_path)
    assert suite.scratch() == {"TMPDIR": str(tmp_path)}
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    assert suite.scratch() == {}
    monkeypatch.delenv("TMPDIR")
    monkeypatch.setattr(suite, "_MEMORY", tmp_path / "missing")
    assert suite.scratch() == {}

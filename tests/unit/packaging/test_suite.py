import pytest

import suite


@pytest.mark.parametrize("arguments", [["tests/unit"], ["tests/architecture/", "tests/unit"]])
def test_folders_without_windows_run_on_all_processors(arguments):
    assert suite.selected(arguments) == [*suite.PARALLEL, *arguments]


@pytest.mark.parametrize("arguments", [["tests/ui"], ["tests/unit", "tests/e2e"], ["tests/unit", "-k", "survey"]])
def test_anything_else_runs_one_test_after_the_other(arguments):
    assert suite.selected(arguments) == arguments

"""The bundled mini-apps pass their own tests and the smoke run, with the command that authors use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.command import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.testing.conftest import Run

BUNDLED = sorted(path.parent.name for path in (ROOT / "miniapps").glob("*/manifest.json"))


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_mini_app_passes_its_own_tests_and_the_smoke_run(name: str, stoa_test: Callable[..., Run]) -> None:
    run = stoa_test(ROOT / "miniapps" / name, "--smoke")
    assert run.code == 0, run.text
    names = run.names()
    assert "test_it_survives_a_reload" in names
    own = [one for file in (ROOT / "miniapps" / name / "tests").glob("test_*.py") for one in file.read_text().split()]
    assert sum(f"{one.partition('[')[0]}(miniapp:" in own for one in names) >= 2
    assert "passed" in run.report

"""The examples in docs/testing.md run as they stand."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from stoa.testing import runner
from tests.support.command import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.testing.conftest import Run

TEXT = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def test_the_examples_run_as_they_stand(stoa_test: Callable[..., Run], tmp_path: Path) -> None:
    folder = tmp_path / "recipes"
    shutil.copytree(ROOT / "miniapps" / "recipes", folder, ignore=shutil.ignore_patterns("tests"))
    (folder / "tests").mkdir()
    for number, example in enumerate(EXAMPLES):
        (folder / "tests" / f"test_{number}.py").write_text(example, encoding="utf-8")
    run = stoa_test(folder)
    assert run.faults() == {}
    assert run.code == 0, run.text
    written = re.findall(r"^def (test_\w+)", "\n".join(EXAMPLES), re.MULTILINE)
    assert {name.partition("[")[0] for name in run.names()} == set(written)


def test_the_exit_codes_are_those_of_the_command() -> None:
    rows = re.findall(r"^\| (\d) \| (.*) \|$", TEXT, re.MULTILINE)
    assert [int(code) for code, _ in rows] == [runner.PASSED, runner.FAILED, runner.COULD_NOT_RUN]

"""``stoa test`` says what keeps it from running, and its exit codes are 0, 1 and 2."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from stoa.paths import miniapps, resources
from stoa.scaffold import Wish, make_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.testing.conftest import Run

SDK = miniapps() / "_sdk"
PAGE = '<!doctype html><html lang="en"><title>Hello</title><main><h1>Hello</h1></main></html>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A mini-app of one page."""
    made = tmp_path / "hello"
    (made / "tests").mkdir(parents=True)
    (made / "index.html").write_text(PAGE)
    return made


def test_a_folder_that_is_not_there_cannot_be_tested(stoa_test: Callable[..., Run], tmp_path: Path) -> None:
    run = stoa_test(tmp_path / "gone")
    assert run.code == 2
    assert "gone" in run.text
    assert "Traceback" not in run.text


def test_a_broken_manifest_is_told_in_a_sentence(stoa_test: Callable[..., Run], folder: Path) -> None:
    (folder / "manifest.json").write_text('{"app_id": "Nope", "name": ""}')
    run = stoa_test(folder)
    assert run.code == 2
    assert "Nothing can be tested" in run.text
    assert "manifest.json" in run.text
    assert "Traceback" not in run.text


def test_a_folder_without_a_page_is_told_in_a_sentence(stoa_test: Callable[..., Run], folder: Path) -> None:
    (folder / "index.html").unlink()
    run = stoa_test(folder)
    assert run.code == 2
    assert f'Nothing can be tested: {folder.resolve()} has no "index.html"' in run.text


def test_a_broken_profile_is_told_with_its_place(stoa_test: Callable[..., Run], folder: Path) -> None:
    file = folder / "slow.json"
    file.write_text('{"format": "stoa-launch-profile/1", "name": "x", "textPercent": 5}')
    run = stoa_test(folder, "--profile", str(file))
    assert run.code == 2
    assert "slow.json: textPercent" in run.text


def test_tests_that_cannot_be_read_could_not_run(stoa_test: Callable[..., Run], folder: Path) -> None:
    (folder / "tests" / "test_it.py").write_text("def test_it(miniapp:\n")
    run = stoa_test(folder)
    assert run.code == 2
    assert "SyntaxError" in run.text


def test_a_test_chosen_by_a_word_that_none_has_could_not_run(stoa_test: Callable[..., Run], folder: Path) -> None:
    (folder / "tests" / "test_it.py").write_text("def test_it(): pass\n")
    assert stoa_test(folder, "-k", "nothing_is_called_so").code == 2
    assert stoa_test(folder, "-k", "test_it").code == 0


def test_of_a_project_what_was_built_is_tested_with_the_tests_beside_its_sources(
    stoa_test: Callable[..., Run], tmp_path: Path
) -> None:
    project, plain = tmp_path / "project", tmp_path / "plain"
    for folder, template in ((project, "typescript"), (plain, "plain")):
        make_folder(Wish(folder, template, "org.example.built"), resources() / "templates", SDK / "stoa.d.ts")
    # What a build makes of the one is much like the other; there is no Node.js here.
    shutil.copytree(plain, project / "dist", ignore=shutil.ignore_patterns("tests"))
    run = stoa_test(project)
    assert run.code == 0, run.text
    assert run.names() == {"test_a_note_is_kept"}

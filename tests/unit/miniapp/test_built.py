"""Projects that have to be built: what was built is the mini-app, and before that somebody is told what to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stoa.miniapp.app import open_folder
from stoa.miniapp.built import NotBuiltError, built_folder, is_source
from stoa.miniapp.package import pack

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = '{"app_id": "org.example.built", "name": "Built", "version": {"code": 1, "name": "1.0.0"}}'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sources of a mini-app, not built."""
    root = tmp_path.resolve() / "project"
    (root / "public").mkdir(parents=True)
    (root / "package.json").write_text("{}")
    (root / "index.html").write_text("<p>sources")
    (root / "public/manifest.json").write_text(MANIFEST)
    return root


def build(project: Path) -> None:
    (project / "dist").mkdir()
    (project / "dist/manifest.json").write_text(MANIFEST)
    (project / "dist/index.html").write_text("<p>built")


def test_what_was_built_is_opened_and_packed(project: Path) -> None:
    build(project)
    assert built_folder(project) == project / "dist"
    app = open_folder(project, ())
    assert (app.app_id, app.root) == ("org.example.built", project / "dist")
    assert app.key == open_folder(project / "dist", ()).key
    assert pack(project, ()) == pack(project / "dist", ())


def test_what_was_not_built_says_what_to_run(project: Path) -> None:
    for use in (built_folder, open_folder, pack):
        with pytest.raises(NotBuiltError, match=r"npm install and npm run build"):
            use(project)


@pytest.mark.parametrize("missing", ["package.json", "public/manifest.json"])
def test_another_folder_is_its_own_mini_app(project: Path, missing: str) -> None:
    (project / missing).unlink()
    assert not is_source(project)
    assert built_folder(project) == project


def test_a_folder_with_a_manifest_at_its_top_is_its_own_mini_app(project: Path) -> None:
    (project / "manifest.json").write_text(MANIFEST)
    assert built_folder(project) == project
    assert open_folder(project, ()).root == project

"""A package that is installed over an open app, a folder that changed, and a folder with the id of an installed app."""

from __future__ import annotations

import json

import pytest
from tests.support.quiet_program import write_app
from tests.ui.shell.conftest import RECIPES

from stoa.areas import PERMISSION_NAMES
from stoa.miniapp.package import pack

NEWS = "org.example.news"


@pytest.fixture
def package(tmp_path):
    """Writes a package of one version of an app."""

    def write(code, *permissions):
        folder = write_app(
            tmp_path / f"v{code}", NEWS, "News", permissions, version={"code": code, "name": f"{code}.0"}
        )
        file = tmp_path / f"news-{code}.ma"
        file.write_bytes(pack(folder, PERMISSION_NAMES))
        return file

    return write


def test_an_update_takes_the_place_of_the_open_room_and_says_what_it_may_ask_for(app, package):
    app.program.navigation.open_path(package(1, "share"))
    before = app.front
    app.said()
    app.program.navigation.open_path(package(2, "share", "files", "camera"))
    app.turns.settle()
    assert app.front is not before
    assert app.front.spec.app.manifest.version.code == 2
    assert before.state == "closed"
    assert app.said() == ["News was updated. New in it: it may ask for files, camera."]


def test_the_same_version_again_leaves_its_room_alone(app, package):
    file = package(1, "share")
    app.program.navigation.open_path(file)
    before = app.front
    app.program.navigation.open_path(file)
    assert app.front is before
    assert app.said() == []


def test_a_room_made_ready_before_an_update_is_not_used_after_it(app, package):
    app.program.navigation.open_path(package(1))
    app.rest.desk.close(app.face.key)
    app.turns.settle()
    app.program.navigation.prepare(app.program.apps.by_id(NEWS))
    app.program.navigation.open_path(package(2))
    assert app.front.spec.app.manifest.version.code == 2


def test_a_folder_whose_manifest_changed_opens_as_it_is_now(app, tmp_path):
    folder = write_app(tmp_path / "folders", NEWS, "News")
    app.program.navigation.open_path(folder)
    before = app.front
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest | {"name": "Newer"}))
    app.program.navigation.open_path(folder)
    assert app.front is not before
    assert app.face.name == "Newer"


def test_a_folder_with_the_id_of_an_installed_app_runs_apart_and_says_so(app, tmp_path):
    app.program.navigation.open_path(write_app(tmp_path / "folders", RECIPES, "Not Recipes"))
    assert app.face.app.key != RECIPES
    assert app.said() == ["Recipes is installed with the same id: links open that one, not this folder."]

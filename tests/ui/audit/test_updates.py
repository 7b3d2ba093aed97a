"""A package that is installed over an open app, a folder that changed, and a folder with the id of an installed app."""

from __future__ import annotations

import json

import pytest
from tests.support.quiet_program import write_app
from tests.ui.shell.conftest import RECIPES

from stoa.miniapp.package import pack
from stoa.permissions import PERMISSION_NAMES
from stoa.shell.sheets.first_start import FirstStartSheet
from stoa.shell.sheets.update import UpdateSheet

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


def test_an_update_that_asks_for_more_waits_until_the_person_agrees(app, package):
    app.install(package(1, "share"))
    before = app.front
    app.said()
    app.arrive(package(2, "share", "files", "camera"))
    sheet = app.sheet(UpdateSheet)
    words = app.words(sheet)
    assert app.program.apps.by_id(NEWS).manifest.version.code == 1
    assert before.state != "closed"
    assert words.index("Files") < words.index("Camera") < words.index("What it could do already")
    assert "“News needs it”" in words
    app.press(sheet, "Update")
    app.turns.until(lambda: before.state == "closed")
    assert app.front.spec.app.manifest.version.code == 2
    assert app.said() == ["News is now version 2.0."]
    assert app.sheets() == []


def test_a_refused_update_leaves_everything_as_it_was_and_asks_again_next_time(app, package, start):
    app.install(package(1, "share"))
    before = app.front
    more = package(2, "share", "camera")
    for _ in range(2):
        app.arrive(more)
        app.press(app.sheet(UpdateSheet), "Keep the old version")
        app.turns.until(lambda: not app.rest.arrivals.is_busy)
        assert app.front is before
        assert app.program.apps.by_id(NEWS).manifest.version.code == 1
    app.close()
    assert start().program.apps.by_id(NEWS).manifest.version.code == 1


def test_an_update_that_asks_for_nothing_more_takes_the_place_of_the_open_room(app, package):
    app.install(package(1, "share", "camera"))
    before = app.front
    app.said()
    app.arrive(package(2, "share"))
    assert app.front is not before
    assert before.state == "closed"
    assert app.said() == ["News is now version 2.0."]


def test_an_update_of_what_was_never_started_is_still_asked_about_at_its_first_start(app, package):
    app.arrive(package(1))
    app.press(app.sheet(FirstStartSheet), "Not now")
    app.arrive(package(2, "camera"))
    app.press(app.sheet(UpdateSheet), "Update")
    app.turns.until(lambda: not app.rest.arrivals.is_busy)
    assert "Camera" in app.words(app.sheet(FirstStartSheet))
    assert app.rooms.front() is None


def test_the_same_version_again_leaves_its_room_alone(app, package):
    file = package(1, "share")
    app.install(file)
    before = app.front
    app.said()
    app.arrive(file)
    assert app.front is before
    assert app.said() == []


def test_a_room_made_ready_before_an_update_is_not_used_after_it(app, package):
    app.install(package(1))
    app.rest.desk.close(app.face.key)
    app.turns.settle()
    app.program.navigation.prepare(app.program.apps.by_id(NEWS))
    app.arrive(package(2))
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

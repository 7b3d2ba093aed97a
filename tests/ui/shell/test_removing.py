"""Mini-apps are uninstalled and folders forgotten, with what they kept; what cannot be removed loses nothing."""

from __future__ import annotations

from threading import current_thread

import pytest
from tests.support.quiet_program import write_app

from stoa.contract.errors import StoaError
from stoa.miniapp.grants import Answer
from stoa.miniapp.package import pack
from stoa.shell.sheets.first_start import FirstStartSheet

RECIPES = "org.example.recipes"


@pytest.fixture
def folder(tmp_path):
    return write_app(tmp_path / "mine", "org.example.mine", "Mine", ("camera",))


def tiles(app):
    return {tile.name: tile for tile in app.rest.launcher.page._tiles.values()}


def remove(app, key, answer):
    app.rest.launcher.page.uninstall_pressed.emit(key)
    app.press(app.sheet(), answer)
    app.turns.settle()


def test_a_folder_is_forgotten_and_stays_on_the_disk(app, folder):
    app.window.did_drop.emit(folder)
    key = app.face.app.key
    app.program.navigation.show_place("apps")
    remove(app, key, "Cancel")
    assert "Mine" in tiles(app)
    remove(app, key, "Remove")
    app.turns.until(lambda: "Mine" not in tiles(app))
    assert folder.is_dir()
    assert app.stores.launches.folders() == []
    app.turns.until(lambda: not app.rooms.faces)


def test_an_installed_app_is_uninstalled_and_what_it_stored_goes(app, folder, tmp_path):
    file = tmp_path / "mine.ma"
    file.write_bytes(pack(folder))
    app.install(file)
    app.stores.grants.remember(app.account_id, "org.example.mine", "camera", "always")
    remove(app, "org.example.mine", "Remove")
    app.turns.until(lambda: "Mine" not in tiles(app))
    app.turns.until(lambda: app.stores.grants.all_of(app.account_id, "org.example.mine") == {})
    assert app.program.apps.by_id("org.example.mine") is None
    app.arrive(file)
    assert app.sheet(FirstStartSheet).isVisible()


@pytest.mark.parametrize("key", [RECIPES, "org.example.gone"])
def test_a_bundled_app_stays(app, key):
    app.rest.launcher.page.uninstall_pressed.emit(key)
    app.turns.settle()
    assert app.said() == ["The apps that came with Stoa stay."]
    assert app.sheets() == []


def test_an_app_that_cannot_be_removed_says_why(app, folder, monkeypatch):
    app.window.did_drop.emit(folder)

    def refuse(_app):
        raise StoaError("The folder is held open by another program: close it and try again.")

    monkeypatch.setattr(app.program.apps, "remove", refuse)
    key = app.face.app.key
    app.stores.grants.remember(app.account_id, key, "camera", Answer.ALWAYS)
    remove(app, key, "Remove")
    assert app.said() == ["The folder is held open by another program: close it and try again."]
    assert app.stores.grants.all_of(app.account_id, key) == {"camera": Answer.ALWAYS}, "nothing else was removed"


def test_the_window_goes_on_while_an_app_is_uninstalled_in_the_settings(app, folder, tmp_path, monkeypatch):
    file = tmp_path / "mine.ma"
    file.write_bytes(pack(folder))
    app.install(file)
    threads, uninstall = [], app.program.apps.catalog.uninstall
    monkeypatch.setattr(
        app.program.apps.catalog, "uninstall", lambda key: threads.append(current_thread()) or uninstall(key)
    )
    app.rest.people.settings.desk.page.apps.uninstall_confirmed.emit("org.example.mine")
    app.turns.until(lambda: "Mine" not in tiles(app))
    assert threads != [current_thread()]
    assert app.rooms.front() is None


@pytest.mark.parametrize("at", ["uninstalled", "not yet"])
def test_a_removal_that_the_end_of_the_program_cut_off_is_finished_or_never_was(start, folder, tmp_path, at):
    app, key = start(), "org.example.mine"
    file = tmp_path / "mine.ma"
    file.write_bytes(pack(folder))
    app.install(file)
    app.stores.grants.remember(app.account_id, key, "camera", Answer.ALWAYS)
    kept = app.program.paths.rooms / app.account_id / key / "kept"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("a secret")
    app.stores.settings.set("removals", [["app", key]])
    if at == "uninstalled":
        app.program.apps.catalog.uninstall(key)
    app.close()

    again = start()
    again.turns.until(lambda: again.stores.settings.get("removals", []) == [])
    is_gone = at == "uninstalled"
    assert kept.exists() is not is_gone
    assert again.stores.grants.all_of(again.account_id, key) == ({} if is_gone else {"camera": Answer.ALWAYS})


def test_an_account_whose_removal_was_cut_off_leaves_no_files(start):
    app = start()
    other = app.stores.accounts.add("Somebody Else", None, 1)
    folder = app.program.paths.rooms / other.id
    (folder / RECIPES).mkdir(parents=True)
    app.stores.settings.set("removals", [["account", other.id]])
    app.stores.accounts.remove(other.id)
    app.close()

    again = start()
    again.turns.until(lambda: not folder.exists() and again.stores.settings.get("removals", []) == [])

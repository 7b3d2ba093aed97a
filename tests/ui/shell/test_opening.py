"""Links, folders and packages: opened, or told in a sentence why not."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.support.quiet_program import write_app

from stoa.contract.errors import StoaError
from stoa.miniapp.app import Source
from stoa.miniapp.package import pack
from stoa.shell import launcher_desk
from stoa.shell.navigation import Navigation

RECIPES, CARDS = "org.example.recipes", "org.example.cards"
CONTROL = Qt.KeyboardModifier.ControlModifier


def key(app, key, modifiers=CONTROL):
    QTest.keyClick(app.window, key, modifiers)
    app.turns.settle()


@pytest.mark.parametrize("text", [f"stoa://{RECIPES}/r/17", f"STOA://{RECIPES}/r/17"])
def test_a_link_opens_its_page(app, text):
    assert app.program.navigation.open_text(text)
    assert (app.front.caller.app_id, app.front.caller.scene, app.front.path) == (RECIPES, "link", "/r/17")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("stoa://org.example.unknown/x", "No app org.example.unknown is installed here."),
        ("stoa://", "The link names no mini-app after stoa://"),
        (f"stoa://{RECIPES}/../x", "The link's path cannot be opened"),
        ("stoa:nonsense", "A Stoa link looks like"),
    ],
)
def test_what_cannot_be_opened_is_told_in_a_sentence(app, text, sentence):
    assert not app.program.navigation.open_text(text)
    (said,) = app.said()
    assert said.startswith(sentence) or sentence in said
    assert app.rooms.front() is None


def test_a_link_is_opened_from_the_launchers_search(app):
    page = app.rest.launcher.page
    page.search.setText(f"stoa://{CARDS}/deck/2")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert (app.front.caller.app_id, app.front.path) == (CARDS, "/deck/2")


@pytest.fixture
def folder(tmp_path):
    return write_app(tmp_path / "mine", "org.example.mine", "Mine", ("camera",))


def tiles(app):
    return {tile.name: tile for tile in app.rest.launcher.page._tiles.values()}


def test_a_dropped_folder_runs_and_is_remembered(app, folder, start):
    app.window.did_drop.emit(folder)
    assert app.face.name == "Mine"
    assert app.face.header().chips[0].text == "from folder"
    app.program.navigation.show_place("apps")
    assert tiles(app)["Mine"].note == "from folder"
    assert tiles(app)["Mine"].removable
    app.close()
    again = start()
    assert "Mine" in tiles(again)
    again.program.navigation.open_text("stoa://org.example.mine/")
    assert again.face.name == "Mine"


def test_a_folder_without_a_manifest_runs_with_nothing_allowed(app, tmp_path):
    bare = tmp_path / "My page"
    bare.mkdir()
    (bare / "index.html").write_text("<!doctype html>")
    app.window.did_drop.emit(bare)
    assert (app.face.name, app.front.caller.declared) == ("My page", frozenset())
    assert [chip.text for chip in app.face.header().chips] == ["from folder, no manifest", "no network"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: (folder / "index.html").unlink(), "index.html"),
        (shutil.rmtree, "mine"),
    ],
)
def test_a_folder_that_cannot_run_says_why(app, folder, spoil, words):
    spoil(folder)
    app.arrive(folder)
    (said,) = app.said()
    assert words in said
    assert app.rooms.front() is None


def test_a_finding_in_a_folders_manifest_is_told_while_it_runs(app, tmp_path):
    folder = write_app(tmp_path / "mine", "org.example.mine", "Mine", colour="red")
    app.window.did_drop.emit(folder)
    assert app.face.name == "Mine"
    assert "colour" in app.said()[0]


def test_a_dropped_package_is_installed_and_runs(app, folder, tmp_path):
    file = tmp_path / "mine.ma"
    file.write_bytes(pack(folder))
    app.install(file)
    assert app.face.app.source is Source.PACKAGE
    assert tiles(app)["Mine"].removable


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 cut off"])
def test_a_broken_package_is_told_in_a_sentence(app, tmp_path, data):
    file = tmp_path / "broken.ma"
    file.write_bytes(data)
    app.arrive(file)
    assert len(app.said()) == 1
    assert app.rooms.front() is None


def test_a_package_that_would_replace_a_bundled_app_is_refused(app, tmp_path):
    file = tmp_path / "recipes.ma"
    file.write_bytes(pack(write_app(tmp_path / "evil", RECIPES, "Evil recipes")))
    app.arrive(file)
    assert len(app.said()) == 1
    assert app.program.apps.by_id(RECIPES).manifest.name == "Recipes"


def test_a_folder_that_is_gone_is_listed_with_what_is_wrong(app, folder, start):
    app.window.did_drop.emit(folder)
    app.close()
    shutil.rmtree(folder)
    again = start()
    assert "Mine" not in tiles(again)
    assert str(folder) in again.words(again.rest.launcher.page)
    assert again.stores.launches.folders() == [folder]


def test_a_folder_is_read_anew_each_time_it_is_opened(app, folder):
    app.window.did_drop.emit(folder)
    app.rooms.end(app.face)
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"Mine"', '"Yours"'))
    app.program.navigation.open_app(next(iter(app.program.apps._opened)))
    assert app.face.name == "Yours"
    app.rooms.end(app.face)
    manifest.write_text("{")
    app.program.navigation.open_app(next(iter(app.program.apps._opened)))
    assert app.face.name == "Yours"


def test_an_app_that_is_not_here_any_more_is_told(app):
    app.program.navigation.open_app("org.example.gone")
    assert app.said() == ["This app is not here any more."]


def test_an_app_opens_although_the_disk_is_full(app, monkeypatch):
    def refuse(*_args):
        raise StoaError("The disk that holds stoa.db is full: free some space and try again.")

    monkeypatch.setattr(app.stores.launches, "opened", refuse, raising=False)
    app.open(RECIPES)
    assert app.face.name == "Recipes"
    assert app.said() == ["The disk that holds stoa.db is full: free some space and try again."]


@pytest.fixture
def chosen(monkeypatch):
    """The folder that the person chooses."""
    answer = {"path": None}

    async def choose(_parent, _title):
        return answer["path"]

    monkeypatch.setattr(launcher_desk, "choose_folder", choose)
    return answer


def test_a_folder_is_chosen_from_the_launcher(app, folder, chosen):
    app.rest.launcher.page.folder_requested.emit()
    app.turns.settle()
    assert app.rooms.front() is None
    chosen["path"] = folder
    app.rest.launcher.page.folder_requested.emit()
    app.turns.settle()
    assert app.face.name == "Mine"


def test_presses_before_the_engine_is_up_wait_for_it(app):
    navigation = Navigation(
        app.window,
        app.stage,
        app.program.apps,
        app.stores.launches,
        app.stores.clock,
        app.program.toast,
        app.program.ground.agreed,
    )
    navigation.account_id = app.account_id
    navigation.prepare(app.program.apps.by_id(RECIPES))
    navigation._on_room_chosen("nobody")
    navigation.open_app(RECIPES)
    navigation.show_place("a page that comes later")
    navigation.show_place("apps")
    assert app.rooms.faces == {}
    app.stage.add_page("a page that comes later", type(app.stage)(app.program.theme))
    navigation.attach_engine(app.rooms, app.rest.tasks.spawn)
    assert app.face.name == "Recipes" if app.rooms.front() else app.stage.shown_page == "a page that comes later"
    assert list(app.rooms.faces) == [f"{app.account_id}/{RECIPES}"]
    done = []
    navigation.when_ready(lambda: done.append(1))
    assert done == [1]


def test_jumps_to_an_app_that_is_gone_are_told(app):
    from stoa.services.feed.posts import Jump

    app.program.navigation.open_jump(Jump("org.example.gone", "Gone", "/", "Title", "", None))
    assert app.said() == ["No app org.example.gone is installed here."]


def test_icons_are_read_once_and_only_where_they_are_pictures(app, tmp_path):
    from PIL import Image

    apps = app.program.apps
    assert apps.icon(apps.by_id(RECIPES)) is None
    for name, make in (
        ("good", lambda file: Image.new("RGB", (640, 320), "red").save(file)),
        ("huge", lambda file: Image.new("1", (5000, 10)).save(file)),
        ("none", lambda file: file.write_bytes(b"no picture")),
        ("cut", lambda file: file.write_bytes(_cut_png())),
    ):
        folder = write_app(tmp_path / name, f"org.example.{name}", name, icons=[{"src": "icon.png", "sizes": "64x64"}])
        make(folder / "icon.png")
        app.window.did_drop.emit(folder)
    icons = {mini_app.manifest.name: apps.icon(mini_app) for mini_app in apps.all()}
    assert (icons["good"].width(), icons["good"].height()) == (192, 96)
    assert (icons["huge"], icons["none"]) == (None, None)
    good = next(mini_app for mini_app in apps.all() if mini_app.manifest.name == "good")
    assert apps.icon(good) is icons["good"]


def _cut_png():
    import io

    from PIL import Image

    target = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(target, "PNG")
    return target.getvalue()[:60]

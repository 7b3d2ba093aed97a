"""Packages on their way in: beside the window, one at a time, and asked about before they first run."""

from __future__ import annotations

import threading

import pytest
from tests.support.quiet_program import write_app

from stoa.contract.errors import StoaError
from stoa.miniapp.package import pack
from stoa.permissions import PERMISSION_NAMES
from stoa.services.feed.posts import Jump
from stoa.services.host.scene import Scene
from stoa.shell.sheets.first_start import FirstStartSheet

NEWS, RECIPES = "org.example.news", "org.example.recipes"


@pytest.fixture
def package(tmp_path):
    """Writes a package of an app."""

    def write(name, *permissions, **members):
        app_id = f"org.example.{name.lower()}"
        file = tmp_path / f"{name}.ma"
        file.write_bytes(pack(write_app(tmp_path / name, app_id, name, permissions, **members), PERMISSION_NAMES))
        return file

    return write


@pytest.fixture
def held(app, monkeypatch):
    """Packages are read and written, and the last step waits until the returned event is set."""
    go_on, place = threading.Event(), app.program.apps.catalog.place

    def wait_and_place(arrival, keep_on):
        assert go_on.wait(30)
        return place(arrival, keep_on)

    monkeypatch.setattr(app.program.apps.catalog, "place", wait_and_place)
    yield go_on
    go_on.set()


def held_notice(app):
    return next((card.text for card in app.program.toast.cards if card.held), "")


def test_the_window_goes_on_and_says_what_is_installed_while_a_package_is_written(app, package, held):
    arrivals = app.rest.arrivals
    app.window.did_drop.emit(package("News"))
    app.turns.until(lambda: arrivals._name == "News")
    assert held_notice(app) == ""
    arrivals._timer.timeout.emit()
    assert held_notice(app) == "Installing News…"
    app.open(RECIPES)
    assert app.face.name == "Recipes"
    held.set()
    assert app.sheet(FirstStartSheet)
    assert held_notice(app) == ""


def test_packages_dropped_together_are_installed_in_turn_and_none_of_them_opens(app, package, held):
    files = [package(name) for name in ("News", "Maps", "Notes")]
    for file in files:
        app.window.did_drop.emit(file)
    app.rest.arrivals._timer.timeout.emit()
    app.turns.until(lambda: held_notice(app) == "Installing News… (2 more waiting)")
    held.set()
    app.turns.until(lambda: not app.rest.arrivals.is_busy)
    assert app.said() == ["3 apps are installed."]
    assert app.stage.shown_page == "apps"
    assert {"News", "Maps", "Notes"} <= {tile.name for tile in app.rest.launcher.page._tiles.values()}
    assert app.sheets() == []
    assert app.rooms.front() is None


def test_one_that_is_refused_does_not_keep_the_others_out(app, package, tmp_path):
    broken = tmp_path / "broken.ma"
    broken.write_bytes(b"no zip")
    app.arrive(broken, package("News"))
    assert "News" in app.words(app.sheet(FirstStartSheet))
    assert len(app.said()) == 1


def test_the_end_of_the_program_stops_an_installation_and_leaves_nothing_half_done(app, package, tmp_path, monkeypatch):
    begun, seen = threading.Event(), []

    def write(_arrival, go_on):
        begun.set()
        while go_on():
            assert not seen.append(1)
        raise StoaError("It was stopped.")

    monkeypatch.setattr(app.program.apps.catalog, "place", write)
    app.window.did_drop.emit(package("News"))
    app.turns.until(begun.is_set)
    app.close()
    assert app.rest.arrivals._stopped.is_set()
    packages = tmp_path / "data" / "packages"
    assert [path.name for path in packages.iterdir() if path.is_dir()] == []


def test_an_installed_app_is_asked_about_once_before_it_runs(app, package, start):
    app.install(package("News", "camera", network=["https://news.example"]))
    assert app.face.name == "News"
    app.rest.desk.close(app.face.key)
    app.turns.settle()
    app.program.navigation.open_app(NEWS)
    assert app.face.name == "News"
    app.close()
    again = start()
    again.program.navigation.open_app(NEWS)
    again.turns.settle()
    assert again.sheets() == []
    assert again.face.name == "News"


@pytest.mark.parametrize(
    "opens",
    [
        lambda navigation: navigation.open_app(NEWS),
        lambda navigation: navigation.open_text(f"stoa://{NEWS}/a"),
        lambda navigation: navigation.open_by_id(NEWS, "/a", Scene.APP),
        lambda navigation: navigation.open_jump(Jump(NEWS, "News", "/a", "A", "", None)),
    ],
)
def test_not_now_keeps_it_installed_and_no_way_of_opening_passes_by_the_question(app, package, opens):
    app.arrive(package("News"))
    app.press(app.sheet(FirstStartSheet), "Not now")
    assert app.rooms.front() is None
    assert app.program.apps.by_id(NEWS) is not None
    opens(app.program.navigation)
    opens(app.program.navigation) if app.sheets() else None
    app.turns.settle()
    (sheet,) = app.sheets()
    assert app.rooms.faces == {}
    app.arm(sheet)
    app.press(sheet, "Open")
    assert app.face.name == "News"


def test_pressing_twice_asks_once(app, package):
    app.arrive(package("News"))
    app.press(app.sheet(FirstStartSheet), "Not now")
    app.program.navigation.open_app(NEWS)
    app.program.navigation.open_app(NEWS)
    app.turns.settle()
    app.press(app.sheet(FirstStartSheet), "Not now")
    app.turns.settle()
    assert app.sheets() == []


def test_no_room_is_made_ready_for_an_app_the_person_has_not_agreed_to(app, package):
    app.arrive(package("News"))
    app.press(app.sheet(FirstStartSheet), "Not now")
    made = []
    app.rooms.prepare = lambda app, _path: made.append(app)
    app.program.navigation.prepare(app.program.apps.by_id(NEWS))
    assert made == []
    app.program.navigation.prepare(app.program.apps.by_id(RECIPES))
    assert [one.app_id for one in made] == [RECIPES]


def test_an_agreement_the_disk_refuses_to_keep_holds_for_now(app, package, monkeypatch):
    def refuse(*_args):
        raise StoaError("The disk is full.")

    monkeypatch.setattr(app.stores.agreed, "agree", refuse)
    app.install(package("News"))
    assert app.face.name == "News"
    app.rest.desk.close(app.face.key)
    app.turns.settle()
    app.program.navigation.open_app(NEWS)
    assert app.face.name == "News"


def test_nothing_opens_behind_a_question_or_the_composer(app, package, tmp_path, write):
    write()
    folder = write_app(tmp_path / "mine", "org.example.mine", "Mine")
    app.window.did_drop.emit(folder)
    app.window.did_drop.emit(package("News"))
    assert not app.program.navigation.open_text(str(folder))
    assert app.rooms.faces == {}
    assert not app.rest.arrivals.is_busy
    said = app.said()
    assert said[0] == "org.example.mine was not opened: answer what is asked here first, then open it again."
    assert said[1].startswith("News.ma was not opened")


def test_what_arrives_while_the_person_writes_a_post_does_not_open_behind_it(app, package, held, write):
    app.window.did_drop.emit(package("News"))
    app.turns.until(lambda: app.rest.arrivals._name == "News")
    composer = write()
    held.set()
    app.turns.until(lambda: not app.rest.arrivals.is_busy)
    app.turns.settle()
    assert app.sheets() == [composer]
    assert app.rooms.faces == {}
    assert app.said() == ["News is installed: you find it under Apps."]


def test_the_tile_and_the_settings_say_the_grade(app, package):
    app.install(package("News", "camera"))
    tile = next(tile for tile in app.rest.launcher.page._tiles.values() if tile.name == "News")
    assert tile.grade == "Risk grade D"
    assert [action.text() for action in app.rest.launcher.page.menu_of(tile).actions()][2] == "Risk grade D"
    app.rest.people.settings.show_app(NEWS)
    app.turns.until(lambda: app.rest.people.settings.desk.page.apps.shown_key == NEWS)
    words = app.words(app.rest.people.settings.desk.page)
    assert "Risk grade D" in words
    assert "May ask for: Camera" in words

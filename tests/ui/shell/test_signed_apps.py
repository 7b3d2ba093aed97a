"""Signed packages in the window: who signed them, who may not update them, and what was changed on the disk."""

from __future__ import annotations

from threading import current_thread

import pytest
from tests.support.quiet_program import write_app
from tests.unit.miniapp.signing import ANN, BEN

from stoa.miniapp.author_key import fingerprint, short_fingerprint
from stoa.miniapp.key_file import public_key
from stoa.miniapp.package import pack
from stoa.permissions import PERMISSION_NAMES
from stoa.services.host.scene import Scene
from stoa.shell.sheets.first_start import FirstStartSheet
from stoa.ui.button import Button
from stoa.ui.label import Label
from stoa.wiring.guards import Guards

NEWS, RECIPES = "org.example.news", "org.example.recipes"
KEY = fingerprint(public_key(ANN))


@pytest.fixture
def package(tmp_path):
    """Writes a package of the news, signed with a key or by nobody."""

    def write(key=None, code=1):
        author = {"name": "Ann"} if key is None else {"name": "Ann", "key": public_key(key)}
        version = {"code": code, "name": f"{code}.0"}
        number = len(list(tmp_path.glob("*.ma")))
        folder = write_app(tmp_path / f"source{number}", NEWS, "News", author=author, version=version)
        file = tmp_path / f"{number}.ma"
        file.write_bytes(pack(folder, PERMISSION_NAMES, key))
        return file

    return write


@pytest.fixture
def install(app):
    """Drops a package and opens the app for the first time."""

    def drop(file):
        app.arrive(file)
        app.sheet(FirstStartSheet).answer(True)
        app.turns.until(lambda: app.rooms.front() is not None)
        app.turns.settle()

    return drop


def settings(app):
    page = app.rest.people.settings.desk.page
    app.rest.people.settings.desk.refresh()
    app.turns.until(lambda: page.apps._apps.get(NEWS) is not None or page.apps.signers.findChildren(Button))
    return page.apps


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(Label) if not label.isHidden())


def test_the_header_says_who_signed_an_app(app, package, install):
    install(package(ANN))
    (chip, *_) = app.face.header().chips
    assert chip.text == "signed by Ann"
    assert short_fingerprint(public_key(ANN)) in chip.hint


def test_the_header_says_that_nobody_did(app, package, install):
    install(package())
    assert app.face.header().chips[0].text == "unsigned"


def test_the_settings_show_the_whole_fingerprint(app, package, install):
    install(package(ANN))
    page = settings(app)
    page.show_app(NEWS)
    assert "Signed by Ann" in words(page)
    assert KEY in words(page)
    page.show_app(RECIPES)
    assert "Signature" not in words(page._detail)


def test_an_update_by_somebody_else_is_refused_with_a_way_out(app, package, install):
    install(package(ANN))
    for file in (package(BEN, 2), package(None, 2)):
        app.arrive(file)
    app.turns.settle()
    said = app.said()
    assert [short_fingerprint(public_key(ANN)) in sentence for sentence in said] == [True, True]
    assert "forget its key at the end of Settings, Apps" in said[0]
    assert app.program.apps.by_id(NEWS).manifest.version.code == 1


def test_a_key_outlives_its_app_and_is_forgotten_in_the_settings(app, package, install):
    install(package(ANN))
    page = settings(app)
    assert not page.signers.isVisibleTo(page)
    app.turns.run(app.rest.people.settings.desk.remove_app(NEWS))
    app.arrive(package(BEN))
    assert app.program.apps.by_id(NEWS) is None
    page = settings(app)
    assert page.signers.isVisibleTo(page)
    assert f"{NEWS}, signed by Ann. Key {KEY}" in words(page.signers)
    page.signers.forget_confirmed.emit(NEWS)
    app.turns.settle()
    assert not page.signers.isVisibleTo(page)
    app.arrive(package(BEN))
    assert app.sheet(FirstStartSheet)


def test_a_changed_app_does_not_open_and_says_why(app, package, install):
    file = package(ANN)
    install(file)
    place = app.program.apps.by_id(NEWS).root
    app.rooms.end(app.face)
    app.turns.settle()
    (place / "index.html").write_text("<!doctype html>changed")
    app.program.navigation.open_app(NEWS)
    (said,) = [one for one in app.said() if "News" in one]
    assert 'News was changed on this machine after it was installed: "index.html"' in said
    assert app.rooms.front() is None
    assert "index.html" in app.words(app.rest.launcher.page._problem)
    app.arrive(file)
    app.turns.until(lambda: app.rooms.front() is not None)
    assert app.rest.launcher.page._problem.isHidden()


def test_its_files_are_read_beside_the_window_when_it_is_first_opened(app, package, install, start, monkeypatch):
    install(package(ANN))
    app.rooms.end(app.face)
    app.close()
    monkeypatch.setattr(Guards, "compare_installed", _nothing)
    again = start()
    apps = again.program.apps
    threads, change = [], apps.change
    monkeypatch.setattr(apps, "change", lambda one: threads.append(current_thread()) or change(one))
    assert not apps.by_id(NEWS).seal.is_read
    again.program.navigation.open_app(NEWS)
    assert again.rooms.front() is None
    again.turns.until(lambda: again.rooms.front() is not None)
    assert threads[0] is not current_thread()
    assert apps.by_id(NEWS).seal.is_read
    again.rooms.end(again.face)
    again.program.navigation.open_app(NEWS)
    assert again.face.name == "News"


async def _nothing(_guards):
    """Look at no installed app."""


def test_a_change_found_by_somebody_else_meanwhile_keeps_it_from_opening(app, package, install):
    install(package(ANN))
    installed = app.program.apps.by_id(NEWS)
    app.rooms.end(app.face)
    app.turns.settle()
    (installed.root / "index.html").write_text("<!doctype html>changed")
    assert app.program.apps.change(installed) is not None
    assert app.program.apps.by_id(NEWS) is None
    app.program.navigation._open(installed, "/", Scene.LAUNCHER, None)
    assert any("News was changed on this machine" in one for one in app.said())
    assert app.rooms.front() is None


def test_what_was_changed_while_the_program_was_off_is_named_after_its_start(app, package, install, start):
    install(package(ANN))
    place = app.program.apps.by_id(NEWS).root
    app.close()
    (place / "index.html").write_text("<!doctype html>changed")
    again = start()
    again.turns.until(lambda: again.program.apps.by_id(NEWS) is None)
    again.turns.until(lambda: "News was changed on this machine" in again.words(again.window))

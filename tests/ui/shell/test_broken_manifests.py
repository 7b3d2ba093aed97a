"""A manifest that is broken: every finding on a card that stays until it is mended or closed."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from tests.support.quiet_program import write_app

from stoa.miniapp.errors import Finding
from stoa.miniapp.package import pack
from stoa.shell.broken_cards import _FINDINGS_MAX, BrokenCard


@pytest.fixture
def folder(tmp_path):
    made = write_app(tmp_path, "mine", "Mine")
    (made / "manifest.json").write_text('{\n "app_id": "Mine",\n "nmae": "Mine",\n "permissions": ["camra"]\n}')
    return made


def cards(app):
    return [card for card in app.rest.launcher.page.findChildren(BrokenCard) if card.isVisible()]


def test_every_finding_is_listed_with_its_line_and_what_to_change(app, folder):
    app.arrive(folder)
    (card,) = cards(app)
    words = app.words(card)
    assert app.stage.shown_page == "apps"
    assert "mine cannot be opened yet" in words
    assert str(folder) in words
    for line, fix in ((2, "org.example.recipes"), (3, 'write "name" instead'), (4, 'write "camera"')):
        assert f"manifest.json:{line}" in words
        assert fix in words
    assert card.retry.hasFocus()
    assert app.said() == []


def test_it_stays_while_other_things_are_opened_and_goes_when_it_is_closed(app, folder):
    app.arrive(folder)
    app.open("org.example.recipes")
    app.program.navigation.show_place("apps")
    (card,) = cards(app)
    app.press(card, "Close this card")
    assert cards(app) == []
    assert not app.rest.launcher.page.broken.isVisible()


def test_trying_again_opens_what_was_mended_and_tells_what_is_left(app, folder):
    app.arrive(folder)
    manifest = {"app_id": "org.example.mine", "name": "Mine", "permissions": ["camra"]}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    app.press(cards(app)[0], "Try again")
    (card,) = cards(app)
    assert "One thing to change" in app.words(card)
    (folder / "manifest.json").write_text(json.dumps(manifest | {"permissions": ["camera"]}))
    app.press(card, "Try again")
    assert app.face.name == "Mine"
    app.program.navigation.show_place("apps")
    assert cards(app) == []


def test_a_mended_folder_that_is_dropped_again_takes_its_card_away(app, folder):
    app.arrive(folder)
    app.arrive(folder)
    assert len(cards(app)) == 1
    (folder / "manifest.json").unlink()
    app.arrive(folder)
    app.program.navigation.show_place("apps")
    assert cards(app) == []


def test_a_package_with_a_broken_manifest_gets_a_card_too(app, tmp_path):
    file, target = tmp_path / "broken.ma", io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", '{"app_id": "org.example.x"}')
        archive.writestr("index.html", "<!doctype html>")
    file.write_bytes(target.getvalue())
    app.arrive(file)
    (card,) = cards(app)
    assert "name is missing" in app.words(card)
    file.write_bytes(pack(write_app(tmp_path, "org.example.x", "X")))
    app.install(file)
    app.program.navigation.show_place("apps")
    assert cards(app) == []


def test_a_flood_of_findings_is_cut(qtbot, app):
    findings = [Finding("warning" if n % 2 else "error", f"manifest.json:{n}", "x") for n in range(_FINDINGS_MAX + 7)]
    app.rest.launcher.page.broken.show_broken(app.program.paths.data, findings)
    app.program.navigation.show_place("apps")
    (card,) = cards(app)
    assert "… and 7 more" in app.words(card)

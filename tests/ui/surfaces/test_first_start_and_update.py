"""The sheets before a first start and before an update that asks for more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stoa.areas import AREAS
from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.grants import additions, asks_of
from stoa.miniapp.reading import read_manifest
from stoa.miniapp.risk import Ground, Reason, risk
from stoa.miniapp.seal import Seal
from stoa.miniapp.signed import Signed
from stoa.shell.risk_words import reason_sentence, risk_look
from stoa.shell.sheets.first_start import FirstStartSheet
from stoa.shell.sheets.update import Update, UpdateSheet
from stoa.ui.grade_badge import GradeBadge

PERMISSIONS = {permission.name: permission for area in AREAS for permission in area.permissions}
HOST = "https://codes.example.org"


def made(code=1, **members):
    import json

    data = {"app_id": "org.example.scanner", "name": "Scanner", "version": {"code": code, "name": f"{code}.0"}}
    manifest = read_manifest(json.dumps(data | members).encode()).manifest
    return MiniApp(manifest, Path("/invented"), Source.PACKAGE, manifest.app_id)


@pytest.fixture
def first(theme, opened):
    def open_it(app, *, signed=False, armed=True):
        found = risk(app.manifest, signed=signed)
        return opened(lambda page: FirstStartSheet(theme, page, app, None, found, PERMISSIONS), armed=armed)

    return open_it


@pytest.fixture
def update(theme, opened):
    def open_it(old, new):
        both = (risk(old.manifest, signed=False), risk(new.manifest, signed=False))
        what = Update(old, new.manifest, additions(asks_of(old.manifest), new.manifest), *both)
        return opened(lambda page: UpdateSheet(theme, page, what, None, PERMISSIONS))

    return open_it


def test_it_says_who_made_it_how_risky_it_is_and_what_it_may_ask_for(first, says):
    app = made(
        author={"name": "Ada"}, privacy_url="https://example.org/privacy", network=[HOST],
        permissions=[{"name": "camera", "reason": "To read codes."}, "share", "unheard-of"],
    )  # fmt: skip
    sheet = first(app)
    words = says(sheet)
    assert "Open Scanner for the first time?" in words
    assert "by Ada · version 1.0 · org.example.scanner" in words
    assert "use the camera — “To read codes.”" in words
    assert "unheard-of" in words
    assert HOST in words
    assert "https://example.org/privacy" in words
    assert "Not signed" in words
    (badge,) = sheet.findChildren(GradeBadge)
    assert badge.accessibleName() == "Risk grade E"


def test_a_signed_one_says_so(first, says):
    app = made(author={"name": "Ada"})
    seal = Seal(app.root, Signed("key", {}))
    assert "signed by Ada · version 1.0" in says(first(replace(app, seal=seal), signed=True))


def test_who_asks_for_nothing_is_told_so(first, says):
    words = says(first(made(), signed=True))
    assert "its author is not named" in words
    assert "Very low" in words
    assert "Nothing" in words
    assert "No network" in words


@pytest.mark.parametrize(("button", "answer"), [("Open", True), ("Not now", False)])
def test_its_answers(first, press, button, answer):
    sheet = first(made())
    press(sheet, button)
    assert sheet.answers == [answer]


def test_escape_is_not_now_and_open_waits_for_the_press_delay(first, press):
    sheet = first(made(), armed=False)
    press(sheet, "Open")
    assert sheet.answers == []
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.answers == [False]


def test_an_update_shows_what_is_new_and_what_was_there(update, says):
    old = made(permissions=["share"], network=[HOST])
    new = made(
        2, permissions=["share", {"name": "camera", "reason": "To read codes."}],
        network=[HOST, "https://*.maps.example"], script=["wasm", "inline"],
    )  # fmt: skip
    words = says(update(old, new))
    assert "The update of Scanner asks for more" in words
    assert "version 1.0 is installed, version 2.0 came" in words
    new_part, old_part = words.split("What it could do already")
    assert "To read codes." in new_part
    assert "https://*.maps.example" in new_part
    assert HOST not in new_part
    assert "Compiled code" in new_part
    assert "Scripts inside its pages" in new_part
    assert "Sharing" in old_part
    assert HOST in old_part
    assert "Risk grade F, before it was C" in old_part
    assert "Not signed" not in old_part, "only new reasons are told"


def test_an_update_of_what_asked_for_nothing(update, says):
    words = says(update(made(), made(2, permissions=["share"])))
    assert "Nothing" in words
    assert "before it was" not in words


@pytest.mark.parametrize(("button", "answer"), [("Update", True), ("Keep the old version", False)])
def test_the_answers_to_an_update(update, press, button, answer):
    sheet = update(made(), made(2, permissions=["camera"]))
    press(sheet, button)
    assert sheet.answers == [answer]


def test_every_ground_has_its_sentence():
    sentences = {reason_sentence(Reason(ground, 1, "2"), PERMISSIONS) for ground in Ground}
    assert len(sentences) == len(Ground)
    assert reason_sentence(Reason(Ground.NETWORK, 4, "1"), PERMISSIONS) == "May reach one server"


def test_every_grade_has_its_words():
    from stoa.miniapp.risk import Grade, Risk

    looks = [risk_look(Risk(grade, 0), PERMISSIONS) for grade in Grade]
    assert len({look.meaning for look in looks}) == len(Grade)
    assert [look.letter for look in looks] == list("ABCDEF")

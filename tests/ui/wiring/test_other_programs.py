"""Web addresses go to the desktop's opener, as the person would have started it; what fails is told."""

from __future__ import annotations

import stat
import sys

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from stoa.engine.outside import Outside
from stoa.wiring.other_programs import OtherPrograms

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the opener is the Linux desktop's")
LINK = "https://example.org/salt?a=b c&d=%C3%A4"


@pytest.fixture
def desk(qapp, tmp_path):
    """``begin(script)`` puts an opener in the person's path and the address handler before it."""
    parent = QObject()
    said = []

    def begin(script):
        folder = tmp_path / "bin"
        folder.mkdir()
        file = folder / "xdg-open"
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        environment = {"PATH": f"{folder}:/usr/bin:/bin", "OUT": str(tmp_path / "out"), "MINE": "kept"}
        environment |= {"XDG_ACTIVATION_TOKEN": "used up", "DESKTOP_STARTUP_ID": "used up"}
        OtherPrograms(Outside(environment), said.append, parent)
        return said

    yield begin
    parent.deleteLater()
    qapp.sendPostedEvents(parent, 52)  # DeferredDelete


def test_an_address_is_opened_with_the_persons_own_environment(desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--proxy-server=proxy.invalid:1")
    said = desk('printf "%s|%s|%s" "$1" "$MINE" "$QTWEBENGINE_CHROMIUM_FLAGS" > "$OUT.new"; mv "$OUT.new" "$OUT"')
    assert QDesktopServices.openUrl(QUrl(LINK))
    qtbot.waitUntil((tmp_path / "out").exists, timeout=30_000)
    assert (tmp_path / "out").read_text() == "https://example.org/salt?a=b%20c&d=%C3%A4|kept|"
    assert said == []


def test_what_was_for_this_programs_own_start_is_not_handed_on(desk, qtbot, tmp_path):
    desk('printf "%s" "$XDG_ACTIVATION_TOKEN$DESKTOP_STARTUP_ID" > "$OUT.new"; mv "$OUT.new" "$OUT"')
    QDesktopServices.openUrl(QUrl(LINK))
    qtbot.waitUntil((tmp_path / "out").exists, timeout=30_000)
    assert (tmp_path / "out").read_text() == ""


def test_an_address_that_no_program_takes_is_told(desk, qtbot):
    said = desk("exit 3")
    QDesktopServices.openUrl(QUrl("https://example.org/"))
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    assert said == ["No program here opened https://example.org/"]


def test_an_opener_that_is_gone_meanwhile_is_told_too(desk, qtbot, tmp_path):
    said = desk("exit 0")
    (tmp_path / "bin" / "xdg-open").unlink()
    QDesktopServices.openUrl(QUrl("https://example.org/"))
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)


def test_other_addresses_are_not_the_openers(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    desk('touch "$OUT"')
    QDesktopServices.openUrl(QUrl(f"nothing-knows-this://{tmp_path.name}"))
    assert not (tmp_path / "out").exists()

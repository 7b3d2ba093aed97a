"""The list of keys: it opens by key and by press, and tells of every key of the window."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stoa.shell import window as window_module
from stoa.shell.sheets.keys import KeyCap, KeysSheet, key_text
from stoa.ui.button import Button


def test_f1_lists_the_keys_and_escape_closes_the_list(app):
    app.window.did_shortcut.emit("keys")
    sheet = app.sheet(KeysSheet)
    app.window.did_shortcut.emit("keys")  # not a second one over it
    assert app.sheets() == [sheet]
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    app.turns.until(lambda: app.sheets() == [])


def test_the_settings_lead_to_the_list(app):
    app.program.navigation.show_place("settings")
    app.turns.settle()
    (show,) = [button for button in app.window.findChildren(Button) if button.text() == "Show keys"]
    show.click()
    assert app.sheet(KeysSheet).isVisible()
    app.sheet(KeysSheet).refuse()


def test_every_key_of_the_window_and_of_the_readme_is_in_the_list(app):
    sheet = KeysSheet(app.program.theme, app.window)
    listed = {cap.accessibleName() for cap in sheet.findChildren(KeyCap)}
    assert {key_text(keys) for keys, _action in window_module._SHORTCUTS} <= listed
    assert {"J", "K", "L", "B", "C", "/"} <= listed
    assert all(
        re.search(r"\w", line.accessibleName()) for line in sheet.findChildren(KeyCap) if line.accessibleName() != "/"
    )
    sheet.deleteLater()

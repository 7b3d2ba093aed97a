"""A page to put sheets over, and invented mini-apps."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def page(shown):
    from PySide6.QtWidgets import QWidget

    return shown(QWidget(), width=900, height=700)


@pytest.fixture
def recipes():
    from stoa.miniapp.app import MiniApp, Source
    from stoa.miniapp.manifest import Manifest, Version

    manifest = Manifest("org.stoa.recipes", "Recipes", version=Version(3, "1.2.0"))
    return MiniApp(manifest, Path("/invented"), Source.BUNDLED, "org.stoa.recipes")


@pytest.fixture
def opened(page):
    """Opens a sheet, with its answers in ``answers`` and the press delay over unless told otherwise."""

    def open_it(make, *, armed=True):
        sheet = make(page)
        sheet.answers = []
        sheet.did_answer.connect(sheet.answers.append)
        sheet.open()
        if armed:
            sheet.delay.timer.stop()
            sheet.delay.timer.timeout.emit()
        return sheet

    return open_it


@pytest.fixture
def press(qtbot):
    """Presses the button with a text or accessible name."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton, QApplication

    def press_it(within, name):
        QApplication.processEvents()
        found = [
            button
            for button in within.findChildren(QAbstractButton)
            if name in (button.text(), button.accessibleName()) and button.isVisibleTo(within)
        ]
        assert found, f"no button {name!r}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    return press_it


@pytest.fixture
def says():
    """All that labels show within a widget, in one text."""
    from PySide6.QtWidgets import QApplication

    from stoa.ui.label import Label

    def all_text(within):
        QApplication.processEvents()
        return "\n".join(label.text() for label in within.findChildren(Label) if label.isVisibleTo(within))

    return all_text

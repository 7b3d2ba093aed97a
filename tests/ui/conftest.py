"""Qt without a display, and a theme, for every test of the window."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from stoa.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, standing still, applied to the test application."""
    from stoa.ui.theme import Theme

    made = Theme("light", motion=False)
    made.apply(qapp)
    return made


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Shows widgets beside each other in an active window, which lives as long as the test; returns the window."""
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    pages: list[QWidget] = []

    def show(*widgets: QWidget, width: int = 0, height: int = 0) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        for widget in widgets:
            row.addWidget(widget)
        if width:
            page.resize(width, height)
        pages.append(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()

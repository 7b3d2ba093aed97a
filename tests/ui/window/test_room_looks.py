"""What lies under a page, and a menu that stays within its window whatever a page was refused."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from stoa.engine.refusal import Refusal
from stoa.miniapp.app import open_folder
from stoa.permissions import PERMISSION_NAMES
from stoa.shell.page_ground import ground_of
from stoa.shell.room_face import RoomFace
from stoa.shell.room_menu import RoomMenu
from stoa.ui.tokens import DARK, LIGHT

CARD = QColor(DARK.card)
LONG = "https://" + "a-very-long-name." * 30 + "example/"


def app_with(folder, **members):
    folder.mkdir()
    (folder / "index.html").write_text("<title>Page</title>")
    manifest = {"app_id": "org.example.page", "name": "Page", "version": {"code": 1, "name": "1"}, **members}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return open_folder(folder, PERMISSION_NAMES)


def test_a_page_without_a_manifest_lies_on_light_because_its_text_is_black(tmp_path):
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "index.html").write_text("<h1>Plain</h1>")
    assert ground_of(open_folder(folder, PERMISSION_NAMES), CARD) == QColor(LIGHT.card)


@pytest.mark.parametrize(("scheme", "ground"), [("auto", DARK.card), ("dark", DARK.card), ("light", LIGHT.card)])
def test_a_page_that_knows_the_dark_lies_on_the_card(tmp_path, scheme, ground):
    assert ground_of(app_with(tmp_path / "page", color_scheme=scheme), CARD) == QColor(ground)


@pytest.fixture
def opened(qtbot, theme, tmp_path):
    """Opens the menu of a room with long refusals at a corner of an 800 pixel wide window; its menu and the window."""

    def open_at(corner):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(800, 600)
        window.show()
        qtbot.waitExposed(window)
        room = SimpleNamespace(path="/", caller=None)
        refusal = Refusal(LONG, "not in the manifest's network list", f'add "{LONG}" to network in manifest.json')
        face = RoomFace(app_with(tmp_path / "page"), None, room, refusals=[refusal])
        RoomMenu(theme, window).open(face, window.mapToGlobal(corner))
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        return QApplication.activePopupWidget(), window

    yield open_at
    if (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def test_the_menu_stays_within_the_window(opened):
    menu, window = opened(QPoint(790, 40))
    assert menu.geometry().right() <= window.geometry().right()
    assert menu.geometry().left() >= window.geometry().left()


def test_what_would_change_a_refusal_has_a_line_of_its_own(opened):
    menu, _window = opened(QPoint(100, 40))
    lines = [action.text() for action in menu.actions() if not action.isEnabled()]
    assert [line for line in lines if "\n" in line] == []
    assert any("manifest.json" in line for line in lines)


def test_the_menu_stays_within_a_mirrored_window(opened):
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        menu, window = opened(QPoint(10, 40))
        assert menu.geometry().left() >= window.geometry().left()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

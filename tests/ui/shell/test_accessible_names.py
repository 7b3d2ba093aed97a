"""Every control of the window has a name for those who cannot see it, and everything is mirrored where reading is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from stoa.services.feed.posts import Draft
from stoa.services.host.api import Alert, Confirm
from stoa.services.identity.api import Scope
from stoa.shell.sheets.app_picker import AppPicker
from stoa.shell.sheets.consent import ConsentSheet
from stoa.shell.sheets.link import LinkSheet
from stoa.shell.sheets.permission import PermissionSheet
from stoa.shell.sheets.question import AlertSheet, ConfirmSheet, HostQuestionSheet

RECIPES, CARDS = "org.example.recipes", "org.example.cards"


def nameless(window):
    """The visible controls that the keyboard reaches and a screen reader cannot name."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        if isinstance(widget, QScrollBar):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        named = (spoken or widget.accessibleName()).strip()
        if not named and not (
            isinstance(widget, QAbstractScrollArea) and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


@pytest.fixture
def full(app):
    """The program with a room, a sleeping neighbour, a badge, a post and a strip."""
    room = app.open(CARDS)
    room = app.open(RECIPES)
    room.call("host.setTitle", title="Lemon cake")
    room.call("host.setBackButton", visible=True)
    app.window.rail.set_badge("activity", 3)
    app.window.add_strip("A warning", closable=True)
    app.stores.feed.publish(app.account_id, app.rest.people.accounts.author(), Draft(text="Hello"))
    app.program.feed.show_newest()
    app.turns.settle()
    return app


def test_the_controls_around_a_room_and_the_feed_have_names(full):
    assert nameless(full.window) == []
    full.front.crash()
    assert nameless(full.window) == []


@pytest.mark.parametrize("place", ["apps", "activity", "settings"])
def test_the_controls_of_every_place_have_names(full, place):
    full.program.navigation.show_place(place)
    full.turns.settle()
    assert nameless(full.window) == []


@pytest.mark.parametrize("section", ["general", "accounts", "apps", "following"])
def test_the_controls_of_the_settings_have_names(full, section):
    full.program.navigation.show_place("settings")
    full.rest.people.settings.desk.page.show_section(section)
    full.turns.settle()
    assert nameless(full.window) == []


SHEETS = {
    "composer": None,
    "alert": lambda app, face: AlertSheet(app.program.theme, app.window, face.name, None, Alert(text="Hot")),
    "confirm": lambda app, face: ConfirmSheet(app.program.theme, app.window, face.name, None, Confirm(text="Sure?")),
    "host": lambda app, face: HostQuestionSheet(app.program.theme, app.window, "Sure?", "It goes.", "Remove"),
    "link": lambda app, face: LinkSheet(app.program.theme, app.window, face.name, None, "http://example.org/"),
    "permission": lambda app, face: PermissionSheet(
        app.program.theme, app.window, face.app, None, app.rest.permissions["camera"], "to see"
    ),
    "consent": lambda app, face: ConsentSheet(
        app.program.theme, app.window, face.app, None, [Scope.OPENID, Scope.PROFILE], "7f3a99e1c2"
    ),
    "picker": lambda app, face: AppPicker(app.program.theme, app.window, "Pick", "One.", [], lambda _text: []),
}


@pytest.mark.parametrize("name", list(SHEETS))
def test_the_controls_of_every_sheet_have_names(full, name):
    if name == "composer":
        full.program.feed.compose_pressed.emit()
    else:
        SHEETS[name](full, full.face).open()
    sheet = full.sheet()
    assert sheet.accessibleName()
    assert nameless(sheet) == []
    sheet.refuse()


def test_the_whole_window_is_mirrored_for_languages_written_from_the_right(qapp, start):
    def places(app):
        app.window.resize(1200, 700)
        app.open(RECIPES)
        app.open(CARDS)
        app.turns.settle()
        header = app.stage.frame.header
        parts = {
            "rail": app.window.rail, "feed": app.program.feed, "stage": app.stage, "capsule": header.capsule,
            "launcher tab": app.stage.tabs._tabs[""], "cards tab": app.stage.tabs._tabs[app.face.key],
        }  # fmt: skip
        return {
            name: part.mapTo(app.window, QPoint(0, 0)).x() + part.width() / 2 for name, part in parts.items()
        }, app.window.grab().toImage()

    straight = start()
    left, picture = places(straight)
    straight.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = start()
    right, mirrored = places(turned)
    assert turned.front.load() is None
    assert turned.front.call("host.context").result["direction"] == "rtl"
    turned.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    order = ["rail", "feed", "launcher tab", "cards tab", "capsule"]
    assert sorted(order, key=left.get) == order
    assert sorted(order, key=right.get) == order[::-1]
    for name in left:
        # Margins inside a row are not mirrored by Qt: a few pixels may differ.
        assert abs(left[name] + right[name] - 1200) <= 8, name
    assert picture != mirrored

"""German words are long: they must stand whole where they are, in the narrowest window and pane too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget
from tests.support.gallery_shell import SURFACES
from tests.ui.feed.conftest import open_pane, settle, world
from tests.ui.i18n.conftest import RECIPES, Options

from stoa.services.feed.posts import Timeline
from stoa.shell.rail import RailItem
from stoa.ui.button import Button
from stoa.ui.folding_row import FoldingRow
from stoa.ui.label import Label
from stoa.ui.press_row import PressRow
from stoa.ui.row import Icon, Row
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.segmented import Segmented, _Segment
from stoa.ui.strip import Strip
from stoa.ui.switch import Switch
from stoa.ui.tokens import SPACE_2

__all__ = ["open_pane", "world"]

NARROWEST = 360
FEED = 420


def room_for_text(control):
    """The pixels a control has for its text, as it paints."""
    if isinstance(control, Button):
        return control.width() - 2 * SPACE_2 - control._icon_room
    return control.width() + (4 if isinstance(control, RailItem) else 0)


def shortened(root):
    """The controls of which a part of the text is cut off, or which reach over the edge of what holds them."""
    found = []
    for control in root.findChildren(QWidget):
        if not isinstance(control, Button | RailItem | _Segment) or not control.isVisibleTo(root):
            continue
        role = "tiny" if isinstance(control, RailItem) else "label"
        needed = QFontMetricsF(control.theme.font(role)).horizontalAdvance(control.text())
        hidden = isinstance(control, RailItem) and control._slim
        if not hidden and needed > room_for_text(control) + 0.5:
            found.append((control.text(), needed, room_for_text(control)))
        over = _overflow(control, root)
        if over > 0:
            found.append((control.text(), "over the edge", over))
    return found


def _overflow(control, root):
    """How far a control reaches over the sides of its scrolled page or of the whole."""
    holder = control.parentWidget()
    while holder is not root and not isinstance(holder, ScrollArea):
        holder = holder.parentWidget()
    left = control.mapTo(holder, QPoint(0, 0)).x()
    return max(-left, left + control.width() - holder.width(), 0)


def cut_lines(root):
    """The wrapping labels that are lower than their lines."""
    labels = [label for label in root.findChildren(Label) if label._wrap and label.text() and label.isVisibleTo(root)]
    heights = [(label.text(), label.heightForWidth(label.width()), label.height()) for label in labels]
    return [(text, needed, given) for text, needed, given in heights if needed > given]


@pytest.fixture
def program(start, languages):
    """The running program in German in the narrowest window."""
    made = start(Options(language="de", theme="light", size=(NARROWEST, 760)))
    made.window.resize(NARROWEST, 760)
    made.turns.settle()
    assert made.window.width() == NARROWEST
    return made


def test_every_control_of_the_narrowest_window_fits(program):
    navigation, window = program.program.navigation, program.window
    for place in ("feed", "apps", "activity", "settings"):
        navigation.show_place(place)
        program.turns.settle()
        assert shortened(window) == []


@pytest.mark.parametrize("section", ["general", "accounts", "apps", "following"])
def test_the_settings_fit_the_narrowest_window(program, section):
    program.program.navigation.show_place("settings")
    program.rest.people.settings.desk.page.show_section(section)
    program.turns.settle()
    assert shortened(program.window) == []
    assert cut_lines(program.rest.people.settings.desk.page) == []


def test_one_app_s_settings_fit_the_narrowest_window(program):
    people = program.rest.people
    people.settings.show_app(RECIPES)
    program.turns.until(lambda: people.settings.desk.page.apps.shown_key == RECIPES)
    program.turns.settle()
    assert shortened(program.window) == []
    assert cut_lines(people.settings.desk.page) == []


def test_following_fits_the_narrowest_window(program):
    program.program.feed.set_timeline(Timeline.FOLLOWING)
    program.program.navigation.show_place("feed")
    program.turns.settle()
    assert shortened(program.window) == []


def test_a_wide_window_names_its_places(program):
    program.window.resize(1360, 860)
    program.turns.settle()
    rail = program.window.rail
    assert shortened(program.window) == []
    assert all(item.rect().width() >= item.sizeHint().width() for item in rail.findChildren(RailItem))
    program.window.resize(NARROWEST, 760)
    program.turns.settle()
    assert rail.width() < 72
    assert {item.accessibleName() for item in rail.findChildren(RailItem)} >= {"Einstellungen", "Aktivität"}


@pytest.mark.parametrize("timeline", list(Timeline))
def test_the_narrowest_feed_beside_a_stage_fits(german, open_pane, timeline):
    pane = open_pane(width=FEED)
    pane.set_timeline(timeline)
    settle()
    assert pane.width() == FEED
    assert shortened(pane) == []


@pytest.mark.parametrize("width", [NARROWEST, FEED, 1360])
@pytest.mark.parametrize("name", sorted(SURFACES))
def test_every_surface_fits(german, theme, qapp, name, width):
    if name.startswith(("launcher", "settings")) and width == NARROWEST:
        width -= 52  # beside the rail
    page = SURFACES[name](theme)
    page.resize(width, 860)
    page.show()
    for _ in range(4):
        QApplication.sendPostedEvents()
        qapp.processEvents()
    assert shortened(page) == []
    assert cut_lines(page) == []
    page.close()
    page.deleteLater()


def test_a_row_folds_where_its_control_leaves_no_room_for_words(theme, shown):
    choice = Segmented(theme, ["System", "English", "Deutsch"], compact=True)
    row = Row(theme, "Sprache", "Gilt ab dem nächsten Start.", choice)
    page = shown(row, width=500, height=200)
    assert choice.y() < row.text.mapTo(row, QPoint(0, row.text.height())).y()
    page.resize(260, 300)
    settle()
    assert choice.y() > row.text.mapTo(row, QPoint(0, 0)).y() + row.text.height() - 1
    assert choice.x() == row.title.x()
    page.resize(500, 300)
    settle()
    assert choice.x() > row.title.x()


def test_a_small_control_stays_beside_its_words(theme, shown):
    switch = Switch(theme, "Bewegung")
    row = Row(theme, "Bewegung", "Dinge gleiten und blenden über.", switch)
    shown(row, width=280, height=200)
    assert switch.x() > row.title.x()


def test_a_folded_row_is_as_high_as_its_parts(theme, shown):
    box = QWidget()
    row = FoldingRow()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    buttons = [Button(theme, "OPML importieren"), Button(theme, "OPML exportieren")]
    for button in buttons:
        row.addWidget(button)
    box.setLayout(row)
    shown(box, width=200, height=300)
    height = buttons[0].sizeHint().height()
    assert row.direction() is QBoxLayout.Direction.TopToBottom
    assert row.heightForWidth(200) == 2 * height + 8
    assert row.heightForWidth(600) == height
    assert row.minimumSize().width() == max(button.minimumSizeHint().width() for button in buttons)


@pytest.fixture
def column(qapp):
    """A column that shows widgets one below the other at a width; returns it."""
    pages = []

    def show(width, *widgets):
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        page.resize(width, 500)
        page.show()
        settle()
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()


def test_a_pressed_row_is_as_high_as_its_lines(theme, column):
    texts = ("2 Berechtigungen · 12,1 kB · 2 Ablehnungen", "0 Bytes")
    rows = [PressRow(theme, "Recipes", text, before=Icon(theme, "shield")) for text in texts]
    page = column(700, *rows)
    page.resize(260, 500)
    settle()
    assert cut_lines(page) == []
    assert rows[0].height() > rows[1].height()


def test_a_strip_is_as_high_as_its_lines(theme, column):
    text = "Die Sandbox von Chromium ist aus (--no-sandbox): Öffne nur Mini-Apps, denen du vertraust."
    strip = Strip(theme, text)
    assert cut_lines(column(NARROWEST, strip)) == []
    assert strip.height() > 50

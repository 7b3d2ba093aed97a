"""Labels, fields, grids, menus, scrolling: what they do, not how they look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from stoa.ui.app_tile import AppTile
from stoa.ui.button import Button
from stoa.ui.card import Card
from stoa.ui.compositor import is_composited
from stoa.ui.field import SearchField, TextField
from stoa.ui.flow_grid import FlowGrid
from stoa.ui.label import Label
from stoa.ui.menu import Menu
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.text_area import TextArea
from stoa.ui.text_block import TextBlock


def test_a_label_shows_markup_as_it_is(theme):
    assert Label(theme, "<b>not bold</b>").textFormat() is Qt.TextFormat.PlainText


def test_a_faint_label_is_muted(theme):
    assert Label(theme, "x", tone="faint").palette().windowText().color().name() == theme.color("muted").name()


def test_a_label_follows_the_theme(theme):
    label = Label(theme, "x")
    theme.set_mode("dark")
    assert label.palette().windowText().color().name() == theme.color("text").name()


def test_a_wrapping_label_gets_higher_as_it_gets_narrower(theme):
    label = Label(theme, "A sentence of some length that needs lines. " * 3, wrap=True)
    assert label.heightForWidth(120) > label.heightForWidth(400) > 0
    assert label.hasHeightForWidth()


def test_an_eliding_label_keeps_its_text_in_the_tooltip(theme, shown):
    label = Label(theme, "A very long name of somebody or something", elide=True)
    shown(label, width=120, height=60)
    label.grab()
    assert label.toolTip() == label.text()
    label.setText("Ada")
    label.grab()
    assert label.toolTip() == ""


def test_long_words_break(theme):
    block = TextBlock("x" * 400, theme.font(), 100)
    assert block.lines > 10
    assert block.natural_width <= 100


def test_lines_of_a_text_stay_apart(theme):
    assert TextBlock("one\ntwo\r\nthree", theme.font(), 500).lines == 3
    assert TextBlock("one\ntwo\nthree", theme.font(), 500, most_lines=2).lines == 2


def test_a_field_has_a_limit_a_name_and_an_error(theme):
    field = TextField(theme, "Address", limit=5)
    field.setText("1234567")
    field.set_error("Not an address.")
    assert (field.text(), field.accessibleName(), field.accessibleDescription()) == (
        "12345",
        "Address",
        "Not an address.",
    )


def test_a_search_announces_typing_enter_and_leaving(theme, shown, qtbot):
    search = SearchField(theme, "Search", hint="Ctrl K")
    shown(search)
    search.setFocus()
    with qtbot.waitSignal(search.did_search) as typed:
        QTest.keyClicks(search, "r")
    with qtbot.waitSignal(search.did_submit) as entered:
        QTest.keyClick(search, Qt.Key.Key_Return)
    with qtbot.waitSignal(search.did_leave_down):
        QTest.keyClick(search, Qt.Key.Key_Down)
    assert (typed.args, entered.args) == (["r"], ["r"])
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_search_text_keeps_clear_of_lens_and_hint_in_both_directions(theme):
    search = SearchField(theme, "Search", hint="Ctrl K")
    left, right = search.textMargins().left(), search.textMargins().right()
    assert left > 30
    assert right > 30
    search.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    search._dress()
    assert (search.textMargins().left(), search.textMargins().right()) == (right, left)


def test_a_text_area_grows_to_its_bound_and_counts(theme, shown):
    area = TextArea(theme, "Text", limit=10, lines=2, most_lines=5)
    shown(area, width=300, height=400)
    low = area.height()
    area.setPlainText("1\n2\n3\n4")
    middle = area.height()
    area.setPlainText("\n".join("123456789"))
    assert low < middle < area.height() == area._height_for(5)
    assert area.left == 10 - 17


def test_what_is_copied_as_text_too_stays_text(theme, shown, qtbot):
    area = TextArea(theme, "Text")
    area.take_pictures()
    shown(area)
    cells = QMimeData()
    cells.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    cells.setText("a\tb")
    with qtbot.assertNotEmitted(area.did_bring_picture):
        area.insertFromMimeData(cells)
    assert area.text == "a\tb"
    plain = TextArea(theme, "Text")
    picture = QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert not plain.canInsertFromMimeData(picture)


def test_a_text_area_submits_on_ctrl_enter_and_lets_tab_leave(theme, shown, qtbot):
    area, button = TextArea(theme, "Text"), Button(theme, "Next")
    shown(area, button)
    area.setFocus()
    with qtbot.waitSignal(area.did_submit):
        QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert area.text == ""


@pytest.fixture
def grid(theme, shown):
    made = FlowGrid()
    made.set_cells([AppTile(theme, str(number)) for number in range(8)])
    cell = made.cells[0].sizeHint().width()
    shown(made, width=3 * (cell + 12) + 40, height=500)
    assert made.columns() == 3
    return made


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (0, Qt.Key.Key_Right, 1),
        (1, Qt.Key.Key_Left, 0),
        (0, Qt.Key.Key_Down, 3),
        (4, Qt.Key.Key_Up, 1),
        (5, Qt.Key.Key_Down, 7),
        (3, Qt.Key.Key_Home, 0),
        (3, Qt.Key.Key_End, 7),
        (7, Qt.Key.Key_Right, 7),
    ],
)
def test_keys_walk_the_grid(grid, start, key, end):
    grid.focus_cell(start)
    QTest.keyClick(grid.cells[start], key)
    assert grid.cells[end].hasFocus()
    assert grid.cells[end].ringed


def test_steps_past_the_edge_are_announced_with_the_column(grid, qtbot):
    grid.focus_cell(1)
    with qtbot.waitSignal(grid.did_leave_up) as up:
        QTest.keyClick(grid.cells[1], Qt.Key.Key_Up)
    grid.focus_last_row(1)
    assert grid.cells[7].hasFocus()
    with qtbot.waitSignal(grid.did_leave_down) as down:
        QTest.keyClick(grid.cells[7], Qt.Key.Key_Down)
    assert (up.args, down.args) == ([1], [1])


def test_the_grid_mirrors(grid):
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.place()
    assert grid.cells[0].x() > grid.cells[1].x()
    grid.focus_cell(0)
    QTest.keyClick(grid.cells[0], Qt.Key.Key_Left)
    assert grid.cells[1].hasFocus()


def test_hidden_cells_leave_no_hole(grid):
    grid.cells[0].hide()
    grid.place()
    assert grid.cells[1].x() == 0
    assert grid.heightForWidth(grid.width()) == 3 * grid.cells[1].sizeHint().height()


def test_an_empty_grid_has_no_height_and_no_focus(qapp):
    grid = FlowGrid()
    assert grid.heightForWidth(300) == 0
    assert not grid.focus_cell(0)
    assert not grid.focus_last_row(0)


def test_a_card_leaves_room_for_its_edge(theme):
    margins = Card(theme).contentsMargins()
    assert margins.left() == 16
    assert margins.bottom() > 16


def test_a_menu_calls_what_was_chosen(theme):
    chosen = []
    menu = Menu(theme)
    action = menu.add("Open", "external", lambda: chosen.append("open"))
    blocked = menu.add("Uninstall", "trash", lambda: chosen.append("no"), enabled=False)
    action.trigger()
    blocked.trigger()
    assert chosen == ["open"]


def test_a_menu_shows_an_ampersand_as_it_stands(theme):
    assert Menu(theme).add("Tom & Jerry").iconText() == "Tom & Jerry"


def test_a_menu_frees_itself_once_closed_and_still_calls_what_was_chosen(theme, shown):
    page, chosen = shown(QWidget(), width=300, height=200), []
    menu = Menu(theme, page)
    menu.add("Open", slot=lambda: chosen.append("open"))
    menu.popup(page.mapToGlobal(page.rect().topLeft()))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete.value)
    assert chosen == ["open"]
    assert page.findChildren(Menu) == []


def test_the_bar_follows_the_column_and_hides_when_all_fits(theme, shown, qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(40):
        column.addWidget(Label(theme, str(number)))
    area = ScrollArea(theme, content)
    page = shown(area, width=200, height=150)
    assert area._bar.isVisible()
    area._bar.setValue(50)
    assert area.verticalScrollBar().value() == 50
    area.verticalScrollBar().setValue(10)
    assert area._bar.value() == 10
    page.resize(200, 3000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not area._bar.isVisible())


def test_text_begins_where_the_language_begins_its_lines(theme, shown):
    label = Label(theme, "Short", wrap=True)
    shown(label, width=400, height=60)
    left_to_right = label.grab().toImage()
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = label.grab().toImage()
    half = left_to_right.width() // 2

    def inked(image, start, end):
        ground = image.pixelColor(image.width() // 2, 1)
        return any(image.pixelColor(x, y) != ground for x in range(start, end) for y in range(image.height()))

    assert inked(left_to_right, 0, half)
    assert not inked(left_to_right, half, 2 * half)
    assert inked(mirrored, half, 2 * half)
    assert not inked(mirrored, 0, half)


def test_icons_grow_with_text_but_less(theme):
    from stoa.ui.button import IconButton

    button = IconButton(theme, "share", "Share")
    before = button.sizeHint().width()
    theme.set_scale(2.0)
    assert button.sizeHint().width() == round(before * 1.25)


def test_a_menu_has_no_black_corners_where_nothing_can_be_seen_through_them(theme, shown, monkeypatch):
    page = shown(QWidget(), width=300, height=200)
    monkeypatch.setattr("stoa.ui.menu.is_composited", lambda: False)
    menu = Menu(theme, page)
    menu.add("Open")
    menu.popup(page.mapToGlobal(page.rect().topLeft()))
    assert not menu.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert not menu.mask().contains(QPoint(0, 0))
    assert menu.mask().contains(menu.rect().center())
    menu.close()


def test_a_menu_is_seen_through_at_its_corners_elsewhere(theme):
    assert is_composited()  # the display of the tests is not X11
    menu = Menu(theme)
    assert menu.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert menu.mask().isEmpty()
    menu.deleteLater()

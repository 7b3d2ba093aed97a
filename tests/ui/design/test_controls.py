"""Buttons, switches, segments, tiles: pressed by mouse and key, named, ringed by keyboard only, mirrored."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPixmap, QPixmapCache, QTextDocument
from PySide6.QtTest import QTest

from stoa.ui import painting
from stoa.ui.app_tile import AppTile
from stoa.ui.avatar import Avatar, gradient_of, initials
from stoa.ui.button import Button, IconButton
from stoa.ui.chip import Chip
from stoa.ui.segmented import Segmented
from stoa.ui.switch import Switch


def color_at(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y).name()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_buttons_are_pressed_by_enter_and_space(theme, qtbot, shown, key):
    button = Button(theme, "Post")
    shown(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_disabled_button_does_nothing(theme, qtbot, shown):
    button = Button(theme, "Post")
    shown(button)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(button, Qt.Key.Key_Return)


class _Watched(Button):
    """A button that counts how often it is painted."""

    painted = 0

    def paintEvent(self, event):
        self.painted += 1
        super().paintEvent(event)


def test_a_press_is_told_before_the_button_is_painted_anew(theme, qtbot, shown):
    button = _Watched(theme, "Post")
    shown(button)
    qtbot.waitUntil(lambda: button.painted > 0)
    before, told = button.painted, []
    button.clicked.connect(lambda: told.append(button.painted))
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert (button.isDown(), button.painted) == (True, before)
    qtbot.waitUntil(lambda: button.painted > before)
    before = button.painted
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert told == [before]
    qtbot.waitUntil(lambda: button.painted > before)


def test_a_button_may_end_as_it_is_pressed(theme, shown):
    button = Button(theme, "Close")
    shown(button)
    button.clicked.connect(lambda: shiboken6.delete(button))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not shiboken6.isValid(button)


@pytest.mark.parametrize(
    ("reason", "ringed"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.ShortcutFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.PopupFocusReason, False),
    ],
)
def test_the_ring_shows_for_keyboard_focus_only(theme, qtbot, shown, reason, ringed):
    button = Button(theme, "Open")
    page = shown(button, Button(theme, "Other"))
    button.clearFocus()
    button.setFocus(reason)
    assert button.ringed is ringed
    middle = page.rect().center().y() - button.y()
    assert (color_at(button, 0, middle) == theme.color("accent").name()) is ringed


def test_the_ring_survives_a_visit_to_another_window(theme, qtbot, shown):
    button = Button(theme, "Open")
    shown(button)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert button.ringed


def test_names_reach_screen_readers(theme, qtbot, shown):
    assert Button(theme, "Post").text() == "Post"
    assert IconButton(theme, "share", "Share").accessibleName() == "Share"
    assert Switch(theme, "Motion").accessibleName() == "Motion"
    assert Chip(theme, "signed").accessibleName() == "signed"
    assert AppTile(theme, "Pulse").accessibleName() == "Pulse"
    assert Avatar(theme, None, "Ada").accessibleName() == "Ada"


def test_buttons_grow_with_the_text(theme):
    button = Button(theme, "Post", "plus", "primary")
    before = button.sizeHint()
    theme.set_scale(2)
    assert button.sizeHint().width() > before.width() * 1.25
    assert button.sizeHint().height() > before.height()


def test_a_switch_turns_by_mouse_and_key(theme, qtbot, shown):
    switch = Switch(theme, "Motion")
    shown(switch)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_a_switch_slides_to_the_other_side_in_right_to_left(theme, qtbot, shown):
    switch = Switch(theme, "Motion", on=True)
    shown(switch)
    left_to_right = switch.grab().toImage()
    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert switch.grab().toImage() != left_to_right


def test_segments_announce_a_persons_choice_only(theme, qtbot, shown):
    segmented = Segmented(theme, ["For you", "Following", "Saved"], name="Timeline")
    shown(segmented)
    with qtbot.assertNotEmitted(segmented.did_select):
        segmented.select(2)
    with qtbot.waitSignal(segmented.did_select) as heard:
        QTest.mouseClick(segmented._segments[1], Qt.MouseButton.LeftButton)
    assert heard.args == [1]
    with qtbot.assertNotEmitted(segmented.did_select):
        QTest.mouseClick(segmented._segments[1], Qt.MouseButton.LeftButton)
    assert segmented.index == 1


def test_arrow_keys_choose_segments_and_tab_stops_once(theme, qtbot, shown):
    segmented = Segmented(theme, ["One", "Two", "Three"])
    shown(segmented)
    segmented._segments[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(segmented._segments[0], Qt.Key.Key_Right)
    assert segmented.index == 1
    assert segmented._segments[1].hasFocus()
    assert segmented._segments[1].ringed
    QTest.keyClick(segmented._segments[1], Qt.Key.Key_End)
    QTest.keyClick(segmented._segments[2], Qt.Key.Key_Right)
    assert segmented.index == 2
    stops = [segment for segment in segmented._segments if segment.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [segmented._segments[2]]


def test_arrow_keys_follow_the_reading_direction(theme, qtbot, shown):
    segmented = Segmented(theme, ["One", "Two"])
    segmented.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(segmented)
    QTest.keyClick(segmented._segments[0], Qt.Key.Key_Left)
    assert segmented.index == 1


def test_a_moving_thumb_ends_under_its_label(theme, qtbot, shown):
    theme.motion = True
    segmented = Segmented(theme, ["One", "Two"])
    shown(segmented)
    QTest.mouseClick(segmented._segments[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: segmented._thumb == segmented._segments[1].geometry().toRectF())


def test_hover_fades_in_with_motion_and_jumps_without(theme, qtbot, shown):
    button = Button(theme, "Open")
    shown(button)
    button._fade_to(1.0)
    assert button.hover == 1
    theme.motion = True
    button._fade_to(0.0)
    assert button.hover == 1
    qtbot.waitUntil(lambda: button.hover == 0)


def test_a_liked_heart_takes_its_tone(theme, qtbot, shown):
    heart = IconButton(theme, "heart", "Like", tone="muted")
    heart.set_checked_icon("heart-filled", "warm")
    shown(heart)
    QTest.mouseClick(heart, Qt.MouseButton.LeftButton)
    center = heart.rect().center()
    assert color_at(heart, center.x(), center.y()) == theme.color("warm").name()


def test_a_tile_paints_its_icon_cut_to_the_tile(theme, qtbot, shown):
    red = QPixmap(64, 64)
    red.fill(QColor("#ff0000"))
    tile = AppTile(theme, "Recipes", red)
    shown(tile)
    assert color_at(tile, tile.width() // 2, 40) == "#ff0000"
    corner = (tile.width() - 64) // 2
    assert color_at(tile, corner, 8) != "#ff0000"


def test_tiles_share_one_shadow_that_is_drawn_once(theme, shown, monkeypatch):
    drawn, draw = [], painting.paint_shadow
    monkeypatch.setattr(painting, "paint_shadow", lambda *what: drawn.append(what) or draw(*what))
    QPixmapCache.clear()
    tiles = [AppTile(theme, name) for name in ("Ada", "Ben", "Cleo")]
    for tile in tiles:
        # At rest: the pointer may be wherever a test before this one left it.
        tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    page = shown(*tiles)
    drawn.clear()
    QPixmapCache.clear()
    page.grab()
    page.grab()
    assert len(drawn) == 1


def test_a_kept_shadow_looks_as_if_drawn_in_place(theme):
    side, color = 64, theme.tokens.shadow
    for reach in (3.0, 4.25):
        kept, direct = (QPixmap(90, 90) for _ in range(2))
        for pixmap in (kept, direct):
            pixmap.fill(theme.color("background"))
        with QPainter(direct) as painter:
            painting.paint_shadow(painter, QRectF(13, 13, side, side), 18, color, reach)
        with QPainter(kept) as painter:
            shadow = painting.shadow_pixmap(side, 18, color, reach, 1.0)
            beyond = (shadow.width() - side) // 2
            painter.drawPixmap(13 - beyond, 13 - beyond, shadow)
        pairs = [
            (kept.toImage().pixelColor(x, y), direct.toImage().pixelColor(x, y))
            for x in range(0, 90, 3)
            for y in (45, 79)
        ]
        assert all(abs(one.red() - other.red()) <= 2 for one, other in pairs)
        assert len({one.name() for one, _ in pairs}) > 2


def test_where_a_tile_comes_from_is_in_its_tooltip_to_the_letter(theme):
    document = QTextDocument()
    document.setHtml(AppTile(theme, "Recipes", note="from /home/<b>ada</b>").toolTip())
    assert document.toPlainText() == "from /home/<b>ada</b>"


def test_a_tile_asks_for_its_menu_where_the_pointer_is(theme, qtbot, shown):
    tile = AppTile(theme, "Recipes")
    shown(tile)
    with qtbot.waitSignal(tile.menu_requested) as heard:
        tile.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 4), QPoint(30, 40)))
    assert heard.args == [QPoint(30, 40)]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Corner Kitchen", "CK"), ("Ada", "AD"), ("", "?"), ("  ", "?"), ("Ada de la Cruz", "AC"), ("(x) Öl", "ÖL")],
)
def test_initials(name, letters):
    assert initials(name) == letters


def test_a_name_keeps_its_gradient():
    assert gradient_of("Ada") == gradient_of("Ada")

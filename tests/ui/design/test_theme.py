"""The theme: light, dark, system, text size, motion, and what it tells Qt."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette

from stoa.ui.theme import Theme, text_scale
from stoa.ui.tokens import DARK, LIGHT


def test_modes_choose_tokens_and_announce_only_a_change(theme, qtbot):
    assert theme.tokens is LIGHT
    with qtbot.waitSignal(theme.did_change):
        theme.set_mode("dark")
    assert theme.tokens is DARK
    with qtbot.assertNotEmitted(theme.did_change):
        theme.set_mode("dark")


def test_system_mode_follows_the_system_and_the_others_do_not(theme, qtbot):
    theme.set_mode("system")
    with qtbot.waitSignal(theme.did_change):
        theme._on_scheme_changed(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    theme.set_mode("light")
    with qtbot.assertNotEmitted(theme.did_change):
        theme._on_scheme_changed(Qt.ColorScheme.Light)


def test_the_systems_signal_is_connected(theme, qapp):
    theme.set_mode("system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK


def test_motion_off_makes_every_duration_nothing(qapp):
    theme = Theme("light", motion=True)
    assert theme.milliseconds(120) == 120
    theme.motion = False
    assert theme.milliseconds(120) == 0


def test_the_application_gets_palette_and_font_and_keeps_in_step(theme, qapp):
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.background.lower()
    theme.set_mode("dark")
    assert qapp.palette().color(QPalette.ColorRole.Text).name() == DARK.text.lower()
    assert qapp.font().families()[0] == "Inter"


def test_fonts_fall_back_to_a_face_that_exists(theme):
    assert QFontInfo(theme.font()).family()


@pytest.mark.parametrize(
    ("points", "platform", "scale"),
    [
        (9, "linux", 1.0),
        (10, "linux", 1.0),
        (11, "linux", 1.0),
        (22, "linux", 2.0),
        (8.1, "linux", 0.9),
        (2, "linux", 0.8),
        (99, "linux", 2.5),
        (-1, "linux", 1.0),
        (13, "darwin", 1.0),
        (26, "darwin", 2.0),
    ],
)
def test_text_scales_with_the_system(points, platform, scale):
    assert text_scale(points, platform) == pytest.approx(scale)


def test_larger_text_makes_larger_fonts_and_keeps_their_order(theme):
    before = theme.font("body").pointSizeF()
    theme.set_scale(1.5)
    assert theme.font("body").pointSizeF() == pytest.approx(before * 1.5)
    assert theme.font("title").pointSizeF() > theme.font("body").pointSizeF() > theme.font("meta").pointSizeF()


def test_a_font_given_out_can_be_changed_without_changing_the_theme(theme):
    theme.font("body").setPointSizeF(99)
    assert theme.font("body").pointSizeF() < 50

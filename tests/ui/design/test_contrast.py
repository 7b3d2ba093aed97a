"""Every pair of tokens that carries text is held to WCAG 2.2, success criterion 1.4.3: 4.5 to 1."""

from __future__ import annotations

from dataclasses import fields

import pytest

from stoa.ui.chip import chip_colors
from stoa.ui.label import _INKS
from stoa.ui.tokens import DARK, GRADIENTS, LIGHT, MARK_PAIRS, ON_GRADIENT, TEXT_PAIRS


def luminance(color):
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink, ground):
    high, low = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula_gives_the_known_extremes():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS, ids=lambda name: name)
def test_text_can_be_read_on_its_ground(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS, ids=lambda name: name)
def test_marks_can_be_made_out_on_their_ground(tokens, mark, ground):
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", ["neutral", "good", "warm", "accent"])
def test_chips_can_be_read(tokens, tone):
    ground, ink = chip_colors(tokens, tone)
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_tone_of_a_label_can_be_read_on_every_surface(tokens):
    inks = {getattr(tokens, name) for name in _INKS.values()}
    grounds = [tokens.background, tokens.panel, tokens.card]
    assert [(ink, ground) for ink in inks for ground in grounds if contrast(ink, ground) < 4.5] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["background", "panel", "card"])
def test_the_focus_ring_stands_out_from_what_is_around_it(tokens, ground):
    assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


def test_faint_is_kept_away_from_text():
    assert "faint" not in {name for pair in TEXT_PAIRS for name in pair}
    assert "faint" not in _INKS.values()


def test_both_themes_have_all_colours_as_hex():
    for tokens in (LIGHT, DARK):
        colors = [getattr(tokens, field.name) for field in fields(tokens) if field.name != "dark"]
        assert all(color.startswith("#") and len(color) in (7, 9) for color in colors)


def test_initials_can_be_told_apart_from_the_middle_of_their_gradient():
    def mixed(start, end):
        pairs = ((int(start[at : at + 2], 16), int(end[at : at + 2], 16)) for at in (1, 3, 5))
        return "#" + "".join(f"{round((one + other) / 2):02X}" for one, other in pairs)

    # Initials are bold and repeat a name that stands beside them: decoration, still visible.
    assert min(contrast(ON_GRADIENT, mixed(*ends)) for ends in GRADIENTS) >= 2.8

"""What controls really paint can be read in both themes, pressed, disabled or chosen: WCAG 2.2, 4.5 to 1."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget
from tests.ui.design.test_contrast import contrast

from stoa.shell.rail import RailItem
from stoa.shell.sheets.keys import KeyCap
from stoa.shell.tabs import Tab
from stoa.ui.button import Button
from stoa.ui.chip import Chip
from stoa.ui.label import Label
from stoa.ui.menu import Menu
from stoa.ui.row import Row
from stoa.ui.segmented import Segmented
from stoa.ui.theme import Theme
from stoa.ui.toast import ToastCard

WORD = "HHHHH"


def disabled(widget):
    widget.setEnabled(False)
    return widget


def checked(widget):
    widget.setChecked(True)
    return widget


def menu(theme, *, enabled):
    made = Menu(theme)
    made.add(WORD, enabled=enabled)
    return made


CONTROLS = {
    "button": lambda theme: Button(theme, WORD),
    "disabled button": lambda theme: disabled(Button(theme, WORD)),
    "disabled primary button": lambda theme: disabled(Button(theme, WORD, kind="primary")),
    "disabled ghost button": lambda theme: disabled(Button(theme, WORD, kind="ghost")),
    "primary button": lambda theme: Button(theme, WORD, kind="primary"),
    "warm button": lambda theme: Button(theme, WORD, kind="warm"),
    "segment": lambda theme: Segmented(theme, [WORD]),
    "disabled segment": lambda theme: disabled(Segmented(theme, [WORD, WORD])),
    "disabled row": lambda theme: disabled(Row(theme, WORD, WORD)),
    **{f"{tone} label": lambda theme, tone=tone: Label(theme, WORD, "meta", tone)
       for tone in ("text", "muted", "faint", "accent", "warm", "good")},
    **{f"{tone} chip": lambda theme, tone=tone: Chip(theme, WORD, tone)
       for tone in ("neutral", "good", "warm", "accent")},
    "place": lambda theme: RailItem(theme, "feed", WORD),
    "place shown": lambda theme: checked(RailItem(theme, "feed", WORD)),
    "tab": lambda theme: Tab(theme, WORD, "apps"),
    "tab shown": lambda theme: checked(Tab(theme, WORD, "apps")),
    "menu item": lambda theme: menu(theme, enabled=True),
    "disabled menu item": lambda theme: menu(theme, enabled=False),
    "notice": lambda theme: ToastCard(theme, WORD, "warm", None, None),
    "key": lambda theme: KeyCap(theme, "Ctrl+H"),
}  # fmt: skip


def strongest(widget, ground):
    """The best contrast of any pixel with the colour that most of the widget has."""
    widget.resize(widget.sizeHint())
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    colors = Counter(image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()))
    (most, _count), *_ = colors.most_common(1)
    return max(contrast(color, most) for color in colors)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("control", CONTROLS)
def test_words_stand_out_from_what_they_are_painted_on(qapp, mode, control):
    theme = Theme(mode, motion=False)
    theme.apply(qapp)
    theme.set_scale(2.0)  # so that strokes are wide enough to have their full colour
    widget = CONTROLS[control](theme)
    assert strongest(widget, theme.tokens.panel) >= 4.5
    widget.deleteLater()

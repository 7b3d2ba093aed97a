"""What a screen reader is told of choices and of the order of reading."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from stoa.shell.rail import Rail
from stoa.shell.tabs import TabBar
from stoa.ui.pressable import Pressable
from stoa.ui.spoken import choose, read_in_order, speak_as_choice


@pytest.fixture(autouse=True)
def somebody_listens():
    """A screen reader is there, so that Qt speaks for widgets as soon as they are made."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


class Plain(Pressable):
    def paintEvent(self, _event):
        """Paints nothing."""


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget)


def test_a_choice_is_a_radio_button_and_can_be_pressed_without_a_pointer(theme):
    button = Plain(theme, "Feed")
    speak_as_choice(button)
    face = spoken(button)
    assert (face.role(), face.state().checked) == (QAccessible.Role.RadioButton, 0)
    assert face.text(QAccessible.Text.Name) == "Feed"
    face.actionInterface().doAction(face.actionInterface().actionNames()[0])
    assert face.state().checked == 1


def test_none_of_several_may_be_chosen(theme):
    page = QWidget()
    first, second = Plain(theme, "1", page), Plain(theme, "2", page)
    for button in (first, second):
        speak_as_choice(button)
    choose(first, chosen=True)
    assert (first.isChecked(), second.isChecked()) == (True, False)
    choose(first, chosen=False)
    assert (first.isChecked(), second.isChecked()) == (False, False)


def test_widgets_are_read_in_the_order_that_is_given(theme):
    page = QWidget()
    first, second, third = Plain(theme, "1", page), Plain(theme, "2", page), Plain(theme, "3", page)
    read_in_order([third, first, second])
    face = spoken(page)
    assert [face.child(place).object() for place in range(face.childCount())] == [third, first, second]


def test_nobody_pays_for_an_order_that_nobody_hears(theme):
    QAccessible.setActive(False)
    page = QWidget()
    first, second = Plain(theme, "1", page), Plain(theme, "2", page)
    read_in_order([second, first])
    assert [child for child in page.children() if isinstance(child, Plain)] == [first, second]


def test_of_the_places_of_the_rail_one_is_chosen(theme):
    rail = Rail(theme)
    rail.mark("apps")
    face = spoken(rail)
    found = [face.child(index) for index in range(face.childCount())]
    places = [one for one in found if one.role() is QAccessible.Role.RadioButton]
    names = [place.text(QAccessible.Text.Name) for place in places]
    assert names == ["Feed", "Apps", "Activity", "Workbench", "Settings"]
    assert [name for name, place in zip(names, places, strict=True) if place.state().checked] == ["Apps"]


def test_of_the_tabs_of_the_stage_one_is_chosen_and_each_has_its_cross_beside_it(theme):
    bar = TabBar(theme)
    for name in ("Recipes", "Wiki"):
        bar.add(name, name, None)
    bar.mark("Wiki")
    tabs = list(bar._tabs.values())
    assert [(spoken(tab).role(), spoken(tab).state().checked) for tab in tabs] == [
        (QAccessible.Role.RadioButton, on) for on in (0, 0, 1)
    ]
    walked, widget = [], tabs[0]
    for _ in range(5):
        walked.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    assert walked == ["Apps", "Recipes", "Close Recipes", "Wiki", "Close Wiki"]

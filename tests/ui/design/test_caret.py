"""The caret of a field that nobody types in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from stoa.ui import caret
from stoa.ui.field import SearchField, TextField
from stoa.ui.text_area import TextArea

BLINK_MS = 20


class Paints(QObject):
    """Counts how often something is painted."""

    count = 0

    def eventFilter(self, _watched, event):
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def quick_carets(qapp, monkeypatch):
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(BLINK_MS)
    monkeypatch.setattr(caret, "STILL_AFTER_MS", 10 * BLINK_MS)
    yield
    QApplication.setCursorFlashTime(before)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


@pytest.fixture(params=[TextField, SearchField, TextArea])
def field(request, theme, window, qtbot, quick_carets):
    made = request.param(theme, "Words", parent=window)
    window.layout().addWidget(made)
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def paints(field):
    made = Paints(field)
    getattr(field, "viewport", lambda: field)().installEventFilter(made)
    return made


def blinks(qtbot, paints):
    """Whether the field is painted within the time of five blinks, counted by a timer of the same kind."""
    before, ticks = paints.count, []
    timer = QTimer(interval=BLINK_MS)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    qtbot.waitUntil(lambda: len(ticks) >= 5)
    return paints.count > before


def test_a_caret_stands_still_when_nothing_was_typed_for_a_while(field, paints, qtbot):
    qtbot.waitUntil(lambda: paints.count > 2)
    qtbot.waitUntil(lambda: not blinks(qtbot, paints))
    assert QApplication.cursorFlashTime() == BLINK_MS  # what is opened now finds it as it was


def test_a_caret_that_stands_still_blinks_again_with_the_next_key(field, paints, qtbot):
    qtbot.waitUntil(lambda: not blinks(qtbot, paints))
    qtbot.keyClick(field, Qt.Key.Key_A)
    before = paints.count
    qtbot.waitUntil(lambda: paints.count > before + 4)
    qtbot.waitUntil(lambda: not blinks(qtbot, paints))


def test_a_caret_blinks_again_in_a_field_that_gets_the_focus_anew(field, paints, qtbot):
    qtbot.waitUntil(lambda: not blinks(qtbot, paints))
    field.clearFocus()
    field.setFocus()
    before = paints.count
    qtbot.waitUntil(lambda: paints.count > before + 4)

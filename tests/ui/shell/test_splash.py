"""The splash of an app: it goes with the picture of its page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from stoa.shell import room_frame


@pytest.fixture
def canvas(frame, monkeypatch):
    """What a page is drawn on, under the splash of its app; nothing is over by itself."""
    monkeypatch.setattr(room_frame, "_NEXT_MS", 1_000_000)
    frame.show_splash("Cards", None)
    return QWidget()


def draw(canvas, times=1):
    for _ in range(times):
        QApplication.sendEvent(canvas, QPaintEvent(canvas.rect()))
    QApplication.processEvents()


def test_the_splash_goes_with_the_next_picture_of_its_page(frame, canvas):
    frame.show_page_of("Cards", None, canvas)
    draw(canvas)
    assert frame._splash.isVisible(), "that is what was there before"
    frame.show_page_of("Cards", None, canvas)
    draw(canvas)
    assert not frame._splash.isVisible()


def test_a_page_that_draws_nothing_new_is_shown_all_the_same(frame, canvas, monkeypatch, qtbot):
    monkeypatch.setattr(room_frame, "_NEXT_MS", 0)
    frame.show_page_of("Cards", None, canvas)
    qtbot.waitUntil(lambda: not frame._splash.isVisible())


@pytest.mark.parametrize(("name", "has_canvas"), [("Another", True), ("Cards", False)])
def test_a_page_that_is_not_under_its_own_splash_waits_for_nothing(frame, canvas, name, has_canvas):
    frame.show_page_of(name, None, canvas if has_canvas else None)
    assert not frame._splash.isVisible()


def test_what_covers_the_page_anew_is_not_taken_away_by_the_picture_that_was_waited_for(frame, canvas):
    frame.show_page_of("Cards", None, canvas)
    frame.show_splash("Cards", None)
    draw(canvas, 2)
    assert frame._splash.isVisible()
    frame.show_page_of("Cards", None, canvas)
    frame.show_notice("alert", "Cards crashed", "Its page stopped.", "Reload")
    draw(canvas, 2)
    assert frame._cover.isVisible()

"""The widget that shows a room's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from stoa.engine.view import child_of

if TYPE_CHECKING:
    from PySide6.QtCore import QChildEvent


class _Watched(QWidget):
    def __init__(self):
        super().__init__()
        self.children_told = []

    def childEvent(self, event: QChildEvent) -> None:
        self.children_told.append((child_of(event) is event.child(), event.added(), child_of(event).isWidgetType()))


def test_the_child_that_an_event_is_about_is_found_without_its_kind(qapp):
    watched = _Watched()
    plain, widget = QObject(watched), QWidget(watched)
    plain.setParent(None)
    assert watched.children_told == [(True, True, False), (True, True, True), (True, False, False)]
    assert widget.parent() is watched

"""The widget that shows a room's page."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import getCppPointer

from stoa.engine.room import RoomState
from stoa.engine.view import child_place

if TYPE_CHECKING:
    from PySide6.QtCore import QChildEvent


class _Watched(QWidget):
    def __init__(self):
        super().__init__()
        self.told = []

    def childEvent(self, event: QChildEvent) -> None:
        self.told.append((child_place(event), event.added()))


def place_of(made):
    return getCppPointer(made)[0]


def test_the_child_that_an_event_is_about_is_found_without_its_kind(qapp):
    watched = _Watched()
    plain, widget = QObject(watched), QWidget(watched)
    plain.setParent(None)
    assert watched.told == [(place_of(plain), True), (place_of(widget), True), (place_of(plain), False)]


def test_a_child_of_another_kind_is_not_the_canvas(rooms):
    room = rooms.open()
    drawn = place_of(room.view.canvas)
    menu = QMenu(room.view)
    assert place_of(room.view.canvas) == drawn
    menu.setParent(None)
    assert place_of(room.view.canvas) == drawn


def test_the_canvas_is_what_the_engine_draws_in(rooms):
    room = rooms.open()
    assert place_of(room.view.canvas) == place_of(room.view.focusProxy())
    pid = room.page.renderProcessPid()
    os.kill(pid, signal.SIGKILL)
    rooms.until(lambda: room.state is RoomState.CRASHED)
    rooms.pool.show(room)
    room.reload()
    rooms.until(lambda: room.state is RoomState.RUNNING)
    assert place_of(room.view.canvas) == place_of(room.view.focusProxy())

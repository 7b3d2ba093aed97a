"""The stage: tabs over the launcher, the open rooms, and the pages of the host itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from stoa.shell.room_frame import RoomFrame
from stoa.shell.tab_order import enter
from stoa.shell.tabs import TabBar

if TYPE_CHECKING:
    from stoa.ui.theme import Theme


class Stage(QWidget):
    """Shows one thing at a time. Pages have names: ``apps`` (the launcher), ``settings``, ``activity``."""

    room_chosen = Signal(str)
    room_close_pressed = Signal(str)
    room_torn = Signal(str, object)
    page_chosen = Signal(str)
    retry_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Stage"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tabs = TabBar(theme, self)
        self.tabs.did_choose.connect(self._on_tab_chosen)
        self.tabs.close_pressed.connect(self.room_close_pressed)
        self.tabs.did_tear.connect(self.room_torn)
        self._stack = QStackedWidget(self)
        # Until the launcher has come there is nothing to see: a frame without a room would look like a broken app.
        self._stack.addWidget(QWidget(self._stack))
        self.frame = RoomFrame(theme, self)
        self.frame.retry_pressed.connect(self.retry_pressed)
        self._stack.addWidget(self.frame)
        self._pages: dict[str, QWidget] = {}
        self._room_key = ""
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        theme.did_change.connect(self.update)

    @property
    def shown_page(self) -> str | None:
        """The name of the page that is shown, or None while a room is."""
        current = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), None)

    def focus_content(self) -> None:
        """Give the focus to what is shown: the page of a room, or the first control."""
        shown = self._stack.currentWidget()
        if shown is self.frame and enter(self.frame.deck):
            return
        enter(shown)

    def add_page(self, name: str, page: QWidget) -> None:
        """Give the stage a page."""
        self._pages[name] = page
        self._stack.addWidget(page)

    def has_page(self, name: str) -> bool:
        """Whether the stage has a page of that name already."""
        return name in self._pages

    def show_page(self, name: str) -> None:
        """Show a page of the host."""
        self._stack.setCurrentWidget(self._pages[name])
        # The workbench has heads of its own over its columns.
        self.tabs.setVisible(name != "workbench")
        self.tabs.mark("" if name == "apps" else None)

    def show_room(self, key: str) -> None:
        """Show the room frame, with the room that was brought to the front."""
        self._room_key = key
        self.tabs.show()
        self._stack.setCurrentWidget(self.frame)
        self.tabs.mark(key)

    def add_room(self, key: str, name: str, icon: QPixmap | None) -> None:
        """Give a room its tab."""
        self.tabs.add(key, name, icon)

    def remove_room(self, key: str) -> None:
        """Take a room's tab away; if it was shown, show its neighbour. Nobody is called to a stage that is hidden."""
        was_shown = self._stack.currentWidget() is self.frame and self._room_key == key
        neighbour = self.tabs.neighbour(key)
        self.tabs.remove(key)
        if was_shown and self.isHidden():
            self.show_page("apps")
        elif was_shown:
            self._on_tab_chosen(neighbour)

    def set_tab_note(self, key: str, note: str) -> None:
        """Say something beside a tab's name."""
        self.tabs.set_note(key, note)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.color("background"))

    def _on_tab_chosen(self, key: str) -> None:
        if key:
            self.room_chosen.emit(key)
        else:
            self.page_chosen.emit("apps")

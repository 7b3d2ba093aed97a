"""The stage: tabs over the launcher, the open rooms, and the pages of the host itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from stoa.engine.deck import LAST_FRAME_MS
from stoa.shell import room_frame
from stoa.shell.hover import HoverWatch
from stoa.shell.tab_order import enter
from stoa.shell.tabs import TabBar

if TYPE_CHECKING:
    from stoa.ui.theme import Theme


class _Pages(QStackedWidget):
    """The pages of the host. Opaque: a room that was made ready may lie under them, and is not painted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.did_change.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground."""
        QPainter(self).fillRect(event.rect(), self._theme.color("background"))


class Stage(QWidget):
    """Shows one thing at a time. Pages have names: ``apps`` (the launcher), ``settings``, ``activity``."""

    room_chosen = Signal(str)
    room_close_pressed = Signal(str)
    room_torn = Signal(str, object)
    page_chosen = Signal(str)
    did_add_page = Signal(str)
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
        place = QWidget(self)
        self._pile = QStackedLayout(place)
        self._pile.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._stack = _Pages(theme, place)
        # Until the launcher has come there is nothing to see: a frame without a room would look like a broken app.
        self._blank = QWidget(self._stack)
        self._stack.addWidget(self._blank)
        self._pile.addWidget(self._stack)
        self._frame: room_frame.RoomFrame | None = None
        self._shows_room = False
        # A room that goes stays under the page until its last frame was taken (see ``RoomView.leave``).
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(2 * LAST_FRAME_MS)
        self._leaving.timeout.connect(self._arrange)
        self._arrange()
        self._pages: dict[str, QWidget] = {}
        self._room_key = ""
        self._to_come = ""
        self._closing = HoverWatch(self)
        self._closing.did_rest.connect(lambda _: self.tabs.expect_close(self._room_key))
        column.addWidget(self.tabs)
        column.addWidget(place, 1)
        theme.did_change.connect(self.update)

    @property
    def frame(self) -> room_frame.RoomFrame:
        """The frame of the room that is shown. Made when it is first asked for: the feed is there before any room."""
        if self._frame is None:
            frame = self._frame = room_frame.RoomFrame(self._theme, self._stack.parentWidget())
            frame.retry_pressed.connect(self.retry_pressed)
            frame.deck.did_lay_under.connect(self._arrange)
            self._closing.watch(frame.header.capsule.close_button, "")
            self._pile.addWidget(frame)
            self._arrange()
        return self._frame

    @property
    def shown_page(self) -> str | None:
        """The name of the page that is shown, or None while a room is."""
        if self._shows_room:
            return None
        current = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), None)

    def focus_content(self) -> None:
        """Give the focus to what is shown: the page of a room, or the first control."""
        if not self._shows_room:
            enter(self._stack.currentWidget())
        elif not enter(self.frame.deck):
            enter(self.frame)

    def add_page(self, name: str, page: QWidget) -> None:
        """Give the stage a page."""
        self._pages[name] = page
        self._stack.addWidget(page)
        if name == self._to_come:
            self.show_page(name)
        self.did_add_page.emit(name)

    def has_page(self, name: str) -> bool:
        """Whether the stage has a page of that name already."""
        return name in self._pages

    def show_page(self, name: str) -> None:
        """Show a page of the host, as soon as it is there."""
        self._to_come = "" if name in self._pages else name
        self._stack.setCurrentWidget(self._pages.get(name, self._blank))
        if self._shows_room:
            self._leaving.start()
        self._shows_room = False
        self._arrange()
        # The workbench has heads of its own over its columns.
        self.tabs.setVisible(name != "workbench")
        self.tabs.mark("" if name == "apps" else None)

    def show_room(self, key: str) -> None:
        """Show the room frame, with the room that was brought to the front."""
        self._room_key = key
        self._to_come = ""
        self.tabs.show()
        self._shows_room = True
        self._arrange()
        self.tabs.mark(key)

    def add_room(self, key: str, name: str, icon: QPixmap | None) -> None:
        """Give a room its tab."""
        self.tabs.add(key, name, icon)

    def remove_room(self, key: str) -> None:
        """Take a room's tab away; if it was shown, show its neighbour. Nobody is called to a stage that is hidden."""
        was_shown = self._shows_room and self._room_key == key
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

    def _arrange(self) -> None:
        """Show a page or the room frame. A room that comes or goes lies under the page, with nothing around it."""
        if (frame := self._frame) is not None:
            under = not self._shows_room and (frame.deck.has_under or self._leaving.isActive())
            frame.set_bare(under)
            frame.setVisible(self._shows_room or under)
        self._stack.setVisible(not self._shows_room)
        if not self._shows_room:
            self._stack.raise_()

    def _on_tab_chosen(self, key: str) -> None:
        if key:
            self.room_chosen.emit(key)
        else:
            self.page_chosen.emit("apps")

"""The launcher: every mini-app as a tile, found as one types."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.contract.errors import StoaError
from stoa.miniapp.address import SCHEME, parse_address
from stoa.records import Record
from stoa.shell.broken_cards import BrokenCards
from stoa.shell.hover import HoverWatch
from stoa.shell.refusal_words import told
from stoa.shell.room_card import RoomCard
from stoa.ui.app_tile import AppTile
from stoa.ui.field import SearchField
from stoa.ui.flow_grid import FlowGrid
from stoa.ui.hint import plain_hint
from stoa.ui.label import Label
from stoa.ui.menu import Menu
from stoa.ui.notice import Notice
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.strip import Strip
from stoa.ui.tokens import SPACE_2, SPACE_3, SPACE_6, SPACE_7

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPixmap

    from stoa.ui.theme import Theme

RECENT_MAX = 5
_WIDEST = 1000


class Tile(Record):
    """A mini-app as the launcher shows it.

    ``note`` says where it comes from when that matters, as "from folder"; ``grade`` how risky it is, as "Risk grade C";
    ``has_folder`` that it is somebody's own folder, which can go on the workbench.
    """

    key: str
    name: str
    icon: QPixmap | None = None
    note: str = ""
    removable: bool = False
    grade: str = ""
    has_folder: bool = False


# Longer than from key to key of most people: what Enter would open is said once, and not at every letter.
FOUND_AFTER_MS = 200


class Launcher(QWidget):
    """The page of tiles. ``find`` gives the keys of the mini-apps a typed text may mean, best first.

    ``app_hovered`` carries the mini-app that is about to be pressed: by pointer or keyboard, or as the first one found.
    """

    app_pressed = Signal(str)
    app_hovered = Signal(str)
    settings_pressed = Signal(str)
    uninstall_pressed = Signal(str)
    bench_pressed = Signal(str)
    folder_requested = Signal()
    link_entered = Signal(str)
    review_pressed = Signal()

    def __init__(self, theme: Theme, find: Callable[[str], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._find = find
        self._tiles: dict[str, Tile] = {}
        self._cells: dict[str, AppTile] = {}
        self._recent_keys: list[str] = []
        self._found: list[str] = []
        self._watch = HoverWatch(self)
        self._watch.did_rest.connect(self.app_hovered)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(FOUND_AFTER_MS)
        self._typing.timeout.connect(lambda: self.app_hovered.emit(self._found[0]))
        self.setAccessibleName(self.tr("Apps"))
        self._build()
        self._wire_keys()

    def set_apps(self, apps: Sequence[Tile], recent: Sequence[str] = ()) -> None:
        """Shows these mini-apps, and of ``recent`` (newest first) those that are among them."""
        self._tiles = {tile.key: tile for tile in apps}
        self._cells = {tile.key: self._cell(tile, self._grid) for tile in apps}
        self._recent_keys = [key for key in recent if key in self._tiles][:RECENT_MAX]
        self._recent.set_cells([self._cell(self._tiles[key], self._recent) for key in self._recent_keys])
        self._filter(self.search.text())

    def show_problem(self, sentence: str | None) -> None:
        """Shows what went wrong with opening something, or takes it away."""
        self._problem.setVisible(bool(sentence))
        self._problem.set_text(sentence or "")

    def focus_search(self) -> None:
        """Brings the keyboard to the search, with its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lets typing anywhere on the page begin a search."""
        if event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.setText(self.search.text() + event.text())
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self.theme
        name = self.tr("Search apps, or paste a link")
        self.search = SearchField(theme, name, name, hint=self.tr("Ctrl K"), parent=self)
        self._problem = Strip(theme, "", closable=True)
        self._problem.did_close.connect(lambda: self.show_problem(None))
        self._problem.hide()
        self.broken = BrokenCards(theme)
        self._recent_title = Label(theme, self.tr("Recent"), "heading")
        self._recent = FlowGrid()
        self._title = Label(theme, "", "heading")
        self._grid = FlowGrid()
        self._nothing = Notice(theme, "apps", "")
        self._nothing.did_press.connect(self.folder_requested)
        self._room_card = RoomCard(theme)
        self._room_card.review_pressed.connect(self.review_pressed)
        self._folder = AppTile(theme, self.tr("Load folder"), "folder-open", parent=self._grid)
        self._folder.clicked.connect(self.folder_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, SPACE_6, 0, SPACE_6)
        column.setSpacing(SPACE_3)
        column.addWidget(self.search)
        column.addWidget(self._problem)
        column.addWidget(self.broken)
        column.addSpacing(SPACE_2)
        for title, grid in ((self._recent_title, self._recent), (self._title, self._grid)):
            column.addWidget(title)
            column.addWidget(grid)
            column.addSpacing(SPACE_2)
        column.addWidget(self._nothing)
        column.addWidget(self._room_card)
        column.addStretch(1)
        content = QWidget()
        middle = QHBoxLayout(content)
        middle.setContentsMargins(SPACE_7 - 2, 0, SPACE_7 - 2, 0)
        page = QWidget()
        page.setLayout(column)
        page.setMaximumWidth(_WIDEST)
        middle.addStretch(1)
        middle.addWidget(page, 1000)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(self.theme, content))

    def _wire_keys(self) -> None:
        self.search.did_search.connect(self._filter)
        self.search.did_submit.connect(self._on_submitted)
        self.search.did_leave_down.connect(lambda: self._recent_shown() or self._grid.focus_cell(0))
        self._recent.did_leave_up.connect(lambda _column: self.focus_search())
        self._recent.did_leave_down.connect(self._grid.focus_cell)
        self._grid.did_leave_up.connect(self._on_left_grid)

    def _cell(self, tile: Tile, grid: FlowGrid) -> AppTile:
        cell = AppTile(self.theme, tile.name, tile.icon, note=tile.note, parent=grid)
        facts = " · ".join(fact for fact in (tile.note, tile.grade) if fact)
        cell.setAccessibleDescription(facts)
        cell.setToolTip(plain_hint(facts))
        cell.clicked.connect(lambda: self.app_pressed.emit(tile.key))
        cell.menu_requested.connect(lambda at: self._open_menu(tile, at))
        self._watch.watch(cell, tile.key)
        return cell

    def _filter(self, text: str) -> None:
        wanted = text.strip()
        is_link = wanted.lower().startswith(f"{SCHEME}:")
        self._found = [] if is_link else [key for key in self._find(wanted) if key in self._tiles]
        if wanted and self._found:
            self._typing.start()
        else:
            self._typing.stop()
        if not wanted:
            self._found = list(self._tiles)
        for key, cell in self._cells.items():
            cell.setVisible(key in self._found)
        rest = [cell for key, cell in self._cells.items() if key not in self._found]
        self._folder.setVisible(not wanted)
        self._grid.set_cells([*(self._cells[key] for key in self._found), *rest, self._folder])
        # Tab goes from top to bottom, in whatever order the tiles were made.
        stops = (self.search, *self._recent.cells, *self._grid.cells, self._room_card.review)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._recent.setVisible(bool(self._recent_keys) and not wanted)
        self._recent_title.setVisible(self._recent.isVisibleTo(self))
        self._title.setText(self.tr("Found") if wanted else self.tr("All apps"))
        self._title.setVisible(bool(self._found) or not wanted)
        self._room_card.setVisible(not wanted)
        self._say_nothing(wanted, is_link=is_link)

    def _say_nothing(self, wanted: str, *, is_link: bool) -> None:
        self._nothing.setVisible(not self._found)
        if is_link:
            self._nothing.set_notice(
                "link", self.tr("A link to a page of an app"), self.tr("Press Enter to open it."), tone="accent"
            )
        elif wanted:
            text = self.tr("Look for another word, or load a folder that has an index.html in it.")
            title = self.tr("No app is called “{0}”").format(wanted[:60])
            self._nothing.set_notice("search", title, text, self.tr("Load folder"))
        else:
            text = self.tr("Load a folder that has an index.html in it, or drop one here.")
            self._nothing.set_notice("apps", self.tr("No apps yet"), text, self.tr("Load folder"))

    def _recent_shown(self) -> bool:
        return self._recent.isVisible() and self._recent.focus_cell(0)

    def _on_left_grid(self, column: int) -> None:
        if not (self._recent.isVisible() and self._recent.focus_last_row(column)):
            self.focus_search()

    def _on_submitted(self, text: str) -> None:
        wanted = text.strip()
        if wanted.lower().startswith(f"{SCHEME}:"):
            try:
                address = parse_address(wanted)
            except StoaError as error:
                self._nothing.set_notice("alert", self.tr("This link cannot be opened"), told(error), tone="warm")
                return
            self.search.clear()
            self.link_entered.emit(str(address))
        elif wanted and self._found:
            first = self._found[0]
            self.search.clear()  # which finds everything again
            self.app_pressed.emit(first)

    def _open_menu(self, tile: Tile, at: QPoint) -> None:
        self.menu_of(tile).popup(at)

    def menu_of(self, tile: Tile) -> Menu:
        """What can be done with a mini-app beside opening it."""
        menu = Menu(self.theme, self)
        menu.add(self.tr("Open"), "external", lambda: self.app_pressed.emit(tile.key))
        if tile.has_folder:
            menu.add(self.tr("Open in workbench"), "wrench", lambda: self.bench_pressed.emit(tile.key))
        menu.add(self.tr("App settings"), "settings", lambda: self.settings_pressed.emit(tile.key))
        if tile.grade:
            menu.add(tile.grade, "shield", lambda: self.settings_pressed.emit(tile.key))
        if tile.removable:
            menu.addSeparator()
            menu.add(self.tr("Uninstall"), "trash", lambda: self.uninstall_pressed.emit(tile.key))
        return menu


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

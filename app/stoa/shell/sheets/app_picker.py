"""Choosing one of several mini-apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.ui.app_tile import AppTile
from stoa.ui.button import Button
from stoa.ui.field import SearchField
from stoa.ui.flow_grid import FlowGrid
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from stoa.shell.launcher import Tile
    from stoa.ui.theme import Theme

_WIDTH = 520


class AppPicker(Sheet):
    """Answers with the key of the app that was pressed, or None. ``find`` gives the keys a typed text may mean."""

    def __init__(
        self, theme: Theme, parent: QWidget, title: str, text: str, tiles: Sequence[Tile],
        find: Callable[[str], Sequence[str]],
    ) -> None:  # fmt: skip
        super().__init__(theme, parent, title, width=_WIDTH)
        self._find = find
        self._tiles = {tile.key: tile for tile in tiles}
        self.header.addWidget(Label(theme, title, "heading", wrap=True))
        self.header.addWidget(Label(theme, text, "meta", "muted", wrap=True))
        self._search = SearchField(theme, self.tr("Search apps"))
        self._search.did_search.connect(self._on_searched)
        self._search.did_submit.connect(self._on_submitted)
        self._search.did_leave_down.connect(self._on_left)
        self.header.addWidget(self._search)
        self._grid = FlowGrid()
        self.body.addWidget(self._grid)
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.refuse)
        self.footer.addWidget(cancel)
        self.focus_first(self._search)
        self._on_searched("")

    def _on_searched(self, text: str) -> None:
        keys = [key for key in self._find(text) if key in self._tiles] if text.strip() else list(self._tiles)
        cells = []
        for key in keys:
            tile = self._tiles[key]
            cell = AppTile(self.theme, tile.name, tile.icon)
            cell.clicked.connect(lambda _checked=False, key=key: self.answer(key))
            cells.append(cell)
        self._grid.set_cells(cells)
        self._first_key = keys[0] if keys else None

    def _on_left(self) -> None:
        self._grid.focus_cell(0)

    def _on_submitted(self, _text: str) -> None:
        if self._first_key is not None:
            self.answer(self._first_key)

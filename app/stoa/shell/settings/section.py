"""A titled card of rows, as all pages of the settings are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.ui.card import BELOW, Card
from stoa.ui.label import Label
from stoa.ui.row import Divider
from stoa.ui.tokens import SPACE_1, SPACE_2, SPACE_4

if TYPE_CHECKING:
    from stoa.ui.theme import Theme


class Section(QWidget):
    """Rows under a title, with lines between them."""

    def __init__(self, theme: Theme, title: str = "", *rows: QWidget) -> None:
        super().__init__()
        self.theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_1)
        column.setSpacing(SPACE_2)
        if title:
            column.addWidget(Label(theme, title, "heading"))
        self._card = Card(theme)
        # Rows bring room of their own above and below.
        self._card.setContentsMargins(SPACE_4, SPACE_1, SPACE_4, SPACE_1 + BELOW)
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column.addWidget(self._card)
        self.set_rows(*rows)

    def set_rows(self, *rows: QWidget) -> None:
        """Replaces the rows."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, row in enumerate(rows):
            if place:
                self._rows.addWidget(Divider(self.theme))
            self._rows.addWidget(row)
        self._card.setVisible(bool(rows))


def controls(*widgets: QWidget, spacing: int = SPACE_2) -> QWidget:
    """Several controls side by side, for the end of a row."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return box


def column_page(*parts: QWidget) -> QWidget:
    """A page whose parts stand one below the other."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return page


def size_text(size: int) -> str:
    """A number of bytes as people read it: "12.1 kB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)

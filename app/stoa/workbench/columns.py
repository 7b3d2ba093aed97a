"""The workbench's columns: beside each other where there is room, else one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from stoa.ui.segmented import Segmented
from stoa.ui.tokens import SPACE_2, SPACE_4
from stoa.workbench.profile_panel import PANEL_WIDTH

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from stoa.ui.theme import Theme

_MIDDLE_LEAST, _RIGHT_LEAST = 260, 400
# Below this the three would be cut.
WIDE = PANEL_WIDTH + _MIDDLE_LEAST + _RIGHT_LEAST
_FRONT = 1


class Columns(QWidget):
    """Left, middle and right. ``names`` are what the choice says of them where only one has room."""

    def __init__(self, theme: Theme, names: tuple[str, str, str], columns: tuple[QWidget, QWidget, QWidget]) -> None:
        super().__init__()
        self._columns = columns
        self._is_wide = True
        self.choice = Segmented(theme, names, name=self.tr("Columns"), compact=True)
        self.choice.select(_FRONT)
        self.choice.did_select.connect(lambda _index: self._arrange())
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        bar.addWidget(self.choice)
        bar.addStretch(1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(columns[1])
        self._split.addWidget(columns[2])
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([450, 520])
        columns[1].setMinimumWidth(_MIDDLE_LEAST)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(columns[0])
        row.addWidget(self._split, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        self.setMinimumWidth(PANEL_WIDTH)
        self._bar.hide()

    def show_column(self, index: int) -> None:
        """Bring a column to the front where only one is shown."""
        self.choice.select(index)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes columns away or brings them back."""
        super().resizeEvent(event)
        self._is_wide = self.width() >= WIDE
        self._arrange()

    def _arrange(self) -> None:
        left, middle, right = self._columns
        at = None if self._is_wide else self.choice.index
        self._bar.setVisible(not self._is_wide)
        if self._is_wide:
            left.setFixedWidth(PANEL_WIDTH)
        else:
            left.setMinimumWidth(0)
            left.setMaximumWidth(self.width())
        right.setMinimumWidth(_RIGHT_LEAST if self._is_wide else 0)
        left.setVisible(at in {None, 0})
        self._split.setVisible(at != 0)
        middle.setVisible(at in {None, 1})
        right.setVisible(at in {None, 2})

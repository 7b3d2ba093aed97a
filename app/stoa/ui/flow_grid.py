"""A grid that has as many columns as fit, and keys that walk it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.ui.tokens import SPACE_3

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from stoa.ui.pressable import Pressable


class FlowGrid(QWidget):
    """Cells of one size in rows, ``gap`` pixels apart in a row, left to right (mirrored where the language is).

    Arrow keys, Home and End move the focus; ``did_leave_up`` and ``did_leave_down`` follow a step past its edge, with
    the column.
    """

    did_leave_up = Signal(int)
    did_leave_down = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, gap: int = SPACE_3) -> None:
        super().__init__(parent)
        self._cells: list[Pressable] = []
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cells(self) -> list[Pressable]:
        """The cells in order, hidden ones too."""
        return list(self._cells)

    def set_cells(self, cells: Sequence[Pressable]) -> None:
        """Replaces all cells; those no longer there are deleted, those that stay hidden stay so."""
        for old in self._cells:
            if old not in cells:
                old.hide()
                old.deleteLater()
        self._cells = list(cells)
        before: QWidget | None = None
        for cell in self._cells:
            if cell.parent() is not self:
                cell.setParent(self)
            if not cell.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                cell.show()
            if before is not None:
                QWidget.setTabOrder(before, cell)
            before = cell
        self.place()

    def place(self) -> None:
        """Lays the visible cells out again, after some were shown or hidden."""
        columns, size = self.columns(), self._cell_size()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for index, cell in enumerate(self._shown()):
            row, column = divmod(index, columns)
            x = column * (size.width() + self._gap)
            if mirrored:
                x = self.width() - size.width() - x
            cell.setGeometry(QRect(QPoint(x, row * size.height()), size))
        self.updateGeometry()

    def columns(self) -> int:
        """How many columns fit now, at least one."""
        return self._columns_in(self.width())

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at ``width``."""
        count = len(self._shown())
        if not count:
            return 0
        rows = -(-count // self._columns_in(width))
        return rows * self._cell_size().height()

    def sizeHint(self) -> QSize:
        """Wide enough for one row of three."""
        return QSize(3 * self._cell_size().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """One column wide."""
        return QSize(self._cell_size().width(), self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays out again."""
        super().resizeEvent(event)
        self.place()

    def focus_cell(self, index: int) -> bool:
        """Focuses a visible cell by its place; False where there is none."""
        shown = self._shown()
        if not shown:
            return False
        shown[min(index, len(shown) - 1)].take_focus()
        return True

    def focus_last_row(self, column: int) -> bool:
        """Focuses the cell of the last row in ``column``, or the last one."""
        count, columns = len(self._shown()), self.columns()
        if not count:
            return False
        first = (count - 1) // columns * columns
        return self.focus_cell(first + min(column, columns - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks the cells."""
        shown = self._shown()
        at = next((index for index, cell in enumerate(shown) if cell.hasFocus()), None)
        if at is None or not self._walk(Qt.Key(event.key()), at, len(shown)):
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key, at: int, count: int) -> bool:
        columns = self.columns()
        forward = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right: at + forward,
            Qt.Key.Key_Left: at - forward,
            Qt.Key.Key_Up: at - columns,
            Qt.Key.Key_Down: at + columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        if key not in steps:
            return False
        target = steps[key]
        if key == Qt.Key.Key_Down and target >= count and at // columns < (count - 1) // columns:
            target = count - 1
        if 0 <= target < count:
            self.focus_cell(target)
        elif key == Qt.Key.Key_Up:
            self.did_leave_up.emit(at % columns)
        elif key == Qt.Key.Key_Down:
            self.did_leave_down.emit(at % columns)
        return True

    def _shown(self) -> list[Pressable]:
        return [cell for cell in self._cells if not cell.isHidden()]

    def _cell_size(self) -> QSize:
        return self._cells[0].sizeHint() if self._cells else QSize(0, 0)

    def _columns_in(self, width: int) -> int:
        cell = self._cell_size().width() + self._gap
        return max(1, (width + self._gap) // cell) if cell > 0 else 1

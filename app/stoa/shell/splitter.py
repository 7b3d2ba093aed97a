"""The line between feed and stage, which can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

if TYPE_CHECKING:
    from stoa.ui.theme import Theme


class _Line(QSplitterHandle):
    """One pixel of the theme's line colour. A style sheet would do it too, and change how every child is drawn."""

    def __init__(self, theme: Theme, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme
        theme.did_change.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the line."""
        QPainter(self).fillRect(self.rect(), self._theme.color("line"))


class PaneSplitter(QSplitter):
    """Two panes side by side; neither can be dragged away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:
        """The line."""
        return _Line(self._theme, self)

"""A column that scrolls, with a thin bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from stoa.ui.painting import mixed, paint_body

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from stoa.ui.theme import Theme

_WIDTH = 10
_LEAST = 24


def own_viewport(area: QAbstractScrollArea) -> None:
    """Give an area a viewport made here; call it first.

    One that Qt makes has to be looked up among all kinds of widgets when it is first asked for: the binding makes 74
    enumerations for that, some 30 ms before the first paint.
    """
    area.setViewport(QWidget())


class ThinScrollBar(QScrollBar):
    """A vertical bar without arrows or track: a rounded handle only, and nothing where there is nothing to scroll."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        theme.did_change.connect(self.update)

    def sizeHint(self) -> QSize:
        """Thin."""
        hint = super().sizeHint()
        hint.setWidth(_WIDTH)
        return hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the handle where the style puts it."""
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        tokens = self.theme.tokens
        strong = self.underMouse() or self.isSliderDown()
        ink = mixed(tokens.line, tokens.faint, 0.9 if strong else 0.45)
        height = max(_LEAST, handle.height() - 4)
        bar = QRectF(handle.x() + (handle.width() - 6) / 2, handle.y() + 2, 6, height)
        paint_body(QPainter(self), bar, 3, ink)


class ScrollArea(QScrollArea):
    """Scrolls one column under a bar that lies over its edge, so that nothing moves when the bar comes or goes."""

    def __init__(self, theme: Theme, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own_viewport(self)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = self.verticalScrollBar()
        self._bar = ThinScrollBar(theme, self)
        self._bar.valueChanged.connect(inner.setValue)
        inner.valueChanged.connect(self._bar.setValue)
        inner.rangeChanged.connect(self._on_range_changed)
        self._on_range_changed(0, 0)
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QWidget) -> None:
        """Puts the column into it."""
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the bar at the edge where lines end."""
        super().resizeEvent(event)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._bar.setGeometry(0 if mirrored else self.width() - _WIDTH, 0, _WIDTH, self.height())

    def _on_range_changed(self, least: int, most: int) -> None:
        inner = self.verticalScrollBar()
        self._bar.setRange(least, most)
        self._bar.setPageStep(inner.pageStep())
        self._bar.setSingleStep(inner.singleStep())
        self._bar.setVisible(most > least)
        self._bar.raise_()

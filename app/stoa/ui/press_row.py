"""A row of a list that leads somewhere when it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from stoa.ui.painting import paint_body
from stoa.ui.pressable import Pressable
from stoa.ui.row import Icon, Row
from stoa.ui.tokens import ICON_SMALL, RADIUS_CONTROL, SPACE_2

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme


class PressRow(Pressable):
    """A ``Row`` with an arrow at its end; ``clicked`` is Qt's own."""

    def __init__(self, theme: Theme, title: str, text: str = "", *, before: QWidget | str | None = None) -> None:
        super().__init__(theme, title)
        self.setAccessibleDescription(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, 0, SPACE_2, 0)
        self._row = Row(theme, title, text, Icon(theme, "chevron-right", size=ICON_SMALL), before=before)
        # The presses are for the row as a whole.
        self._row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(self._row)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its words at ``width``."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        """As its words ask."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints hover and focus ring."""
        painter = QPainter(self)
        body = QColor(self.theme.tokens.hover)
        body.setAlphaF(1.0 if self.isDown() else self.hover)
        paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, body)
        self.paint_focus(painter)

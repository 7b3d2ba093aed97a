"""A small whole number with a button on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stoa.ui.button import IconButton
from stoa.ui.label import Label
from stoa.ui.painting import paint_body
from stoa.ui.tokens import ICON_SMALL, RADIUS_CONTROL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme

_SIDE = 30


class Stepper(QWidget):
    """A number from ``least`` to ``most``. ``did_change(int)`` follows a person's step, not ``set_value``."""

    did_change = Signal(int)

    def __init__(
        self, theme: Theme, name: str, value: int, least: int, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._name = name
        self._value, self._least, self._most = value, least, most
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._less = IconButton(theme, "minus", self.tr("Less"), side=_SIDE, size=ICON_SMALL)
        self._more = IconButton(theme, "plus", self.tr("More"), side=_SIDE, size=ICON_SMALL)
        self._number = Label(theme, "", "label")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(24)
        for widget in (self._less, self._number, self._more):
            row.addWidget(widget)
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self.set_value(value)
        theme.did_change.connect(self.update)

    @property
    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Changes the number, within its bounds, without announcing it."""
        self._value = min(self._most, max(self._least, value))
        self._number.setText(str(self._value))
        self._less.setEnabled(self._value > self._least)
        self._more.setEnabled(self._value < self._most)
        self.setAccessibleName(f"{self._name}: {self._value}")

    def set_bounds(self, least: int, most: int) -> None:
        """Changes the bounds; the number moves within them."""
        self._least, self._most = least, max(least, most)
        self.set_value(self._value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground."""
        tokens = self.theme.tokens
        paint_body(QPainter(self), self.rect().toRectF(), RADIUS_CONTROL, tokens.card, tokens.line)

    def _step(self, by: int) -> None:
        before = self._value
        self.set_value(self._value + by)
        if self._value != before:
            self.did_change.emit(self._value)

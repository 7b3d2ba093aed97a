"""A row of a list: what it is about, what stands below, and a control at its end. And the line between rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stoa.ui.folding_row import FoldingRow
from stoa.ui.icons import paint_icon
from stoa.ui.label import Label
from stoa.ui.tokens import ICON, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme


class Icon(QWidget):
    """An icon alone, in a colour token: decoration beside words."""

    def __init__(
        self, theme: Theme, icon: str, tone: str = "muted", *, size: int = ICON, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon, self._tone, self._size = icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.did_change.connect(self.update)

    def sizeHint(self) -> QSize:
        """Its side both ways."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the icon, faint while disabled."""
        tone = self._tone if self.isEnabled() else "faint"
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        rect = QRectF(0, 0, self.width(), self.height())
        paint_icon(QPainter(self), self._icon, self.theme.color(tone), rect, mirrored=mirrored)


class Divider(QWidget):
    """A line between rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFixedHeight(1)
        theme.did_change.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the line."""
        QPainter(self).fillRect(self.rect(), self.theme.color("line"))


class Row(QWidget):
    """An icon (by name) or other widget ``before``, a title, a sentence below it, and a control at the end."""

    def __init__(
        self, theme: Theme, title: str, text: str = "", control: QWidget | None = None, *,
        before: QWidget | str | None = None, padding: int = SPACE_3,
    ) -> None:  # fmt: skip
        super().__init__()
        self.theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, padding, 0, padding)
        row.setSpacing(SPACE_3)
        if isinstance(before, str):
            before = Icon(theme, before)
        if before is not None:
            row.addWidget(before, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = Label(theme, title, "strong", wrap=True)
        self.text = Label(theme, text, "meta", "muted", wrap=True)
        # Never shown by hand here: without a parent yet it would open as a window of its own.
        if not text:
            self.text.hide()
        words.addWidget(self.title)
        words.addWidget(self.text)
        if control is None:
            row.addLayout(words, 1)
        else:
            folding = FoldingRow()
            folding.setSpacing(SPACE_3)
            folding.addLayout(words, 1)
            folding.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addLayout(folding, 1)
            if not control.accessibleName():
                control.setAccessibleName(title)

    def set_text(self, text: str) -> None:
        """Changes the sentence below the title."""
        self.text.setText(text)
        self.text.setVisible(bool(text))

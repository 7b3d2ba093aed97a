"""Fields of one line: a text, and a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from stoa.ui.caret import StillCaret
from stoa.ui.hint import plain_hint
from stoa.ui.icons import paint_icon
from stoa.ui.painting import paint_body, paint_ring
from stoa.ui.tokens import CONTROL_HEIGHT, ICON, RADIUS_CONTROL, SPACE_2, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from stoa.ui.theme import Theme


class TextField(QLineEdit):
    """One line of text on a rounded ground. ``name`` is its accessible name; ``set_error`` marks it and says why."""

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", *, limit: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._error = ""
        StillCaret(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrame(False)
        if limit is not None:
            self.setMaxLength(limit)
        self._dress()
        theme.did_change.connect(self._dress)

    def set_error(self, sentence: str) -> None:
        """Marks the text as wrong and says why in the tooltip and to screen readers; "" takes it back."""
        self._error = sentence
        self.setToolTip(plain_hint(sentence))
        self.setAccessibleDescription(sentence)
        self.update()

    def height_wanted(self) -> int:
        """Its height: the text and the room around it."""
        return max(CONTROL_HEIGHT + 4, round(QFontMetricsF(self.font()).height()) + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground and the ring around what Qt paints: text, cursor, selection."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        edge = tokens.warm if self._error else tokens.line
        paint_body(painter, self.rect().toRectF(), self.radius(), tokens.card, edge)
        self.paint_extra(painter)
        if self.hasFocus() and not self.isReadOnly():
            paint_ring(painter, self.rect().toRectF(), self.radius(), tokens.warm if self._error else tokens.accent)
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Turns round with the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._dress()

    def radius(self) -> float:
        """The radius of its corners."""
        return RADIUS_CONTROL

    def paint_extra(self, painter: QPainter) -> None:
        """Paints what a subclass has beside the text."""

    def margins_wanted(self) -> tuple[int, int]:
        """Room before and behind the text, in reading direction."""
        return SPACE_3 - 2, SPACE_3 - 2

    def _dress(self) -> None:
        self.setFont(self.theme.font())
        palette = self.theme.palette()
        # Qt fills the whole field with Base before it draws text: the rounded ground is ours.
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        before, behind = self.margins_wanted()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            before, behind = behind, before
        self.setTextMargins(before, 0, behind, 0)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        self.setFixedHeight(self.height_wanted())
        self.update()


class SearchField(TextField):
    """A search with a lens and, in ``hint``, the keys that lead to it.

    ``did_search(text)`` follows typing; ``did_submit(text)`` follows Enter; ``did_leave_down()`` the down arrow. Esc
    empties it.
    """

    did_search = Signal(str)
    did_submit = Signal(str)
    did_leave_down = Signal()

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        self._hint = hint
        super().__init__(theme, name, placeholder, limit=1200, parent=parent)
        self.textChanged.connect(self.did_search)
        self.returnPressed.connect(lambda: self.did_submit.emit(self.text()))

    def height_wanted(self) -> int:
        """A little higher than other fields."""
        return super().height_wanted() + 4

    def margins_wanted(self) -> tuple[int, int]:
        """Room for the lens and for the hint."""
        behind = SPACE_3
        if self._hint:
            behind += round(QFontMetricsF(self.theme.font("meta")).horizontalAdvance(self._hint)) + 2 * SPACE_3
        return SPACE_4 + ICON + SPACE_2 - 2, behind

    def radius(self) -> float:
        """Rounder than other fields."""
        return RADIUS_CONTROL + 4

    def paint_extra(self, painter: QPainter) -> None:
        """Paints the lens and, while nothing is typed, the hint."""
        tokens = self.theme.tokens
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - SPACE_4 - ICON if mirrored else SPACE_4 - 2
        paint_icon(painter, "search", tokens.muted, QRectF(x, (self.height() - ICON) / 2, ICON, ICON))
        if not self._hint or self.text():
            return
        font = self.theme.font("meta")
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(self._hint) + 14, metrics.height() + 6
        key_x = SPACE_3 if mirrored else self.width() - SPACE_3 - width
        key = QRectF(key_x, (self.height() - height) / 2, width, height)
        paint_body(painter, key, 6, None, tokens.line)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empties on Esc, leaves on the down arrow."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() == Qt.Key.Key_Down:
            self.did_leave_down.emit()
            return
        super().keyPressEvent(event)

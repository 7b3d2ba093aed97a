"""A row of the left column: what is chosen about one condition, and a menu to choose otherwise."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter

from stoa.ui.icons import paint_icon
from stoa.ui.menu import Menu
from stoa.ui.painting import mixed, paint_body
from stoa.ui.pressable import Pressable
from stoa.ui.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from stoa.ui.theme import Theme

_HEIGHT = 38
_CHEVRON = 12


class ChoiceRow(Pressable):
    """Shows ``name`` and the chosen text; a press lists the choices, each a text and a value."""

    did_choose = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._name = name
        self._chosen: Any = None
        self._text = ""
        self._choices: Sequence[tuple[str, Any]] = ()
        self._more: Sequence[tuple[str, Callable[[], object]]] = ()
        self.clicked.connect(self._open)

    def set_choices(
        self, choices: Sequence[tuple[str, Any]], more: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        """What can be chosen; ``more`` are entries below a line that do something else."""
        self._choices, self._more = choices, more

    def set_chosen(self, value: Any, text: str | None = None) -> None:
        """Show a value by its text, or by another text where it is none of the choices."""
        self._chosen = value
        self._text = text or next((one for one, known in self._choices if known == value), str(value))
        self.setAccessibleName(f"{self._name}: {self._text}")
        self.update()

    @property
    def chosen(self) -> Any:
        """The chosen value."""
        return self._chosen

    @property
    def text_shown(self) -> str:
        """The chosen text."""
        return self._text

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints name, chosen text and chevron, and the line below."""
        painter = QPainter(self)
        tokens, rect = self.theme.tokens, self.rect().toRectF()
        if self.hover > 0:
            paint_body(painter, rect, RADIUS_CONTROL, mixed(tokens.panel, tokens.hover, self.hover))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self.theme.color("line"))
        inner = rect.adjusted(SPACE_1, 0, -SPACE_1, -1)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        chevron_x = inner.left() if mirrored else inner.right() - _CHEVRON
        at = QRectF(chevron_x, (self.height() - _CHEVRON) / 2, _CHEVRON, _CHEVRON)
        paint_icon(painter, "chevron-down", tokens.muted, at)
        words = inner.adjusted(_CHEVRON + SPACE_2 if mirrored else 0, 0, 0 if mirrored else -_CHEVRON - SPACE_2, 0)
        lead, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            lead, end = end, lead
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(self.theme.font("body"))
        painter.setPen(self.theme.color("muted"))
        painter.drawText(words, middle | lead, self._name)
        left = words.width() - QFontMetricsF(self.theme.font("body")).horizontalAdvance(self._name) - SPACE_2
        font = self.theme.font("strong")
        painter.setFont(font)
        painter.setPen(self.theme.color("text"))
        shown = QFontMetricsF(font).elidedText(self._text, Qt.TextElideMode.ElideRight, max(0.0, left))
        painter.drawText(words, middle | end, shown)
        self.paint_focus(painter)

    def _open(self) -> None:
        menu = Menu(self.theme, self)
        for text, value in self._choices:
            menu.add(text, None, partial(self.did_choose.emit, value), checked=value == self._chosen)
        if self._more:
            menu.addSeparator()
            for text, act in self._more:
                menu.add(text, None, act)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

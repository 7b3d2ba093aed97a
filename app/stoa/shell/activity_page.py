"""What others did with what this account posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.records import Record
from stoa.ui.card import Card
from stoa.ui.label import Label
from stoa.ui.notice import IconMark, Notice
from stoa.ui.painting import mixed, paint_body
from stoa.ui.pressable import Pressable
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3, SPACE_5, SPACE_6, SPACE_7

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

_COLUMN_MAX = 720
_ROW_HEIGHT = 60


class DeedLine(Record):
    """One line: an icon, what was done, to what, when in words, and whether it is new. ``post_id`` may be shown."""

    icon: str
    sentence: str
    text: str
    age: str
    fresh: bool
    post_id: int | None


class _Row(Pressable):
    """A line that leads to its post."""

    def __init__(self, theme: Theme, line: DeedLine, parent: QWidget | None = None) -> None:
        super().__init__(theme, f"{line.sentence}. {line.text}. {line.age}", parent)
        self._fresh = line.fresh
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_3)
        row.addWidget(IconMark(theme, line.icon, "accent" if line.fresh else "neutral", side=36))
        words = QVBoxLayout()
        words.setSpacing(SPACE_1)
        sentence = Label(theme, line.sentence, "strong" if line.fresh else "body")
        text = Label(theme, " ".join(line.text.split())[:120], "meta", "muted")
        for label in (sentence, text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            words.addWidget(label)
        text.setVisible(bool(line.text))
        row.addLayout(words, 1)
        row.addWidget(Label(theme, line.age, "meta", "muted"))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As wide as the column, as high as its words."""
        return QSize(320, max(_ROW_HEIGHT, self.layout().sizeHint().height()))  # type: ignore[union-attr]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the hover ground and the focus ring."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        if self.hover > 0:
            paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, mixed(tokens.card, tokens.hover, self.hover))
        self.paint_focus(painter)


class ActivityPage(QWidget):
    """The newest deeds, or a word about there being none."""

    post_pressed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Activity"))
        self._content = QWidget()
        self._outer = QHBoxLayout(self._content)
        self._outer.setContentsMargins(SPACE_7 - 2, SPACE_6, SPACE_7 - 2, SPACE_6)
        self._column: QWidget | None = None
        area = ScrollArea(theme, self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.show_lines([])

    def show_lines(self, lines: list[DeedLine]) -> None:
        """Show these deeds, newest first."""
        if self._column is not None:
            self._outer.removeWidget(self._column)
            self._column.hide()
            self._column.deleteLater()
        self._column = self._list(lines) if lines else self._nothing()
        self._column.setMaximumWidth(_COLUMN_MAX)
        self._outer.addWidget(self._column, 1)

    def _list(self, lines: list[DeedLine]) -> QWidget:
        column = QWidget(self._content)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_5)
        layout.addWidget(Label(self._theme, self.tr("Activity"), "title"))
        # The rows bring room of their own, for the ground that shows where the pointer is.
        card = Card(self._theme, margin=SPACE_1, parent=column)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE_1)
        for line in lines:
            row = _Row(self._theme, line, card)
            if line.post_id is not None:
                row.clicked.connect(lambda _checked=False, post_id=line.post_id: self.post_pressed.emit(post_id))
            else:
                row.setEnabled(False)
            rows.addWidget(row)
        layout.addWidget(card)
        layout.addStretch(1)
        return column

    def _nothing(self) -> QWidget:
        return Notice(
            self._theme,
            "bell",
            self.tr("Nothing yet"),
            self.tr("When another account likes, comments or answers what you posted, it is listed here."),
        )

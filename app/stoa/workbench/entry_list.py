"""A list of what happened: one line a thing, searchable, with the whole of it below when it is chosen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from stoa.records import Record
from stoa.ui.chip import ChipTone, chip_colors
from stoa.ui.painting import paint_body, paint_ring
from stoa.ui.scroll_area import ThinScrollBar
from stoa.ui.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_4

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from stoa.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_LINE_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT = 60
# Fonts of one width look larger than others of the same size.
_MONO_SHARE = 0.92
# The newest are kept, as in the journal.
LINES_MAX = 2000


class Line(Record):
    """One thing that happened. ``at`` is milliseconds since 1970 UTC, ``value`` what it was made from."""

    title: str
    chip: str
    tone: ChipTone
    end: str
    detail: str
    at: int
    value: Any = None
    key: str = ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.chip, self.end, self.detail, clock_text(self.at)) if part)


def clock_text(at: int) -> str:
    """A moment as hours, minutes, seconds and milliseconds of the local day; empty for none."""
    if not at:
        return ""
    return datetime.fromtimestamp(at / 1000).astimezone().strftime("%H:%M:%S.") + f"{at % 1000:03d}"


class Lines(QAbstractListModel):
    """The lines, oldest first. A line with the key of an earlier one takes its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._places: dict[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself, or its words."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _LINE_ROLE:
            return line
        words = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return line.spoken if role in words else None

    def put(self, line: Line) -> None:
        """Add a line, or replace the one of its key."""
        place = self._places.get(line.key) if line.key else None
        if place is not None:
            self._lines[place] = line
            index = self.index(place)
            self.dataChanged.emit(index, index)
            return
        if len(self._lines) >= LINES_MAX:
            self._drop_oldest()
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines))
        if line.key:
            self._places[line.key] = len(self._lines)
        self._lines.append(line)
        self.endInsertRows()

    def set_lines(self, lines: list[Line]) -> None:
        """Replace all."""
        self.beginResetModel()
        self._lines = lines[-LINES_MAX:]
        self._places = {line.key: place for place, line in enumerate(self._lines) if line.key}
        self.endResetModel()

    @property
    def lines(self) -> list[Line]:
        """All of them."""
        return list(self._lines)

    def _drop_oldest(self) -> None:
        # Many at once: each removal renumbers the keys.
        many = LINES_MAX // 10
        self.beginRemoveRows(QModelIndex(), 0, many - 1)
        del self._lines[:many]
        self._places = {line.key: place for place, line in enumerate(self._lines) if line.key}
        self.endRemoveRows()


class _Found(QSortFilterProxyModel):
    """The lines that hold a text and are of the wanted kind."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Callable[[Line], bool] | None = None
        self._text = ""

    def search(self, text: str) -> None:
        """Look for another text."""
        self._text = text.casefold().strip()
        self.invalidate()

    def want(self, wanted: Callable[[Line], bool] | None) -> None:
        """Look for lines of another kind; None for all."""
        self._wanted = wanted
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether a line is shown."""
        line: Line = self.sourceModel().index(row, 0, parent).data(_LINE_ROLE)
        return (not self._text or self._text in line.spoken.casefold()) and (self._wanted is None or self._wanted(line))


class EntryList(QListView):
    """Shows lines; ``did_choose`` gives the chosen one. Stays at its end while nobody has scrolled away from there."""

    did_choose = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.model_of_lines = Lines(self)
        self._found = _Found(self)
        self._found.setSourceModel(self.model_of_lines)
        self.setModel(self._found)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(theme, self))
        self.setItemDelegate(_Painter(theme, self))
        self.viewport().setAutoFillBackground(False)
        self._at_end = True
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_grown)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.did_change.connect(self.viewport().update)

    def search(self, text: str) -> None:
        """Show only the lines that hold a text."""
        self._found.search(text)

    def narrow(self, wanted: Callable[[Line], bool] | None) -> None:
        """Show only lines of a kind; None for all."""
        self._found.want(wanted)

    def choose(self, wanted: Callable[[Line], bool]) -> None:
        """Choose the first line of a kind that is shown, if there is one."""
        for row in range(self._found.rowCount()):
            index = self._found.index(row, 0)
            if wanted(index.data(_LINE_ROLE)):
                self.setCurrentIndex(index)
                return

    @property
    def chosen(self) -> Line | None:
        """The chosen line."""
        index = self.currentIndex()
        return index.data(_LINE_ROLE) if index.isValid() else None

    @property
    def shown(self) -> list[Line]:
        """The lines that are not filtered away."""
        return [self._found.index(row, 0).data(_LINE_ROLE) for row in range(self._found.rowCount())]

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.did_choose.emit(current.data(_LINE_ROLE) if current.isValid() else None)

    def _on_scrolled(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - 2

    def _on_grown(self, _least: int, most: int) -> None:
        if self._at_end:
            self.verticalScrollBar().setValue(most)


class _Painter(QStyledItemDelegate):
    """Paints one line: name, chip and end above, detail and time below."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of text."""
        return QSize(240, round(_HEIGHT * max(1.0, self._theme.scale)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints it."""
        line: Line = index.data(_LINE_ROLE)
        rect = QRect(option.rect)
        state = option.state
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = rect.toRectF().adjusted(SPACE_1, 1, -SPACE_1, -1)
        if state & QStyle.StateFlag.State_Selected:
            paint_body(painter, body, RADIUS_CONTROL, tokens.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_body(painter, body, RADIUS_CONTROL, tokens.hover)
        painter.fillRect(QRectF(rect.x(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        inner = rect.toRectF().adjusted(SPACE_4, SPACE_2, -SPACE_4, -SPACE_2)
        half = inner.height() / 2
        self._paint_head(painter, QRectF(inner.x(), inner.y(), inner.width(), half), line)
        self._paint_detail(painter, QRectF(inner.x(), inner.y() + half, inner.width(), half), line)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, body, RADIUS_CONTROL, tokens.accent)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        end = self._paint_end(painter, rect, line.end, self._theme.font("meta"))
        font, chip_font = self._theme.font("label"), self._theme.font("chip")
        chip_width = QFontMetricsF(chip_font).horizontalAdvance(line.chip) + 16 if line.chip else 0
        left = rect.width() - end - chip_width - 3 * SPACE_2
        metrics = QFontMetricsF(font)
        title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, max(0.0, left))
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        if line.chip:
            ground, ink = chip_colors(self._theme.tokens, line.tone)
            behind = metrics.horizontalAdvance(title) + SPACE_2
            is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = rect.right() - behind - chip_width if is_mirrored else rect.x() + behind
            chip = QRectF(x, rect.y() + (rect.height() - 18) / 2, chip_width, 18)
            paint_body(painter, chip, 9, ground)
            painter.setFont(chip_font)
            painter.setPen(ink)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, line.chip)

    def _paint_detail(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        font = mono_font(self._theme)
        end = self._paint_end(painter, rect, clock_text(line.at), font)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        width = max(0.0, rect.width() - end - SPACE_2)
        detail = QFontMetricsF(font).elidedText(line.detail.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, detail)

    def _paint_end(self, painter: QPainter, rect: QRectF, text: str, font: QFont) -> float:
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return QFontMetricsF(font).horizontalAdvance(text)


def mono_font(theme: Theme) -> QFont:
    """The font of code and values, at the size of small text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(theme.font("meta").pointSizeF() * _MONO_SHARE)
    return font

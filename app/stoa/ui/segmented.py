"""A choice of one among a few, side by side in one track."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stoa.ui.painting import mixed, paint_body, paint_shadow
from stoa.ui.pressable import Pressable
from stoa.ui.tokens import CONTROL_HEIGHT, MOTION_LONG, RADIUS_CONTROL, SPACE_1

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.ui.theme import Theme

_PAD = SPACE_1
_INNER_RADIUS = RADIUS_CONTROL - 3
_PADDING, _PADDING_COMPACT, _PADDING_LEAST = 13, 10, 4


class _Segment(Pressable):
    """One label of the track."""

    def __init__(self, theme: Theme, text: str, parent: QWidget, *, compact: bool) -> None:
        super().__init__(theme, parent=parent)
        self._compact = compact
        self._padding = _PADDING_COMPACT if compact else _PADDING
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Text and padding."""
        metrics = QFontMetricsF(self.theme.font("label"))
        height = max(
            CONTROL_HEIGHT - (14 if self._compact else 8), round(metrics.height()) + (6 if self._compact else 10)
        )
        return QSize(round(metrics.horizontalAdvance(self.text()) + 2 * self._padding + 0.5), height)

    def minimumSizeHint(self) -> QSize:
        """Its text whole, with little around it."""
        hint = self.sizeHint()
        return QSize(hint.width() - 2 * (self._padding - _PADDING_LEAST), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the text and the focus ring; the track paints the thumb."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        ink = tokens.text if self.isChecked() else mixed(tokens.muted, tokens.text, self.hover)
        painter.setFont(self.theme.font("label"))
        painter.setPen(self.theme.color("muted") if not self.isEnabled() else ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.text())
        self.paint_focus(painter, _INNER_RADIUS)


class Segmented(QWidget):
    """A track of labels of which one is chosen. ``did_select(index)`` follows a person's choice, not ``select``."""

    did_select = Signal(int)

    def __init__(
        self, theme: Theme, labels: Sequence[str], *, name: str = "", compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.theme = theme
        self._index = 0
        self._thumb = QRectF()
        self._glide = QVariantAnimation(self)
        self._glide.valueChanged.connect(self._on_glided)
        if name:
            self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        row.setSpacing(0)
        self._segments = [_Segment(theme, text, self, compact=compact) for text in labels]
        for index, segment in enumerate(self._segments):
            row.addWidget(segment)
            segment.clicked.connect(lambda _on=False, index=index: self._choose(index))
            segment.setAccessibleDescription(name)
        if self._segments:
            self._segments[0].setChecked(True)
        self._follow_focus()
        theme.did_change.connect(self.update)

    @property
    def index(self) -> int:
        """Which label is chosen, from 0."""
        return self._index

    def select(self, index: int) -> None:
        """Chooses a label without announcing it."""
        start = self._thumb if not self._thumb.isNull() else self._segments[self._index].geometry().toRectF()
        self._index = index
        self._segments[index].setChecked(True)
        self._follow_focus()
        self._move_thumb(start)

    def set_labels(self, labels: Sequence[str]) -> None:
        """Changes the texts, as many as there are."""
        for segment, text in zip(self._segments, labels, strict=True):
            segment.setText(text)
            segment.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the choice with the arrow keys, Home and End."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key()), 0
        )
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft and event.key() in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        ):
            step = -step
        target = self._index + step
        if event.key() == Qt.Key.Key_Home:
            target = 0
        elif event.key() == Qt.Key.Key_End:
            target = len(self._segments) - 1
        if target == self._index or not 0 <= target < len(self._segments):
            super().keyPressEvent(event)
            return
        self._choose(target)
        self._segments[target].take_focus()

    def resizeEvent(self, event: object) -> None:
        """Keeps the thumb under its label."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._glide.stop()
        self._thumb = QRectF()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the track and the thumb under the chosen label."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, tokens.background, tokens.line)
        if not self._segments:
            return
        thumb = self._thumb if not self._thumb.isNull() else self._segments[self._index].geometry().toRectF()
        paint_shadow(painter, thumb, _INNER_RADIUS, tokens.shadow, 2)
        paint_body(painter, thumb, _INNER_RADIUS, tokens.raised)

    def _choose(self, index: int) -> None:
        if index == self._index:
            return
        self.select(index)
        self.did_select.emit(index)

    def _follow_focus(self) -> None:
        # One stop for Tab: the chosen label; arrow keys reach the others.
        for index, segment in enumerate(self._segments):
            chosen = index == self._index
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def _move_thumb(self, start: QRectF) -> None:
        target = self._segments[self._index].geometry().toRectF()
        duration = self.theme.milliseconds(MOTION_LONG)
        self._glide.stop()
        if duration == 0 or not self.isVisible():
            self._thumb = QRectF()
            self.update()
            return
        self._glide.setStartValue(start)
        self._glide.setEndValue(target)
        self._glide.setDuration(duration)
        self._glide.start()

    def _on_glided(self, rect: QRectF) -> None:
        self._thumb = rect
        self.update()

"""A field of several lines that grows with its text and may count down to a limit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from stoa.ui.caret import StillCaret
from stoa.ui.painting import paint_body, paint_ring
from stoa.ui.tokens import RADIUS_CONTROL, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from stoa.ui.theme import Theme

_MARGIN = 4.0
_PICTURE_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})


class TextArea(QPlainTextEdit):
    """Several lines of plain text. It is ``lines`` high at least and ``most_lines`` at most, then scrolls.

    ``limit`` is counted in characters; text beyond it stays and is counted negative by ``left``, so that nothing a
    person typed or pasted is lost. Ctrl+Enter emits ``did_submit``; Tab leaves the field. ``did_bring_picture``
    comes with a picture that was pasted (a ``QImage``) or dropped (the ``Path`` of its file), after ``take_pictures``.
    """

    did_submit = Signal()
    did_bring_picture = Signal(object)

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", *, limit: int | None = None, lines: int = 3,
        most_lines: int = 10, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.theme = theme
        self._limit = limit
        self._lines, self._most_lines = lines, most_lines
        self._pictures = False
        StillCaret(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(SPACE_2, SPACE_2 - 2, SPACE_2, SPACE_2 - 2)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        self._dress()
        theme.did_change.connect(self._dress)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    @property
    def left(self) -> int | None:
        """How many characters may still be typed; negative when there are too many, None without a limit."""
        return None if self._limit is None else self._limit - len(self.toPlainText())

    def take_up(self, text: str) -> None:
        """Put in what was written before; who goes on with it writes behind it."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def take_pictures(self) -> None:
        """Hand pictures on from now on, which otherwise are nothing or their file's name."""
        self._pictures = True

    def sizeHint(self) -> QSize:
        """As high as the text, within its bounds."""
        return QSize(super().sizeHint().width(), self._height_for(self._shown_lines()))

    def minimumSizeHint(self) -> QSize:
        """Its least height, and room for a few words."""
        return QSize(120, self._height_for(self._lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submits on Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.did_submit.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Takes text, and pictures where they are wanted."""
        return (self._pictures and _picture_in(source) is not None) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hands pictures on, and puts text where the cursor is."""
        picture = _picture_in(source) if self._pictures else None
        if picture is None:
            super().insertFromMimeData(source)
        else:
            self.did_bring_picture.emit(picture)

    def event(self, event: QEvent) -> bool:
        """Paints the ground under the text: the paint event of a scrolling area reaches only its viewport."""
        if event.type() is QEvent.Type.Paint:
            painter = QPainter(self)
            self._paint_ground(painter)
            painter.end()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the ring."""
        super().focusOutEvent(event)
        self.update()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self.theme.tokens
        left = self.left
        wrong = left is not None and left < 0
        paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, tokens.card, tokens.warm if wrong else tokens.line)
        if self.hasFocus():
            ring = tokens.warm if wrong else tokens.accent
            paint_ring(painter, self.rect().toRectF(), RADIUS_CONTROL, ring)

    def _line_height(self) -> float:
        return QFontMetricsF(self.font()).lineSpacing()

    def _height_for(self, lines: float) -> int:
        return round(lines * self._line_height() + 2 * _MARGIN + 2 * SPACE_2 + SPACE_3 - 8)

    def _shown_lines(self) -> float:
        return min(self._most_lines, max(self._lines, self.document().size().height()))

    def _on_grown(self) -> None:
        self.setFixedHeight(self._height_for(self._shown_lines()))

    def _dress(self) -> None:
        self.setFont(self.theme.font())
        palette = self.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self._on_grown()
        self.update()
        self.viewport().update()


def _picture_in(source: QMimeData) -> Path | QImage | None:
    """The picture that was copied or dragged; not where there is text as well, which then is what was meant."""
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    if len(files) == 1 and files[0].suffix.lower() in _PICTURE_ENDINGS:
        return files[0]
    image = source.imageData() if source.hasImage() and not source.hasText() else None
    return image if isinstance(image, QImage) and not image.isNull() else None

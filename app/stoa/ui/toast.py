"""A short notice at the bottom of the window that goes away by itself."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stoa.ui.button import Button
from stoa.ui.icons import icon_pixmap
from stoa.ui.label import Label
from stoa.ui.painting import paint_body, paint_shadow
from stoa.ui.tokens import ICON, RADIUS_CONTROL, SPACE_2, SPACE_4, SPACE_6

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from stoa.ui.theme import Theme

ToastTone = Literal["neutral", "good", "warm"]
_ICONS: dict[ToastTone, str] = {"neutral": "info", "good": "check-circle", "warm": "alert"}
_SHADOW = 5
_LONGEST_QUEUE = 5


class _Message(NamedTuple):
    text: str
    tone: ToastTone
    button: str | None


def reading_time(text: str) -> int:
    """Milliseconds a notice stays: 3 s and 50 ms a character, 10 s at most."""
    return min(10_000, 3_000 + 50 * len(text))


class Toast(QWidget):
    """One notice at a time, in turn; the oldest waiting are dropped when there are too many.

    It takes no focus and stays while the pointer is on it. ``did_press(text)`` follows its button.
    """

    did_press = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._host = parent
        self._waiting: deque[_Message] = deque(maxlen=_LONGEST_QUEUE)
        self._message: _Message | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._on_elapsed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4 + _SHADOW, 10 + _SHADOW, SPACE_4 + _SHADOW, 10 + _SHADOW)
        row.setSpacing(SPACE_2 + 2)
        self._mark = Label(theme)
        self._text = Label(theme, "", "body", wrap=True)
        self._button = Button(theme, "", kind="ghost")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._on_pressed)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        parent.installEventFilter(self)
        theme.did_change.connect(self._dress)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, "" while there is none."""
        return self._message.text if self._message else ""

    def say(self, text: str, tone: ToastTone = "neutral", button: str | None = None) -> None:
        """Shows a notice, after those already waiting. The same text twice in a row is shown once."""
        message = _Message(text, tone, button)
        if message == self._message or message in self._waiting:
            return
        self._waiting.append(message)
        if self._message is None:
            self._next()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Waits while the pointer is on it."""
        self.timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Goes on counting."""
        if self._message is not None:
            self.timer.start(reading_time(self._message.text))
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps to the bottom of its parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the raised body."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        body = self.rect().toRectF().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        paint_shadow(painter, body, RADIUS_CONTROL + 2, tokens.shadow, _SHADOW)
        paint_body(painter, body, RADIUS_CONTROL + 2, tokens.raised, tokens.line)

    def _next(self) -> None:
        if not self._waiting:
            self._message = None
            self.hide()
            return
        self._message = self._waiting.popleft()
        self._text.setText(self._message.text)
        self._button.setText(self._message.button or "")
        self._button.setVisible(self._message.button is not None)
        self.setAccessibleName(self._message.text)
        self._dress()
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._message.text))
        self.timer.start(reading_time(self._message.text))

    def _place(self) -> None:
        alone = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2
        extra = self._row.sizeHint().width() - self._text.sizeHint().width()
        width = max(160, min(560, self._host.width() - 2 * SPACE_4, alone + extra))
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        self.resize(QSize(width, height))
        self.move((self._host.width() - width) // 2, self._host.height() - height - SPACE_6)

    def _dress(self) -> None:
        if self._message is None:
            return
        tone = {"neutral": "accent", "good": "good", "warm": "warm"}[self._message.tone]
        mark = icon_pixmap(_ICONS[self._message.tone], self.theme.color(tone).name(), ICON, self.devicePixelRatioF())
        self._mark.setPixmap(mark)
        self.update()

    def _on_elapsed(self) -> None:
        self._next()

    def _on_pressed(self) -> None:
        text = self.text
        self.timer.stop()
        self._next()
        self.did_press.emit(text)

"""Short notices at the bottom of the window that go away by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

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
# More at once than this is read by nobody: the oldest makes room.
MOST = 3
_NARROWEST, _WIDEST = 160, 560


def reading_time(text: str) -> int:
    """Milliseconds a notice stays: 3 s and 50 ms a character, 10 s at most."""
    return min(10_000, 3_000 + 50 * len(text))


class ToastCard(QWidget):
    """One notice; ``held`` tells that it stays until somebody ends it.

    ``did_end`` comes once it has been read or pressed, ``did_press`` before that for its button.
    """

    did_end = Signal()
    did_press = Signal()

    def __init__(self, theme: Theme, text: str, tone: ToastTone, button: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.text = text
        self.held = False
        self._tone: ToastTone = tone
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.did_end)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4 + _SHADOW, 10 + _SHADOW, SPACE_4 + _SHADOW, 10 + _SHADOW)
        row.setSpacing(SPACE_2 + 2)
        self._mark = Label(theme)
        self._words = Label(theme, text, "body", wrap=True)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        self.button: Button | None = None
        if button is not None:
            self.button = Button(theme, button, kind="ghost")
            self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.button.clicked.connect(self._on_pressed)
            row.addWidget(self.button)
        self.setAccessibleName(text)
        theme.did_change.connect(self._dress)
        self._dress()

    def begin(self) -> None:
        """Stay for as long as it takes to read, from now on; one that is held stays anyway."""
        if not self.held:
            self.timer.start(reading_time(self.text))

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.text = text
        self._words.setText(text)
        self.setAccessibleName(text)

    def fit(self, room: int) -> None:
        """Take the size that the words need within ``room`` pixels."""
        alone = self._words.fontMetrics().horizontalAdvance(self.text) + 2
        extra = self._row.sizeHint().width() - self._words.sizeHint().width()
        width = max(_NARROWEST, min(_WIDEST, room, alone + extra))
        self.resize(QSize(width, max(self._row.heightForWidth(width), self._row.minimumSize().height())))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Waits while the pointer is on it."""
        self.timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Goes on counting."""
        self.begin()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the raised body."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        body = self.rect().toRectF().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        paint_shadow(painter, body, RADIUS_CONTROL + 2, tokens.shadow, _SHADOW)
        paint_body(painter, body, RADIUS_CONTROL + 2, tokens.raised, tokens.line)

    def _dress(self) -> None:
        ink = self.theme.color({"neutral": "accent", "good": "good", "warm": "warm"}[self._tone]).name()
        self._mark.setPixmap(icon_pixmap(_ICONS[self._tone], ink, ICON, self.devicePixelRatioF()))
        self.update()

    def _on_pressed(self) -> None:
        self.timer.stop()
        self.did_press.emit()
        self.did_end.emit()


class Toast(QObject):
    """The notices of one window: the newest at the bottom, at most three, none waiting for its turn.

    They take no focus. What is said again while it still stands there only stays longer. ``did_press(text)``
    follows a notice's button.
    """

    did_press = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._host = parent
        self.cards: list[ToastCard] = []
        self._held: ToastCard | None = None
        parent.installEventFilter(self)
        theme.did_change.connect(self._place)

    @property
    def text(self) -> str:
        """What the newest one says, "" while there is none; what is held does not count."""
        passing = [card for card in self.cards if not card.held]
        return passing[-1].text if passing else ""

    def say(self, text: str, tone: ToastTone = "neutral", button: str | None = None) -> None:
        """Shows a notice below those that are there."""
        again = next((card for card in self.cards if card.text == text), None)
        if again is not None:
            again.begin()
            return
        passing = [card for card in self.cards if not card.held]
        if len(passing) == MOST:
            self._end(passing[0])
        card = ToastCard(self._theme, text, tone, button, self._host)
        card.did_end.connect(lambda: self._end(card))
        card.did_press.connect(lambda: self.did_press.emit(text))
        self.cards.append(card)
        card.begin()
        card.show()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, text))

    def hold(self, text: str) -> None:
        """Says what is being done, until ``release``; said again, it takes the place of what was said before."""
        if self._held is None:
            self._held = ToastCard(self._theme, text, "neutral", None, self._host)
            self._held.held = True
            self.cards.insert(0, self._held)
            self._held.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._held, text))
        self._held.set_text(text)
        self._place()

    def release(self) -> None:
        """It is done."""
        held, self._held = self._held, None
        if held is not None:
            self._end(held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps to the bottom of its parent."""
        if event.type() is QEvent.Type.Resize and self.cards:
            self._place()
        return super().eventFilter(watched, event)

    def _end(self, card: ToastCard) -> None:
        if card in self.cards:
            self.cards.remove(card)
            card.timer.stop()
            card.hide()
            card.deleteLater()
            self._place()

    def _place(self) -> None:
        bottom = self._host.height() - SPACE_6
        for card in reversed(self.cards):
            card.fit(self._host.width() - 2 * SPACE_4)
            bottom -= card.height()
            card.move((self._host.width() - card.width()) // 2, bottom)
            card.raise_()
            # The room of the shadows is enough between two of them.
            bottom += _SHADOW

"""A strip along the top of the window with something that must not be missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stoa.ui.button import Button, IconButton
from stoa.ui.icons import icon_pixmap
from stoa.ui.label import Label
from stoa.ui.tokens import ICON_SMALL, SPACE_1, SPACE_2, SPACE_4

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme


class Strip(QWidget):
    """A sentence, perhaps a button, and, where ``closable``, a close button. ``did_press``, ``did_close``."""

    did_press = Signal()
    did_close = Signal()

    def __init__(
        self, theme: Theme, text: str, button: str | None = None, *, icon: str = "alert", tone: str = "warm",
        closable: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.theme = theme
        self._icon, self._tone = icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_1, SPACE_2, SPACE_1)
        row.setSpacing(SPACE_2)
        self._mark = Label(theme)
        row.addWidget(self._mark)
        self._text = Label(theme, text, "meta", "text", wrap=True)
        row.addWidget(self._text, 1)
        self.setAccessibleName(text)
        if button is not None:
            press = Button(theme, button, kind="ghost")
            press.clicked.connect(self.did_press)
            row.addWidget(press)
        if closable:
            close = IconButton(theme, "close", self.tr("Close this notice"), side=28, size=ICON_SMALL)
            close.clicked.connect(self.did_close)
            row.addWidget(close)
        self.setMinimumHeight(36)
        self._dress()
        theme.did_change.connect(self._dress)

    def set_text(self, text: str) -> None:
        """Changes the sentence."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the soft ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color(f"{self._tone}_soft"))
        painter.setPen(self.theme.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _dress(self) -> None:
        ink = self.theme.color(self._tone).name()
        self._mark.setPixmap(icon_pixmap(self._icon, ink, ICON_SMALL, self.devicePixelRatioF()))
        self._mark.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.update()

"""What a surface shows when it has nothing else to show: empty, error, offline. And bones while it loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stoa.ui.button import Button
from stoa.ui.icons import paint_icon
from stoa.ui.label import Label
from stoa.ui.painting import mixed, paint_body
from stoa.ui.tokens import SPACE_2, SPACE_4, SPACE_6

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

    from stoa.ui.theme import Theme

_MARK = 56
_WIDEST = 420


class IconMark(QWidget):
    """An icon on a soft ground: decoration beside words. ``tone``: accent, warm, good or neutral."""

    def __init__(
        self, theme: Theme, icon: str, tone: str = "accent", *, side: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon, self._tone, self._side = icon, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.did_change.connect(self.update)

    def set_mark(self, icon: str, tone: str = "accent") -> None:
        """Changes the icon and its tone."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Its side both ways."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground and icon."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        neutral = self._tone == "neutral"
        ground = tokens.hover if neutral else getattr(tokens, f"{self._tone}_soft")
        ink = tokens.muted if neutral else getattr(tokens, self._tone)
        paint_body(painter, self.rect().toRectF(), self._side * 0.28, ground)
        side = self._side * 0.5
        at = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_icon(painter, self._icon, ink, at, mirrored=mirrored)


class Notice(QWidget):
    """Icon, title, text and perhaps one button, centred, with a quieter one beside it.

    ``did_press`` follows the button, ``did_press_beside`` the other one.
    """

    did_press = Signal()
    did_press_beside = Signal()

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str = "", button: str | None = None, *, tone: str = "neutral",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_6)
        column.setSpacing(SPACE_2)
        self._mark = IconMark(theme, icon, tone, side=_MARK)
        self._title = Label(theme, title, "heading", wrap=True)
        self._text = Label(theme, text, "body", "muted", wrap=True)
        self._button = Button(theme, button or "")
        self._beside = Button(theme, "", kind="ghost")
        column.addStretch(1)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_2)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMaximumWidth(_WIDEST)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(SPACE_2)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._button)
        buttons.addWidget(self._beside)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self._button.clicked.connect(self.did_press)
        self._beside.clicked.connect(self.did_press_beside)
        theme.did_change.connect(self._balance)
        self.set_notice(icon, title, text, button, tone=tone)

    def set_notice(
        self, icon: str, title: str, text: str = "", button: str | None = None, *, tone: str = "neutral",
        beside: str | None = None,
    ) -> None:  # fmt: skip
        """Changes all it says."""
        self._mark.set_mark(icon, tone)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._balance()
        self._button.setText(button or "")
        self._button.setVisible(button is not None)
        self._beside.setText(beside or "")
        self._beside.setVisible(beside is not None)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def _balance(self) -> None:
        """Break lines where they come out about as long as each other, so that none ends with a single word."""
        for label in (self._title, self._text):
            high, low, wide = label.heightForWidth(_WIDEST), _WIDEST // 2, _WIDEST
            while wide - low > SPACE_2:
                middle = (low + wide) // 2
                low, wide = (low, middle) if label.heightForWidth(middle) <= high else (middle, wide)
            label.setMaximumWidth(wide)


class Skeleton(QWidget):
    """Grey bones in the shape of what is coming. ``lines`` are shares of the width; the first may be a ``disc``."""

    def __init__(
        self,
        theme: Theme,
        lines: tuple[float, ...] = (0.4, 0.9, 0.7),
        *,
        disc: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines, self._disc, self._glow = lines, disc, 0.5
        self._pulse = QVariantAnimation(self)
        self._pulse.setDuration(1400)
        self._pulse.setLoopCount(-1)
        self._pulse.setKeyValues([(0.0, 0.0), (0.5, 1.0), (1.0, 0.0)])
        self._pulse.valueChanged.connect(self._on_pulsed)
        self.setAccessibleName(self.tr("Loading"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One row for each line."""
        return QSize(240, len(self._lines) * 22 + SPACE_4)

    def showEvent(self, event: QShowEvent) -> None:
        """Breathes where things may move."""
        super().showEvent(event)
        if self.theme.motion:
            self._pulse.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rests unseen."""
        self._pulse.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the bones."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        bone = mixed(tokens.hover, tokens.line, 0.4 + 0.6 * self._glow)
        left = 0.0
        if self._disc:
            paint_body(painter, QRectF(0, SPACE_2, 36, 36), 18, bone)
            left = 48.0
        for row, share in enumerate(self._lines):
            indent = left if row < 2 else 0.0
            paint_body(painter, QRectF(indent, SPACE_2 + row * 22, (self.width() - indent) * share, 12), 6, bone)

    def _on_pulsed(self, glow: float) -> None:
        self._glow = float(glow)
        self.update()

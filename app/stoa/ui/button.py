"""Buttons: with a text, and with an icon alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.ui.hint import plain_hint
from stoa.ui.icons import paint_icon
from stoa.ui.painting import mixed, paint_body
from stoa.ui.pressable import Pressable
from stoa.ui.tokens import CONTROL_HEIGHT, FOCUS_RING, ICON, ICON_SMALL, RADIUS_CONTROL, SPACE_2, SPACE_4

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

Kind = Literal["primary", "plain", "warm", "ghost"]
_GAP = 7.0


class Button(Pressable):
    """A button with a text and perhaps an icon: ``primary``, ``plain``, ``warm`` (host actions, removal) or ``ghost``.

    ``icon_after`` puts the icon behind the text. ``clicked`` is Qt's own.
    """

    def __init__(
        self, theme: Theme, text: str, icon: str | None = None, kind: Kind = "plain", *, icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent=parent)
        self._icon = icon
        self._kind: Kind = kind
        self._icon_after = icon_after
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> Kind:
        """How it looks."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Changes how it looks."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str | None) -> None:
        """Changes its icon, by name."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Text, icon and padding."""
        metrics = QFontMetricsF(self.theme.font("label"))
        width = metrics.horizontalAdvance(self.text()) + 2 * SPACE_4 + self._icon_room
        return QSize(round(width + 0.5), max(CONTROL_HEIGHT, round(metrics.height()) + 18))

    def minimumSizeHint(self) -> QSize:
        """As small as it may get: its text whole."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints body, icon, text and, by keyboard, the focus ring."""
        painter = QPainter(self)
        fill, edge, ink = self._colors()
        rect = self.rect().toRectF()
        radius = float(RADIUS_CONTROL)
        if self.ringed and self._kind in ("primary", "warm"):
            # A ring needs a gap to be seen beside a filled body.
            gap = FOCUS_RING * 2
            rect, radius = rect.adjusted(gap, gap, -gap, -gap), radius - gap
        paint_body(painter, rect, radius, fill, edge)
        self.paint_focus(painter)
        self._paint_content(painter, ink)

    def _colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        tokens = self.theme.tokens
        if not self.isEnabled():
            fill = None if self._kind == "ghost" else QColor(tokens.background)
            return fill, None if self._kind == "ghost" else QColor(tokens.line), QColor(tokens.muted)
        pressed = self.isDown()
        if self._kind in ("primary", "warm"):
            base = tokens.accent if self._kind == "primary" else tokens.warm_fill
            ink = tokens.on_accent if self._kind == "primary" else tokens.on_warm
            # Hover moves away from the ink, never towards it: contrast only grows.
            away = "#FFFFFF" if tokens.dark else "#000000"
            return mixed(base, away, 0.18 if pressed else 0.10 * self.hover), None, QColor(ink)
        hover = mixed(tokens.hover, tokens.line, 0.35) if pressed else QColor(tokens.hover)
        if self._kind == "ghost":
            clear = QColor(tokens.hover)
            clear.setAlpha(0)
            return hover if pressed else mixed(clear, hover, self.hover), None, QColor(tokens.text)
        return hover if pressed else mixed(tokens.card, hover, self.hover), QColor(tokens.line), QColor(tokens.text)

    @property
    def _icon_room(self) -> float:
        """What the icon takes, with the gap to the text where there is one."""
        return 0 if not self._icon else ICON_SMALL + _GAP if self.text() else ICON_SMALL

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        font = self.theme.font("label")
        metrics = QFontMetricsF(font)
        room = self.width() - 2 * SPACE_2 - self._icon_room
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        text_width = metrics.horizontalAdvance(text)
        whole = text_width + self._icon_room
        start = (self.width() - whole) / 2
        icon_first = self._icon is not None and (self._icon_after == self.mirrored)
        if self._icon:
            x = start if icon_first else start + whole - ICON_SMALL
            at = QRectF(x, (self.height() - ICON_SMALL) / 2, ICON_SMALL, ICON_SMALL)
            paint_icon(painter, self._icon, ink, at, mirrored=self.mirrored)
        text_x = start + (ICON_SMALL + _GAP if icon_first else 0)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(
            QRectF(text_x, 0, text_width + 1, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine,
            text,
        )


class IconButton(Pressable):
    """A square button with an icon alone; ``name`` is its accessible name and tooltip.

    ``set_checked_icon`` gives it a second icon and tone for when it is on (then it is checkable).
    """

    def __init__(
        self, theme: Theme, icon: str, name: str, *, side: int = CONTROL_HEIGHT, size: int = ICON,
        tone: str = "muted", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, name, parent)
        self._icon = icon
        self._on_icon: str | None = None
        self._on_tone = "accent"
        self._side = side
        self._size = size
        self._tone = tone
        self.setToolTip(plain_hint(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, name: str | None = None) -> None:
        """Changes the icon and, where given, the name with it."""
        self._icon = icon
        if name is not None:
            self.setAccessibleName(name)
            self.setToolTip(plain_hint(name))
        self.update()

    def set_checked_icon(self, icon: str, tone: str = "accent") -> None:
        """Makes it checkable, with another icon and a colour token for when it is on."""
        self._on_icon, self._on_tone = icon, tone
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Its side, larger with larger text."""
        side = round(self._side * self._growth())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its hint."""
        return self.sizeHint()

    def _growth(self) -> float:
        # Icons are read at a glance: they need not grow as much as text.
        return min(1.25, max(1.0, self.theme.scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the hover body, the icon and the focus ring."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        body = QColor(tokens.hover)
        body.setAlphaF(1.0 if self.isDown() else self.hover)
        if self.isDown():
            body = mixed(tokens.hover, tokens.line, 0.5)
        paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, body)
        on = self.isChecked() and self._on_icon is not None
        name = self._on_icon if on and self._on_icon else self._icon
        tone = self._on_tone if on else self._tone
        ink = mixed(getattr(tokens, tone), tokens.text, 0 if on else self.hover)
        if not self.isEnabled():
            ink = QColor(tokens.faint)
        size = self._size * self._growth()
        at = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        paint_icon(painter, name, ink, at, mirrored=self.mirrored)
        self.paint_focus(painter)

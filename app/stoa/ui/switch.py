"""A switch: on or off, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.ui.painting import mixed, paint_body, paint_ring, paint_shadow
from stoa.ui.pressable import Pressable
from stoa.ui.tokens import MOTION_SHORT, ON_GRADIENT

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme

_WIDTH, _HEIGHT, _INSET, _HALO = 38, 22, 2.0, 4


class Switch(Pressable):
    """On or off; ``toggled(bool)`` is Qt's own. ``name`` is its accessible name."""

    def __init__(self, theme: Theme, name: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setCheckable(True)
        self.setChecked(on)
        self._place = 1.0 if on else 0.0
        self._slide = QVariantAnimation(self)
        self._slide.valueChanged.connect(self._on_slid)
        self.toggled.connect(self._on_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The track and the room its focus ring needs."""
        return QSize(_WIDTH + 2 * _HALO, _HEIGHT + 2 * _HALO)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints track, knob and focus ring."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        track = QRectF((self.width() - _WIDTH) / 2, (self.height() - _HEIGHT) / 2, _WIDTH, _HEIGHT)
        off = mixed(tokens.line, tokens.faint, 0.55 + 0.2 * self.hover)
        ground = mixed(off, tokens.accent, self._place)
        knob_color = QColor(ON_GRADIENT)
        if not self.isEnabled():
            ground, knob_color = mixed(tokens.line, tokens.card, 0.4), mixed(tokens.faint, tokens.card, 0.2)
        paint_body(painter, track, _HEIGHT / 2, ground)
        side = _HEIGHT - 2 * _INSET
        place = 1 - self._place if self.mirrored else self._place
        knob = QRectF(track.left() + _INSET + place * (_WIDTH - side - 2 * _INSET), track.top() + _INSET, side, side)
        paint_shadow(painter, knob, side / 2, tokens.shadow, 2)
        paint_body(painter, knob, side / 2, knob_color)
        if self.ringed:
            paint_ring(painter, track.adjusted(-_HALO, -_HALO, _HALO, _HALO), _HEIGHT / 2 + _HALO, tokens.accent)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 -- Qt's signature
        target = 1.0 if on else 0.0
        duration = self.theme.milliseconds(MOTION_SHORT)
        self._slide.stop()
        if duration == 0 or not self.isVisible():
            self._on_slid(target)
            return
        self._slide.setDuration(duration)
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(target)
        self._slide.start()

    def _on_slid(self, place: float) -> None:
        self._place = float(place)
        self.update()

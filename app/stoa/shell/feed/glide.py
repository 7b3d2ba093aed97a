"""Soft scrolling: the same distance as a jump, over a sixth of a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from stoa.ui.tokens import MOTION_LONG

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.ui.theme import Theme

# Beyond this a glide would only blur.
_FARTHEST = 2400


class Glide(QObject):
    """Calls ``scroll(pixels)`` in small parts; at once where nothing is to move."""

    def __init__(self, theme: Theme, scroll: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scroll = scroll
        self._done = 0
        self._run = QVariantAnimation(self)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self._on_reached)

    def by(self, pixels: int) -> None:
        """Scrolls from where the view is now."""
        self.stop()
        duration = self._theme.milliseconds(MOTION_LONG)
        if duration == 0 or abs(pixels) > _FARTHEST:
            self._scroll(pixels)
            return
        self._done = 0
        self._run.setStartValue(0)
        self._run.setEndValue(pixels)
        self._run.setDuration(duration)
        self._run.start()

    def stop(self) -> None:
        """Stays where the view is."""
        self._run.stop()

    def _on_reached(self, reached: object) -> None:
        # Starting an animation announces the end value of the one before.
        if not isinstance(reached, int) or self._run.state() is not QVariantAnimation.State.Running:
            return
        self._scroll(reached - self._done)
        self._done = reached

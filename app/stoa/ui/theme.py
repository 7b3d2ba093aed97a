"""The theme in force: which tokens, which fonts, whether things move; it follows the system when asked to."""

from __future__ import annotations

import sys
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip

from stoa.ui.tokens import DARK, FONT_FAMILIES, LIGHT, TEXT_ROLES, Tokens

Mode = Literal["light", "dark", "system"]

# Qt measures points at 72 per inch on macOS and 96 elsewhere; scaling for dense screens comes on top.
_POINTS_PER_PIXEL = 1.0 if sys.platform == "darwin" else 0.75


def text_scale(point_size: float, platform: str = sys.platform) -> float:
    """How much larger than usual the person wants text, from the system font's points; 0.8 to 2.5.

    Desktops ship 9 to 11 points (13 on macOS): anything within that is the usual size.
    """
    low, high = (13.0, 13.0) if platform == "darwin" else (9.0, 11.0)
    if point_size <= 0:
        return 1.0
    scale = point_size / low if point_size < low else point_size / high if point_size > high else 1.0
    return min(2.5, max(0.8, scale))


class Theme(QObject):
    """Tokens, fonts and motion for every widget. ``did_change`` follows any of them having changed."""

    did_change = Signal()

    def __init__(self, mode: Mode = "system", *, motion: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = mode
        self._motion = motion
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        self._qt_app: QApplication | None = None
        self._scale = text_scale(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF())
        hints = QGuiApplication.styleHints()
        self._system_dark = hints.colorScheme() is Qt.ColorScheme.Dark
        hints.colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def tokens(self) -> Tokens:
        """The colours now in force."""
        dark = self._system_dark if self._mode == "system" else self._mode == "dark"
        return DARK if dark else LIGHT

    @property
    def mode(self) -> Mode:
        """What was asked for: ``light``, ``dark`` or ``system``."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Chooses light, dark, or whatever the system shows."""
        before = self.tokens
        self._mode = mode
        if self.tokens is not before:
            self._announce()

    @property
    def motion(self) -> bool:
        """Whether things may move."""
        return self._motion

    @motion.setter
    def motion(self, motion: bool) -> None:
        if motion != self._motion:
            self._motion = motion
            self._announce()

    @property
    def scale(self) -> float:
        """How much larger than usual text is drawn; widgets take their heights from their fonts."""
        return self._scale

    def set_scale(self, scale: float) -> None:
        """Draws text ``scale`` times as large as usual (0.8 to 2.5)."""
        self._scale = min(2.5, max(0.8, scale))
        self._fonts.clear()
        self._announce()

    def milliseconds(self, duration: int) -> int:
        """``duration`` where things may move, else 0."""
        return duration if self._motion else 0

    def color(self, name: str) -> QColor:
        """A token of the theme in force, by name, as a QColor."""
        return QColor(getattr(self.tokens, name))

    def font(self, role: str = "body", weight: int | None = None) -> QFont:
        """The font of a text role of ``tokens.TEXT_ROLES``, scaled as the system asks."""
        font = self._fonts.get((role, weight))
        if font is None:
            pixels, usual_weight = TEXT_ROLES[role]
            font = QFont(list(FONT_FAMILIES))
            font.setStyleHint(QFont.StyleHint.SansSerif)
            font.setPointSizeF(pixels * self._scale * _POINTS_PER_PIXEL)
            font.setWeight(QFont.Weight(weight or usual_weight))
            self._fonts[role, weight] = font
        return QFont(font)

    def apply(self, qt_app: QApplication) -> None:
        """Gives the application this theme's style, palette and font, now and after every change."""
        self._qt_app = qt_app
        qt_app.setStyle(QStyleFactory.create("Fusion"))
        self._dress()

    def _dress(self) -> None:
        if self._qt_app is None:
            return
        palette = self.palette()
        self._qt_app.setPalette(palette)
        self._qt_app.setFont(self.font())
        QToolTip.setPalette(palette)
        QToolTip.setFont(self.font("meta"))

    def palette(self) -> QPalette:
        """The tokens as a QPalette, for what Qt paints itself: text cursors, selections, dialogs."""
        role = QPalette.ColorRole
        tokens = self.tokens
        palette = QPalette()
        for which, color in (
            (role.Window, tokens.background),
            (role.WindowText, tokens.text),
            (role.Base, tokens.card),
            (role.AlternateBase, tokens.panel),
            (role.Text, tokens.text),
            (role.PlaceholderText, tokens.muted),
            (role.Button, tokens.card),
            (role.ButtonText, tokens.text),
            (role.BrightText, tokens.warm),
            (role.Highlight, tokens.accent),
            (role.HighlightedText, tokens.on_accent),
            (role.Accent, tokens.accent),
            (role.Link, tokens.accent),
            (role.LinkVisited, tokens.accent),
            (role.ToolTipBase, tokens.raised),
            (role.ToolTipText, tokens.text),
            (role.Light, tokens.raised),
            (role.Midlight, tokens.line),
            (role.Mid, tokens.line),
            (role.Dark, tokens.faint),
            (role.Shadow, tokens.background),
        ):
            palette.setColor(which, QColor(color))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
        return palette

    def _announce(self) -> None:
        self._dress()
        self.did_change.emit()

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        before = self.tokens
        self._system_dark = scheme is Qt.ColorScheme.Dark
        if self.tokens is not before:
            self._announce()

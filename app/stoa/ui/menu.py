"""A menu in the looks of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QRegion
from PySide6.QtWidgets import QMenu, QWidget

from stoa.ui.compositor import is_composited
from stoa.ui.icons import icon
from stoa.ui.painting import mixed, rounded
from stoa.ui.tokens import ICON_SMALL, RADIUS_CONTROL

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from stoa.ui.theme import Theme


class Menu(QMenu):
    """A menu to fill with ``add`` and to open with Qt's own ``popup``. It frees itself once closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        # A popup is hidden, not closed; deleting waits for what was chosen, which is told of after this.
        self.aboutToHide.connect(self.deleteLater)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self._see_through = is_composited()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._see_through)
        self.setFont(theme.font())
        tokens = theme.tokens
        # In the dark, the line of the theme is the colour of what is raised.
        edge = mixed(tokens.raised, tokens.muted, 0.25).name() if tokens.dark else tokens.line
        # Qt offers no way to paint one item of a menu but a style sheet; it reaches this menu only.
        self.setStyleSheet(
            f"QMenu {{ background: {tokens.raised}; border: 1px solid {edge};"
            f" border-radius: {RADIUS_CONTROL}px; padding: 6px; }}"
            f"QMenu::item {{ padding: 8px 18px 8px 10px; border-radius: 6px; color: {tokens.text}; }}"
            f"QMenu::item:selected {{ background: {tokens.accent_soft if tokens.dark else tokens.hover}; }}"
            f"QMenu::item:disabled {{ color: {tokens.muted}; }}"
            f"QMenu::icon {{ padding-left: 8px; }}"
            f"QMenu::separator {{ height: 1px; background: {edge}; margin: 5px 8px; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts the corners off where nothing can be seen through them: they would be black."""
        super().resizeEvent(event)
        if not self._see_through:
            outline = rounded(self.rect().toRectF(), RADIUS_CONTROL).toFillPolygon().toPolygon()
            self.setMask(QRegion(outline))

    def add(
        self, text: str, icon_name: str | None = None, slot: Callable[[], object] | None = None, *,
        enabled: bool = True, checked: bool | None = None,
    ) -> QAction:  # fmt: skip
        """Adds an item that says ``text`` to the letter and calls ``slot``; ``checked`` ticks it or leaves it plain."""
        # Qt would read "&" as the mark of a key.
        action = QAction(text.replace("&", "&&"), self)
        if checked:
            action.setIcon(icon("check", self.theme.tokens.accent, ICON_SMALL))
        elif icon_name is not None:
            action.setIcon(icon(icon_name, self.theme.tokens.muted, ICON_SMALL))
        action.setEnabled(enabled)
        if slot is not None:
            action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return action

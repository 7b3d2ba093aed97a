"""In what order Tab goes through cards, which are made and handed on in an order that nobody sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_of(card: QWidget, *, rtl: bool) -> list[QWidget]:
    """A card and its buttons, from top to bottom and in reading direction."""
    buttons = [
        child
        for child in card.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(child, QWidget) and _reachable(child)
    ]
    buttons.sort(key=lambda child: (child.geometry().center().y() // 8, -child.x() if rtl else child.x()))
    return [card, *buttons]


def stop_beyond(area: QWidget, *, forward: bool) -> QWidget | None:
    """The next widget outside an area that Tab can reach, if there is one in its window."""
    widget: QWidget | None = area
    while widget is not None:
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is area:
            return None
        if widget is not None and not area.isAncestorOf(widget) and _reachable(widget):
            return widget
    return None


def _reachable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)

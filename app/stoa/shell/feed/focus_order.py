"""In what order Tab goes through cards, which are made and handed on in an order that nobody sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_of(card: QWidget, *, rtl: bool) -> list[QWidget]:
    """A card and its buttons, from top to bottom and in reading direction."""
    return [card, *(stop for part in parts_of(card, rtl=rtl) if (stop := _stop_in(part)) is not None)]


def parts_of(card: QWidget, *, rtl: bool) -> list[QWidget]:
    """What is seen in a card, from top to bottom and in reading direction, whether the keyboard reaches it or not."""
    parts = [child for child in card.children() if isinstance(child, QWidget) and not child.isHidden()]
    parts.sort(key=lambda child: (child.geometry().center().y() // 8, -child.x() if rtl else child.x()))
    return parts


def _stop_in(part: QWidget) -> QWidget | None:
    """The part itself, or, of a row of stars, the one that Tab stops at."""
    if _reachable(part):
        return part
    inside = (child for child in part.children() if isinstance(child, QWidget) and _reachable(child))
    return next(inside, None)


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

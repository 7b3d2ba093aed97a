"""Where Tab leads in the window: through everything that is seen, and into nothing that lies under something else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from stoa.engine.deck import RoomDeck

# A widget with this property leads Tab through its parts itself. By name: the window may be there before the feed.
LEADS_ITSELF = "leadsTabItself"


def step(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next or previous control of a window. False when there is none.

    Qt's own order would enter the feed in the middle, as its cards are made late, and never come to what is behind.
    """
    focus = QApplication.focusWidget()
    now = focus if focus is not None and window.isAncestorOf(focus) else window
    widget = _beside(now, forward=forward)
    while widget is not None and widget is not now:
        if _is_stop(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            return True
        widget = _beside(widget, forward=forward)
    return False


def enter(area: QWidget | None) -> bool:
    """Give the focus to the first control of an area, or to the area itself. False when there is none."""
    widget = area
    while area is not None and widget is not None:
        if (widget is area or area.isAncestorOf(widget)) and _is_stop(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        widget = widget.nextInFocusChain()
        if widget is area:
            return False
    return False


def _beside(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()):
        return False
    if widget.focusProxy() is not None:
        # Whoever takes the focus for it comes in its own place.
        return False
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        # The feed goes through its cards itself, as they are seen; a room under another one is not seen.
        if around.property(LEADS_ITSELF) or (isinstance(around, RoomDeck) and not around.is_front(widget)):
            return False
        around = around.parentWidget()
    return True

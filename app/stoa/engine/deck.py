"""The pile of room views: the front one is seen, a prepared one lies under it at full size, the others are hidden."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

# How long a view stays under the one that covers it: enough for what its page was drawing. For a frame that no widget
# took the engine looks sixty times a second without end, which takes 0.6 % of a processor. Measured with a page that
# draws all the time: so after 6 of 30 changes when its view went at once, after none when it stayed this long.
LAST_FRAME_MS = 100


class RoomDeck(QWidget):
    """Holds the views of all rooms. Views under the front keep drawing, so that a press has only to raise one.

    ``did_lay_under(True)`` comes when a view lies there ready, ``did_lay_under(False)`` when it was given up again.
    """

    did_lay_under = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QStackedLayout(self)
        self._layout.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._front: QWidget | None = None
        self._under: QWidget | None = None

    @property
    def has_under(self) -> bool:
        """Whether a view lies ready under the front."""
        return self._under is not None

    def put_under(self, view: QWidget) -> None:
        """Lay a view under the front one, alive."""
        self._under = view
        self.did_lay_under.emit(True)
        if self._layout.indexOf(view) < 0:
            self._layout.addWidget(view)
        view.show()
        view.lower()
        if self._front is not None:
            self._front.raise_()

    def raise_front(self, view: QWidget) -> None:
        """Bring a view to the front."""
        if self._layout.indexOf(view) < 0:
            self._layout.addWidget(view)
        self._front = view
        if self._under is view:
            self._under = None
        self._layout.setCurrentWidget(view)
        view.show()
        view.raise_()

    def is_front(self, widget: QWidget) -> bool:
        """Whether a widget is the front view, or a part of it."""
        return self._front is not None and (self._front is widget or self._front.isAncestorOf(widget))

    def take(self, view: QWidget) -> None:
        """Give a view up."""
        if self._front is view:
            self._front = None
        self._layout.removeWidget(view)
        if self._under is view:
            self._under = None
            self.did_lay_under.emit(False)

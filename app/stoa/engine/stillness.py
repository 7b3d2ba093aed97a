"""Tells when all that a page has drawn is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

# A frame that the page has drawn is on its way for one or two more, and its parts may come one after another. Watched
# on the screen: of pages that scroll as they come back, some showed another place or their ground after the next paint.
_STILL_MS = 50
# A page in motion is never still.
_LONGEST_MS = 250


class Stillness(QObject):
    """Waits until nothing new has come to a canvas for a moment: ``did_come``, once."""

    did_come = Signal()

    def __init__(self, canvas: QObject, parent: QObject) -> None:
        super().__init__(parent)
        canvas.installEventFilter(self)
        self._still, self._late = (QTimer(self) for _ in range(2))
        for timer, milliseconds in ((self._still, _STILL_MS), (self._late, _LONGEST_MS)):
            timer.setSingleShot(True)
            timer.timeout.connect(self._end)
            timer.start(milliseconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew to wait."""
        if event.type() == QEvent.Type.Paint and self._still.isActive():
            self._still.start()
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self._still.stop()
        self._late.stop()
        self.did_come.emit()
        self.deleteLater()

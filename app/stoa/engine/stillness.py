"""Tells when something new that a page has drawn is there, and when all of it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

# A frame that the page has drawn is on its way for one or two more, and its parts may come one after another. Watched
# on the screen: of pages that scroll as they come back, some showed another place or their ground after the next paint.
_STILL_MS = 50
# A page in motion is never still.
_LONGEST_MS = 250


class NextPicture(QObject):
    """Waits for the next picture on a canvas that is painted again in a moment as it is: ``did_come``, once.

    A page that draws nothing new is waited for no longer than ``longest_ms``.
    """

    did_come = Signal()

    def __init__(self, canvas: QObject, parent: QObject, longest_ms: int) -> None:
        super().__init__(parent)
        self._is_known = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._end)
        self._late.start(longest_ms)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second that is painted is new."""
        if event.type() == QEvent.Type.Paint:
            if self._is_known and self._late.isActive():
                # Not in the middle of painting.
                self._late.start(0)
            self._is_known = True
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.did_come.emit()
        self.deleteLater()


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

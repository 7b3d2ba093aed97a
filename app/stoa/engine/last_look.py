"""How a page looked when it was left: shown over its view as that comes back, until the engine has drawn it anew.

The engine forgets what it has drawn of a page that sleeps (``forget_drawn``): four bytes a pixel in squares of 256, 3.4
MB at 827 by 672 pixels, which it keeps by itself for up to four hidden pages and five minutes. Until it has drawn them
again, 5 to 30 ms, there would be nothing but the page's ground.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter, QPaintEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QWidget

# A command to the engine, where others have a page: whoever keeps something to be quicker lets go of it. It reaches the
# window's process alone, no page and no renderer, and nothing is loaded.
_PRESSURE = QUrl("chrome://memory-pressure-critical")
_FORMAT, _QUALITY = QByteArray(b"JPG"), 90
# What is drawn as the view comes back is the page's ground; the next is the page.
_DRAWN = 2
# A page that draws nothing, or waits for its own work, must not look like one that hangs.
_LONGEST_MS = 500


def forget_drawn(page: QWebEnginePage) -> None:
    """Let the engine forget what it has drawn of hidden pages, and let this one, which is hidden, stand still."""
    # Before that: whatever is loaded wakes the page.
    page.load(_PRESSURE)
    page.setLifecycleState(QWebEnginePage.LifecycleState.Frozen)


class LastLook:
    """How a view looks now, still seen. Four bytes a pixel at first, then packed: a twentieth of that, or less.

    It knows no view by itself: one that is kept by what it keeps would stay in memory until somebody looks for that.
    """

    def __init__(self, view: QWidget) -> None:
        self._image = view.grab().toImage()
        self._packed = QByteArray()

    def pack(self) -> None:
        """The view stays away: make the picture small, in a thread, since that takes longer than a frame. Once."""
        if not self._image.isNull():
            # No daemon: within Qt it must not be taken down with Python.
            threading.Thread(target=self._pack, args=(QImage(self._image),), name="last-look").start()

    def cover(self, view: QWidget, canvas: QObject) -> None:
        """Lay it over the view. ``canvas`` is the child that the engine draws in.

        The picture of a view that had another size is left out.
        """
        image = QImage(self._image)
        if image.isNull():
            image = _unpacked(self._packed)
        image.setDevicePixelRatio(view.devicePixelRatioF())
        if not image.isNull() and image.deviceIndependentSize().toSize() == view.size():
            _Cover(view, image, canvas)

    def _pack(self, image: QImage) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, _FORMAT)
        writer.setQuality(_QUALITY)
        writer.write(image)
        # In this order: the view may come back at any moment.
        self._packed = buffer.data()
        self._image = QImage()


def _unpacked(packed: QByteArray) -> QImage:
    buffer = QBuffer()
    buffer.setData(packed)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer, _FORMAT).read()


class _Cover(QWidget):
    """The picture, until the engine has drawn the page under it."""

    def __init__(self, view: QWidget, image: QImage, canvas: QObject) -> None:
        super().__init__(view)
        self._image = image
        self._drawn = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(view.rect())
        canvas.installEventFilter(self)
        QTimer.singleShot(_LONGEST_MS, self, self.deleteLater)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what is drawn of the page."""
        if event.type() == QEvent.Type.Paint:
            self._drawn += 1
            if self._drawn == _DRAWN:
                # Not in the middle of painting.
                QTimer.singleShot(0, self, self.deleteLater)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it."""
        QPainter(self).drawImage(0, 0, self._image)

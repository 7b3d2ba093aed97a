"""How a page looked when it was left: shown in its place as it comes back, until the engine has drawn it anew.

The engine forgets what it has drawn of a page that sleeps (``forget_drawn``): four bytes a pixel in squares of 256, 3.4
MB at 827 by 672 pixels, which it keeps by itself for up to four hidden pages and five minutes. Until it has drawn them
again, 5 to 30 ms, there would be nothing but the page's ground. Of a page that was discarded there would be nothing for
some 70 ms: its look goes on with what else is kept of it (``keepsake.py``).
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QImageWriter, QPainter, QPaintEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QWidget

from stoa.engine.stillness import NextPicture

if TYPE_CHECKING:
    from PySide6.QtWebEngineWidgets import QWebEngineView

# A command to the engine, where others have a page: whoever keeps something to be quicker lets go of it. It reaches the
# window's process alone, no page and no renderer, and nothing is loaded.
_PRESSURE = QUrl("chrome://memory-pressure-critical")
_FORMAT = QByteArray(b"JPG")
# What one look may take once its page is discarded, and how well it is packed: the first that is small enough.
LOOK_MAX_BYTES = 160 * 1024
_QUALITIES = (90, 70, 40)
# Below 50 it is unpacked by the quicker of two ways: 1.6 ms instead of 2.6, and nobody sees a difference.
_QUICK = 49
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

    def __init__(self, view: QWebEngineView) -> None:
        self._image = view.grab().toImage()
        self._pixels = self._image.size()
        self._shown = _how_shown(view)
        self._packed = QByteArray()

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return self._image.sizeInBytes() + self._packed.size()

    def pack(self) -> None:
        """The view stays away: make the picture small, in a thread, since that takes longer than a frame. Once."""
        if not self._image.isNull():
            # No daemon: within Qt it must not be taken down with Python.
            threading.Thread(target=self._pack, args=(QImage(self._image),), name="last-look").start()

    def fits(self, view: QWebEngineView) -> bool:
        """Whether a view has the size now that it had, and shows its page no larger, smaller, lighter or darker."""
        return view.size() * view.devicePixelRatioF() == self._pixels and _how_shown(view) == self._shown

    def picture(self) -> QImage:
        """The picture, a point of it a point of the screen. Takes a few milliseconds once it is packed."""
        image = QImage(self._image)
        return _unpacked(self._packed) if image.isNull() else image

    def cover(self, view: QWebEngineView, canvas: QObject) -> None:
        """Lay it over the view, if it fits. ``canvas`` is the child that the engine draws in."""
        if self.fits(view):
            picture = self.picture()
            picture.setDevicePixelRatio(view.devicePixelRatioF())
            _Cover(view, picture, canvas)

    def _pack(self, image: QImage) -> None:
        packed = QByteArray()
        for quality in _QUALITIES:
            packed = _packed(image, quality)
            if packed.size() <= LOOK_MAX_BYTES:
                break
        # In this order: the view may come back at any moment.
        self._packed = packed
        self._image = QImage()


def _how_shown(view: QWebEngineView) -> tuple[float, float, Qt.ColorScheme]:
    # A page may follow the system's colours where the window does not.
    return view.devicePixelRatioF(), view.zoomFactor(), QGuiApplication.styleHints().colorScheme()


def _packed(image: QImage, quality: int) -> QByteArray:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, _FORMAT)
    writer.setQuality(quality)
    writer.write(image)
    packed = buffer.data()
    packed.squeeze()
    return packed


def _unpacked(packed: QByteArray) -> QImage:
    buffer = QBuffer()
    buffer.setData(packed)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, _FORMAT)
    reader.setQuality(_QUICK)
    return reader.read()


class _Cover(QWidget):
    """The picture, until the engine has drawn the page under it: first its ground, next the page."""

    def __init__(self, view: QWidget, image: QImage, canvas: QObject) -> None:
        super().__init__(view)
        self._image = image
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(view.rect())
        NextPicture(canvas, self, _LONGEST_MS).did_come.connect(self.deleteLater)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it."""
        QPainter(self).drawImage(0, 0, self._image)

"""Pictures ready to draw: decoded and rounded in a thread at the size they are shown, the least used let go."""

from __future__ import annotations

import atexit
from collections import OrderedDict, deque
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QRectF,
    QSize,
    Qt,
    QThreadPool,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPen, QPixmap

from stoa.contract.errors import StoaError
from stoa.ui.picture_format import format_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.shell.feed.sources import PictureSource

T = TypeVar("T")
# Some forty pictures at column width on a screen with one device pixel each.
KEPT_BYTES = 40 * 1024 * 1024
KEPT_SIZES = 4096
# Fast scrolling asks for more than can be shown: the newest are decoded first and the oldest wishes dropped.
_WAITING = 16
_EDGE = QColor(128, 128, 128, 48)


class Wanted(NamedTuple):
    """A picture at a size in device pixels, with the radius of its corners and the screen's ratio."""

    picture_id: str
    width: int
    height: int
    radius: int
    ratio: float


_shelves: WeakSet[PictureShelf] = WeakSet()


@atexit.register
def close_all() -> None:
    """Wait for what is being decoded: a thread that still is while Python is taken down would crash the program."""
    for shelf in tuple(_shelves):
        if shiboken6.isValid(shelf):
            shelf.close()


class PictureShelf(QObject):
    """Gives pictures by id. ``loaded(id)`` follows one having become ready."""

    loaded = Signal(str)
    _decoded = Signal(object, QImage)

    def __init__(self, source: PictureSource | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._bytes = 0
        self._sizes: OrderedDict[str, QSize] = OrderedDict()
        self._waiting: deque[Wanted] = deque(maxlen=_WAITING)
        self._busy: Wanted | None = None
        self._closed = False
        self._missing: set[Wanted] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._decoded.connect(self._on_decoded)
        _shelves.add(self)

    def set_source(self, source: PictureSource | None) -> None:
        """Where pictures come from."""
        self._source = source
        self._missing.clear()

    def size_of(self, picture_id: str) -> QSize | None:
        """The size of a picture in its own pixels; None where it is gone."""
        size = self._sizes.get(picture_id)
        if size is None:
            found = self._ask(lambda source: source.size(picture_id))
            if found is None:
                return None
            size = self._sizes[picture_id] = QSize(*found)
            if len(self._sizes) > KEPT_SIZES:
                self._sizes.popitem(last=False)
        return size

    def pixmap(self, picture_id: str, size: QSize, radius: int, ratio: float) -> QPixmap | None:
        """The picture covering ``size`` logical pixels with rounded corners; None while it is being decoded."""
        wanted = _wanted(picture_id, size, radius, ratio)
        pixmap = self._kept.get(wanted)
        if pixmap is not None:
            self._kept.move_to_end(wanted)
            return pixmap
        if wanted not in self._missing and wanted != self._busy:
            if wanted in self._waiting:
                self._waiting.remove(wanted)
            self._waiting.append(wanted)
            self._next()
        return None

    def prepare(self, picture_id: str, size: QSize, radius: int, ratio: float) -> None:
        """Has a picture decoded after all that are in view."""
        wanted = _wanted(picture_id, size, radius, ratio)
        known = wanted in self._kept or wanted in self._waiting or wanted in self._missing or wanted == self._busy
        if not known and len(self._waiting) < _WAITING:
            self._waiting.appendleft(wanted)
            self._next()

    def close(self) -> None:
        """Waits for the picture being decoded; none is begun afterwards."""
        self._closed = True
        self._waiting.clear()
        self._pool.waitForDone()

    def _next(self) -> None:
        while self._busy is None and self._waiting and not self._closed:
            wanted = self._waiting.pop()
            # The database belongs to this thread; only the decoding goes to another.
            data = self._ask(partial(_picture, wanted.picture_id))
            if data is None:
                self._miss(wanted)
                continue
            self._busy = wanted
            self._pool.start(partial(self._work, data, wanted))

    def _ask(self, question: Callable[[PictureSource], T | None]) -> T | None:
        """What the source knows; nothing where it cannot be read, as a card does without its picture."""
        try:
            return question(self._source) if self._source is not None else None
        except StoaError:
            return None

    def _work(self, data: bytes, wanted: Wanted) -> None:
        image = covering(data, wanted)
        try:
            self._decoded.emit(wanted, image)
        except RuntimeError:
            # The pane was closed meanwhile: nobody wants the picture any more.
            return

    def _on_decoded(self, wanted: Wanted, image: QImage) -> None:
        self._busy = None
        if image.isNull():
            self._miss(wanted)
        else:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(wanted.ratio)
            self._kept[wanted] = pixmap
            self._bytes += _cost(wanted)
            while self._bytes > KEPT_BYTES and len(self._kept) > 1:
                self._bytes -= _cost(self._kept.popitem(last=False)[0])
            self.loaded.emit(wanted.picture_id)
        self._next()

    def _miss(self, wanted: Wanted) -> None:
        """Remembers what cannot be shown, so that it is not tried at every paint."""
        if len(self._missing) > KEPT_SIZES:
            self._missing.clear()
        self._missing.add(wanted)


def covering(data: bytes, wanted: Wanted) -> QImage:
    """The picture scaled to cover the wanted size, cut in the middle, with round corners; null if unreadable."""
    if not (name := format_of(data)):
        return QImage()
    buffer = _opened(data)
    reader = QImageReader(buffer, name.encode())
    # Else a damaged one would be shown to every other decoder.
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    own = reader.size()
    if not own.isValid() or own.isEmpty():
        return QImage()
    factor = max(wanted.width / own.width(), wanted.height / own.height())
    if factor < 1:
        # JPEG decodes straight to about this size, which is several times faster.
        reader.setScaledSize(QSize(max(1, round(own.width() * factor)), max(1, round(own.height() * factor))))
    image = reader.read()
    if image.isNull():
        return image
    out = QImage(wanted.width, wanted.height, QImage.Format.Format_ARGB32_Premultiplied)
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, wanted.width, wanted.height), wanted.radius, wanted.radius)
    painter.setClipPath(path)
    scale = max(wanted.width / image.width(), wanted.height / image.height())
    shown = QRectF(0, 0, image.width() * scale, image.height() * scale)
    shown.moveCenter(QRectF(0, 0, wanted.width, wanted.height).center())
    painter.drawImage(shown, image)
    if 2 * wanted.radius < min(wanted.width, wanted.height):
        # A white page on a white card needs an edge; this one is seen on any ground. Faces are round and do without.
        painter.setClipping(False)
        painter.setPen(QPen(_EDGE, wanted.ratio))
        half = wanted.ratio / 2
        inside = QRectF(0, 0, wanted.width, wanted.height).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inside, wanted.radius - half, wanted.radius - half)
    painter.end()
    return out


def _picture(picture_id: str, source: PictureSource) -> bytes | None:
    return source.get(picture_id)


def _opened(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _cost(wanted: Wanted) -> int:
    return wanted.width * wanted.height * 4


def _wanted(picture_id: str, size: QSize, radius: int, ratio: float) -> Wanted:
    return Wanted(picture_id, round(size.width() * ratio), round(size.height() * ratio), round(radius * ratio), ratio)

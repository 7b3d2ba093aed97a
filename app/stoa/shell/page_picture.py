"""A picture of what a room shows, for the card of a post."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImageWriter

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

_WIDTH = 1240
_SHAPE = 16 / 9


async def picture_of(view: QWidget) -> bytes | None:
    """The upper part of a view as PNG, at most 1240 pixels wide; None while the view has no size."""
    grabbed = view.grab().toImage()
    # Scaling and encoding take longer than a frame.
    return None if grabbed.isNull() else await asyncio.to_thread(_encoded, grabbed)


def _encoded(grabbed: QImage) -> bytes:
    size = grabbed.size()
    top = grabbed.copy(QRect(0, 0, size.width(), min(size.height(), round(size.width() / _SHAPE))))
    if top.width() > _WIDTH:
        top = top.scaled(
            QSize(_WIDTH, _WIDTH), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return png_of(top)


def png_of(image: QImage) -> bytes:
    """A picture as the bytes of a PNG file. Takes longer than a frame: call it in a thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())

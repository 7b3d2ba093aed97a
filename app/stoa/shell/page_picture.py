"""A picture of what a room shows, for the card of a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH = 1240
_SHAPE = 16 / 9


def picture_of(view: QWidget) -> bytes | None:
    """The upper part of a view as PNG, at most 1240 pixels wide; None while the view has no size."""
    grabbed = view.grab()
    if grabbed.isNull():
        return None
    size = grabbed.size()
    top = grabbed.copy(QRect(0, 0, size.width(), min(size.height(), round(size.width() / _SHAPE))))
    if top.width() > _WIDTH:
        top = top.scaled(
            QSize(_WIDTH, _WIDTH), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    top.save(buffer, "PNG")
    return bytes(buffer.data().data())

"""Shapes that several widgets and the feed's cards share: rounded bodies, soft shadows, focus rings, pictures."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QTransform,
)

from stoa.ui.tokens import FOCUS_RING, RADIUS_CARD, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

# As far as a shadow reaches, in pixels: dense at the edge, and then a long tail.
CARD_SHADOW = 16.0
_SHADOW_STEPS, _SHADOW_STEPS_FAR = 4, 8


def mixed(first: QColor | str, second: QColor | str, share: float) -> QColor:
    """The colour ``share`` (0 to 1) of the way from ``first`` to ``second``."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
        a.alphaF() + (b.alphaF() - a.alphaF()) * share,
    )


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A path round ``rect`` with corners of ``radius``."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def paint_body(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | str | None, edge: QColor | str | None = None
) -> None:
    """Fills a rounded body and draws its one-pixel edge inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, color: QColor | str, reach: float = 3.0) -> None:
    """Draws a soft shadow below and a little beside ``rect``; it needs ``reach`` pixels below, half as many beside."""
    steps = _SHADOW_STEPS if reach < 2 * _SHADOW_STEPS else _SHADOW_STEPS_FAR
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(color)
    shade.setAlphaF(shade.alphaF() / steps)
    painter.setBrush(shade)
    for step in range(steps):
        spread = reach * ((step + 1) / steps) ** 3
        painter.drawRoundedRect(
            rect.adjusted(-spread / 2, 0, spread / 2, spread), radius + spread / 2, radius + spread / 2
        )


def shadow_pixmap(side: float, radius: float, color: str, reach: float, ratio: float) -> QPixmap:
    """The shadow of a square of ``side`` as a pixmap that reaches ``ceil(reach)`` pixels beyond it on each side.

    Cached by Qt: for what is drawn many times over, as four smooth outlines each time are most of a tile's paint.
    """
    beyond = ceil(reach)
    place = QRectF(beyond, beyond, side, side)
    return _kept_pixmap(
        f"stoa:shadow:{side}:{radius}:{color}:{reach}:{ratio}", side + 2 * beyond, ratio,
        lambda painter: paint_shadow(painter, place, radius, color, reach),
    )  # fmt: skip


def cut_pixmap(pixmap: QPixmap, side: float, radius: float, ratio: float) -> QPixmap:
    """``pixmap`` covering a square of ``side`` with rounded corners; cached by Qt."""
    return _kept_pixmap(
        f"stoa:cut:{pixmap.cacheKey()}:{side}:{radius}:{ratio}", side, ratio,
        lambda painter: paint_picture(painter, QRectF(0, 0, side, side), radius, pixmap),
    )  # fmt: skip


def _kept_pixmap(key: str, side: float, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    kept = QPixmap(ceil(side * ratio), ceil(side * ratio))
    kept.setDevicePixelRatio(ratio)
    kept.fill(Qt.GlobalColor.transparent)
    painter = QPainter(kept)
    paint(painter)
    painter.end()
    QPixmapCache.insert(key, kept)
    return kept


def paint_card(
    painter: QPainter, rect: QRectF, tokens: Tokens, radius: float = RADIUS_CARD, reach: float = CARD_SHADOW
) -> None:
    """Draws a card: shadow, body, edge. The shadow reaches ``reach`` pixels below ``rect``."""
    paint_shadow(painter, rect, radius, tokens.shadow, reach)
    paint_body(painter, rect, radius, tokens.card, tokens.line)


def paint_ring(painter: QPainter, rect: QRectF, radius: float, color: QColor | str) -> None:
    """Draws the keyboard focus ring just inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(color), FOCUS_RING))
    half = FOCUS_RING / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), max(0.0, radius - half), max(0.0, radius - half))


def paint_gradient(painter: QPainter, rect: QRectF, radius: float, colors: tuple[str, str]) -> None:
    """Fills a rounded body with a gradient from its top left to its bottom right."""
    gradient = QLinearGradient(rect.topLeft(), rect.bottomRight())
    gradient.setColorAt(0, QColor(colors[0]))
    gradient.setColorAt(1, QColor(colors[1]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(rounded(rect, radius), gradient)


def paint_picture(painter: QPainter, rect: QRectF, radius: float, pixmap: QPixmap) -> None:
    """Draws ``pixmap`` so that it covers ``rect``, cut to rounded corners and centred."""
    if pixmap.isNull() or rect.isEmpty():
        return
    # A texture brush, because Qt does not smooth the edge of a clip path. Brushes count device pixels.
    factor = max(rect.width() / pixmap.width(), rect.height() / pixmap.height())
    corner = rect.center() - QPointF(pixmap.width() * factor / 2, pixmap.height() * factor / 2)
    brush = QBrush(pixmap)
    brush.setTransform(QTransform.fromTranslate(corner.x(), corner.y()).scale(factor, factor))
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()

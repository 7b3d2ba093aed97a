"""A mini-app in a grid: its icon on a tile and its name below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.ui.avatar import gradient_of, initials
from stoa.ui.hint import plain_hint
from stoa.ui.icons import paint_icon
from stoa.ui.painting import cut_pixmap, paint_body, paint_gradient, paint_ring, shadow_pixmap
from stoa.ui.pressable import Pressable
from stoa.ui.tokens import ON_GRADIENT, RADIUS_CONTROL, RADIUS_TILE, SPACE_2, TILE

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QPaintEvent

    from stoa.ui.theme import Theme

_CELL = 104
_ICON = 28.0
_BADGE = 24.0
# How far the shadow reaches at rest, and in how many steps a pixel of it grows.
_SHADOW, _SHADOW_STEPS = 10.0, 4


def paint_app_icon(painter: QPainter, rect: QRectF, theme: Theme, name: str, icon: QPixmap | None) -> None:
    """Draws a mini-app's icon cut to a tile, or its initials on a gradient where it has none."""
    radius = rect.width() * RADIUS_TILE / TILE
    if icon is not None and not icon.isNull():
        cut = cut_pixmap(icon, rect.width(), radius, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.topLeft(), cut)
        return
    paint_gradient(painter, rect, radius, gradient_of(name))
    font = theme.font("label")
    font.setPixelSize(max(8, round(rect.width() * 0.36)))
    painter.setFont(font)
    painter.setPen(ON_GRADIENT)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))


class AppIcon(QWidget):
    """A mini-app's icon alone, ``size`` pixels wide; decoration beside its name."""

    def __init__(
        self,
        theme: Theme,
        icon: QPixmap | None = None,
        name: str = "",
        *,
        size: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._icon = icon
        self._name = name
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.did_change.connect(self.update)

    def set_icon(self, icon: QPixmap | None, name: str) -> None:
        """Changes whose icon it is."""
        self._icon, self._name = icon, name
        self.update()

    def sizeHint(self) -> QSize:
        """Its side both ways."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the icon."""
        paint_app_icon(QPainter(self), self.rect().toRectF(), self.theme, self._name, self._icon)


class AppTile(Pressable):
    """A tile to press. ``icon`` is a pixmap, a name of the icon family for a host tile (dashed), or None.

    ``note`` says where it comes from: a tooltip, and a folder in the corner. ``menu_requested(global position)``
    follows a right click or the menu key.
    """

    menu_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        icon: QPixmap | str | None = None,
        *,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        self._icon = icon
        self._note = note
        self.setText(name)
        if note:
            self.setAccessibleDescription(note)
            self.setToolTip(plain_hint(note))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: QPixmap | str | None) -> None:
        """Changes the icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """The cell of the grid: tile, name and the room around them."""
        metrics = QFontMetricsF(self.theme.font("label"))
        return QSize(round(_CELL * max(1.0, self.theme.scale**0.5)), SPACE_2 + TILE + round(metrics.height()) + 25)

    def minimumSizeHint(self) -> QSize:
        """Cells do not shrink: the grid has fewer columns instead."""
        return self.sizeHint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu where the pointer, or, by key, the tile is."""
        self.menu_requested.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the tile, the name and the focus ring."""
        painter = QPainter(self)
        # A tile that rises stands between two pixels on its way.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = self.theme.tokens
        lift = 0.0 if self.isDown() else 2.0 * self.hover
        tile = QRectF((self.width() - TILE) / 2, SPACE_2 - lift, TILE, TILE)
        host = isinstance(self._icon, str)
        if isinstance(self._icon, str):
            self._paint_host_tile(painter, tile, self._icon)
        else:
            self._paint_shadow(painter, tile)
            paint_app_icon(painter, tile, self.theme, self.text(), self._icon)
        if self._note and not host:
            self._paint_badge(painter, tile)
        if self.isDown() and not host:
            paint_body(painter, tile, RADIUS_TILE, QColor(0, 0, 0, 40))
        font = self.theme.font("label")
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted if host else tokens.text))
        below = QRectF(4, SPACE_2 + TILE + 9, self.width() - 8, self.height() - TILE - SPACE_2 - 9)
        name = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)
        if self.ringed:
            paint_ring(painter, self.rect().toRectF().adjusted(2, 0, -2, -8), RADIUS_CONTROL + 4, tokens.accent)

    def _paint_shadow(self, painter: QPainter, tile: QRectF) -> None:
        """The tile's shadow, which grows with hover in steps that nobody can tell apart and few enough to be kept."""
        reach = _SHADOW + round(2 * self.hover * _SHADOW_STEPS) / _SHADOW_STEPS
        shadow = shadow_pixmap(TILE, RADIUS_TILE, self.theme.tokens.shadow, reach, self.devicePixelRatioF())
        beyond = (shadow.deviceIndependentSize().width() - TILE) / 2
        painter.drawPixmap(tile.topLeft() - QPointF(beyond, beyond), shadow)

    def _paint_badge(self, painter: QPainter, tile: QRectF) -> None:
        tokens = self.theme.tokens
        badge = QRectF(tile.right() - _BADGE + 5, tile.bottom() - _BADGE + 5, _BADGE, _BADGE)
        paint_body(painter, badge, _BADGE / 2, tokens.card, tokens.line)
        paint_icon(painter, "folder", tokens.muted, badge.adjusted(5, 5, -5, -5))

    def _paint_host_tile(self, painter: QPainter, tile: QRectF, icon: str) -> None:
        tokens = self.theme.tokens
        paint_body(painter, tile, RADIUS_TILE, tokens.hover if self.hover > 0.5 or self.isDown() else None)
        pen = QPen(QColor(tokens.faint), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_TILE, RADIUS_TILE)
        at = QRectF(0, 0, _ICON, _ICON)
        at.moveCenter(tile.center())
        paint_icon(painter, icon, tokens.muted, at)

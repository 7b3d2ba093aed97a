"""The rail: the places of the program down the left edge, settings and account at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa.ui.avatar import paint_avatar
from stoa.ui.hint import plain_hint
from stoa.ui.icons import paint_icon
from stoa.ui.painting import mixed, paint_body, paint_gradient
from stoa.ui.pressable import Pressable
from stoa.ui.spoken import choose, speak_as_choice
from stoa.ui.tokens import ICON, RADIUS_CONTROL, RAIL, SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

_ITEM_WIDTH, _ITEM_HEIGHT = 56, 52
_SLIM_WIDTH = 44
# Where the name begins below the icon.
_NAME_TOP = 30
_BADGE_MAX = 99
_MARK_COLORS = ("#2F5BC7", "#234393")


class RailItem(Pressable):
    """One place: an icon over its name, marked while the place is shown, with a badge for what is new there."""

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._icon = icon
        self._badge = 0
        self._slim = False
        self.setText(text)
        self.setToolTip(text)
        speak_as_choice(self)

    def set_badge(self, count: int) -> None:
        """Show how many things are new; 0 shows none."""
        self._badge = count
        self.setAccessibleName(self.text() if count == 0 else self.tr("{0}, {1} new").format(self.text(), count))
        self.update()

    def set_slim(self, slim: bool) -> None:  # noqa: FBT001  a state
        """Show the icon alone; the name stays in the tooltip and for screen readers."""
        self._slim = slim
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square of the rail, wider where the language has a longer name for the place."""
        if self._slim:
            return QSize(_SLIM_WIDTH, _SLIM_WIDTH)
        metrics = QFontMetrics(self.theme.font("tiny"))
        name = metrics.horizontalAdvance(self.text())
        # Larger text has the same room around it; at its usual size a long name may fill the item.
        width = max(_ITEM_WIDTH, name + (2 if self.theme.scale <= 1 else 2 * SPACE_2))
        return QSize(width, max(_ITEM_HEIGHT, _NAME_TOP + metrics.height() + SPACE_1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground, icon, name and badge."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        ground = tokens.accent_soft if self.isChecked() else mixed(tokens.panel, tokens.hover, self.hover)
        paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, ground)
        ink = tokens.accent if self.isChecked() else tokens.muted
        icon_rect = QRectF((self.width() - ICON) / 2, (self.height() - ICON) / 2 if self._slim else 8, ICON, ICON)
        paint_icon(painter, self._icon, ink, icon_rect)
        if not self._slim:
            painter.setFont(self.theme.font("tiny"))
            painter.setPen(self.theme.color("accent" if self.isChecked() else "muted"))
            below = QRectF(-2, _NAME_TOP, self.width() + 4, self.height() - _NAME_TOP - SPACE_1)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._badge:
            self._paint_badge(painter, icon_rect)
        self.paint_focus(painter)

    def _paint_badge(self, painter: QPainter, icon_rect: QRectF) -> None:
        tokens = self.theme.tokens
        text = str(self._badge) if self._badge <= _BADGE_MAX else f"{_BADGE_MAX}+"
        painter.setFont(self.theme.font("tiny", 700))
        width = max(16.0, painter.fontMetrics().horizontalAdvance(text) + 8.0)
        rect = QRectF(icon_rect.right() - 6, icon_rect.top() - 5, width, 16)
        paint_body(painter, rect, 8, tokens.warm_text)
        painter.setPen(self.theme.color("on_warm"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class _Mark(QWidget):
    """The program's own sign at the head of the rail."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(36, 36)
        self.setAccessibleName("Stoa")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints a temple front on blue."""
        painter = QPainter(self)
        paint_gradient(painter, self.rect().toRectF(), RADIUS_CONTROL, _MARK_COLORS)
        paint_icon(painter, "stoa", "#FFFFFF", QRectF(8, 8, 20, 20))


class AccountButton(Pressable):
    """The account in use; pressing it lists the others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._name = ""
        self._picture: QPixmap | None = None

    def set_account(self, name: str, picture: QPixmap | None) -> None:
        """Show an account."""
        self._name = name
        self._picture = picture
        self.setAccessibleName(self.tr("Account: {0}").format(name))
        self.setToolTip(plain_hint(name))
        self.update()

    def sizeHint(self) -> QSize:
        """A round picture with room for the focus ring."""
        return QSize(44, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the picture."""
        painter = QPainter(self)
        paint_avatar(painter, QRectF(4, 4, 36, 36), self.theme, self._name, self._picture)
        self.paint_focus(painter, 22)


class Rail(QWidget):
    """Feed, Apps, Activity and Workbench at the head; Settings and the account at the foot."""

    did_choose = Signal(str)
    account_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slim = False
        self.setAccessibleName(self.tr("Places"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_1, SPACE_3 + 2, SPACE_1, SPACE_3)
        layout.setSpacing(SPACE_1 + 2)
        layout.addWidget(_Mark(theme, self), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(SPACE_3 + 2)
        self._items: dict[str, RailItem] = {}
        for place, icon, text in (
            ("feed", "feed", self.tr("Feed")),
            ("apps", "apps", self.tr("Apps")),
            ("activity", "bell", self.tr("Activity")),
            ("workbench", "wrench", self.tr("Workbench")),
        ):
            self._add(layout, place, icon, text)
        layout.addStretch(1)
        self._add(layout, "settings", "settings", self.tr("Settings"))
        self.account = AccountButton(theme, self)
        self.account.clicked.connect(self.account_pressed)
        layout.addWidget(self.account, alignment=Qt.AlignmentFlag.AlignHCenter)
        theme.did_change.connect(self._fit)
        self._fit()

    def mark(self, place: str) -> None:
        """Mark the place that is shown."""
        for name, item in self._items.items():
            choose(item, name == place)

    def set_slim(self, slim: bool) -> None:  # noqa: FBT001  a state
        """Show icons without names, where every pixel of the window counts."""
        if slim == self._slim:
            return
        self._slim = slim
        for item in self._items.values():
            item.set_slim(slim)
        self._fit()

    def set_badge(self, place: str, count: int) -> None:
        """Show how many things are new at a place."""
        self._items[place].set_badge(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks the places by Up and Down."""
        stops: list[Pressable] = [*self._items.values(), self.account]
        at = next((index for index, stop in enumerate(stops) if stop.hasFocus()), None)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
        else:
            stops[(at + step) % len(stops)].take_focus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the panel and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        edge = 0 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), self._theme.color("line"))

    def _fit(self) -> None:
        """Be as wide as the longest name needs, in this language and at this size of text."""
        for item in self._items.values():
            item.updateGeometry()
        widest = max(item.sizeHint().width() for item in self._items.values()) + 2 * SPACE_1
        self.setFixedWidth(widest if self._slim else max(RAIL, widest))
        self.update()

    def _add(self, layout: QVBoxLayout, place: str, icon: str, text: str) -> None:
        item = RailItem(self._theme, icon, text, self)
        item.clicked.connect(lambda: self.did_choose.emit(place))
        self._items[place] = item
        layout.addWidget(item, alignment=Qt.AlignmentFlag.AlignHCenter)

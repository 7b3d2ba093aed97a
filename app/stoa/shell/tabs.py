"""The stage's tabs: the launcher first, then one for each open room."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from stoa.shell.hover import HoverWatch
from stoa.shell.tab_grip import TabGrip
from stoa.ui.app_tile import paint_app_icon
from stoa.ui.button import IconButton
from stoa.ui.hint import plain_hint
from stoa.ui.icons import paint_icon
from stoa.ui.painting import mixed, paint_body
from stoa.ui.pressable import Pressable
from stoa.ui.scroll_area import own_viewport
from stoa.ui.spoken import choose, speak_as_choice
from stoa.ui.tokens import CONTROL_HEIGHT, RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3, SPACE_4, TOP_BAR

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

_ICON = 22.0
_TAB_MAX, _TAB_MIN = 200, 104
_CLOSE = 26


class Tab(Pressable):
    """One tab: an icon and a name, and for a room a cross."""

    close_pressed = Signal()

    def __init__(self, theme: Theme, text: str, icon: QPixmap | str | None, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._icon = icon
        self._note = ""
        self.setText(text)
        self.setToolTip(plain_hint(text))
        self.setMaximumWidth(_TAB_MAX)
        self._close: IconButton | None = None
        if not isinstance(icon, str):
            name = self.tr("Close {0}").format(text)
            self._close = IconButton(theme, "close", name, side=_CLOSE, size=14, parent=self)
            self._close.setFixedSize(_CLOSE, _CLOSE)
            self._close.clicked.connect(self.close_pressed)
        speak_as_choice(self)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops: the tab, then its cross."""
        return [self] if self._close is None else [self, self._close]

    def set_note(self, note: str) -> None:
        """Say something beside the name, for example that the room sleeps; empty for nothing."""
        if note == self._note:
            return
        self._note = note
        name = self.text() if not note else f"{self.text()}, {note}"
        self.setAccessibleName(name)
        self.setToolTip(plain_hint(name))
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, name and cross."""
        metrics = QFontMetricsF(self.theme.font("label"))
        end = _CLOSE + SPACE_1 if self._close else SPACE_3
        wanted = SPACE_3 + _ICON + SPACE_2 + metrics.horizontalAdvance(self.text()) + SPACE_1 + 2 + end
        return QSize(min(_TAB_MAX, round(wanted + 0.5)), max(CONTROL_HEIGHT, round(metrics.height()) + 14))

    def minimumSizeHint(self) -> QSize:
        """As narrow as it gets beside many others; then the row moves."""
        hint = self.sizeHint()
        return QSize(min(_TAB_MIN, hint.width()), hint.height())

    def resizeEvent(self, _event: object) -> None:
        """Places the cross at the far end."""
        if self._close is not None:
            x = SPACE_1 + 1 if self.mirrored else self.width() - _CLOSE - SPACE_1 - 1
            self._close.move(x, (self.height() - _CLOSE) // 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Closes on the middle button."""
        if event.button() is Qt.MouseButton.MiddleButton and self._close is not None:
            self.close_pressed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Closes on Delete."""
        if event.key() == Qt.Key.Key_Delete and self._close is not None:
            self.close_pressed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground, icon and name."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        rect = self.rect().toRectF()
        if self.isChecked():
            paint_body(painter, rect, RADIUS_CONTROL, tokens.card, tokens.line)
        elif self.hover > 0:
            paint_body(painter, rect, RADIUS_CONTROL, mixed(tokens.panel, tokens.hover, self.hover))
        left = self.width() - SPACE_3 - _ICON if self.mirrored else float(SPACE_3)
        icon_rect = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
        ink = "text" if self.isChecked() else "muted"
        if isinstance(self._icon, str):
            paint_icon(painter, self._icon, self.theme.color(ink), icon_rect.adjusted(2, 2, -2, -2))
        else:
            painter.setOpacity(0.55 if self._note else 1.0)
            paint_app_icon(painter, icon_rect, self.theme, self.text(), self._icon)
            painter.setOpacity(1.0)
        self._paint_name(painter, ink)
        self.paint_focus(painter)

    def _paint_name(self, painter: QPainter, ink: str) -> None:
        near, far = SPACE_3 + _ICON + SPACE_2, SPACE_2 + (_CLOSE if self._close else 0)
        rect = QRectF(far if self.mirrored else near, 0, self.width() - near - far, self.height())
        painter.setFont(self.theme.font("label"))
        painter.setPen(self.theme.color(ink))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute, text)


class _Shelf(QScrollArea):
    """A row that is moved sideways by wheel and focus when it is longer than its place; it shows no bars."""

    def __init__(self, row: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(row)
        for ground in (self.viewport(), row):
            ground.setAutoFillBackground(False)

    def reveal(self, widget: QWidget) -> None:
        """Moves a widget of the row into sight; Qt's own way does not know mirrored languages."""
        left = widget.mapTo(self.viewport(), QPoint(0, 0)).x()
        beyond = left + widget.width() + SPACE_4 - self.viewport().width()
        shift = left - SPACE_4 if left < SPACE_4 else max(0, beyond)
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + (-shift if self.isRightToLeft() else shift))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves sideways, whichever way the wheel turns."""
        delta = event.angleDelta().x() or event.angleDelta().y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - delta)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the arrows to the bar, which moves the focus by them."""
        event.ignore()


class TabBar(QWidget):
    """The launcher's tab and those of the open rooms, by room key. The launcher's key is empty.

    Left, Right, Home and End move the focus from tab to tab. ``did_tear`` carries the key of a room's tab that goes
    to a window of its own, and the place on the screen where it was let go, or None, ``did_rest`` that of a tab that is
    about to be chosen.
    """

    did_choose = Signal(str)
    did_rest = Signal(str)
    close_pressed = Signal(str)
    did_tear = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: dict[str, Tab] = {}
        self._watch = HoverWatch(self)
        self._watch.did_rest.connect(self.did_rest)
        self._closing = HoverWatch(self)
        self._closing.did_rest.connect(self.expect_close)
        self.setFixedHeight(TOP_BAR)
        self.setAccessibleName(self.tr("Open apps"))
        row = QWidget()
        self._shelf = _Shelf(row, self)
        # Queued: the row takes its new place only after the range has changed.
        bar = self._shelf.horizontalScrollBar()
        bar.rangeChanged.connect(self._reveal_marked, Qt.ConnectionType.QueuedConnection)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 1)
        around.addWidget(self._shelf)
        self._layout = QHBoxLayout(row)
        self._layout.setContentsMargins(SPACE_4 - 2, 0, SPACE_4, 0)
        self._layout.setSpacing(SPACE_1)
        self._layout.addStretch(1)
        self.add("", self.tr("Apps"), "apps")
        theme.did_change.connect(self.update)

    @property
    def keys(self) -> list[str]:
        """The keys of the rooms' tabs, in order."""
        return [key for key in self._tabs if key]

    def add(self, key: str, text: str, icon: QPixmap | str | None) -> None:
        """Put a tab at the end."""
        if key in self._tabs:
            return
        tab = Tab(self._theme, text, icon, self._layout.parentWidget())
        tab.clicked.connect(lambda: self.did_choose.emit(key))
        tab.close_pressed.connect(lambda: self.close_pressed.emit(key))
        if key:
            self._watch.watch(tab, key)
            self._closing.watch(tab.stops[-1], key)
            grip = TabGrip(self._theme, tab, self)
            grip.did_tear.connect(lambda at: self.did_tear.emit(key, at))
            grip.close_pressed.connect(tab.close_pressed)
        self._tabs[key] = tab
        self._layout.insertWidget(self._layout.count() - 1, tab)
        # Now: Qt would do it a moment later, and the bar would be painted twice.
        tab.show()
        self._retab()

    def remove(self, key: str) -> None:
        """Take a tab away."""
        if key and (tab := self._tabs.pop(key, None)) is not None:
            self._layout.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
            self._retab()

    def mark(self, key: str | None) -> None:
        """Mark the tab that is shown; None marks none."""
        for name, tab in self._tabs.items():
            choose(tab, name == key)
        self._reveal_marked()

    def set_note(self, key: str, note: str) -> None:
        """Say something beside a tab's name."""
        if key in self._tabs:
            self._tabs[key].set_note(note)

    def neighbour(self, key: str) -> str:
        """The key of the tab to show when ``key`` goes: the one before it, or the launcher's."""
        keys = list(self._tabs)
        return keys[max(0, keys.index(key) - 1)] if key in keys else ""

    def expect_close(self, key: str) -> None:
        """A tab is about to be closed: where it is the one that is shown, the one beside it is shown then."""
        if key in self._tabs and self._tabs[key].isChecked() and (beside := self.neighbour(key)):
            self.did_rest.emit(beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks the tabs."""
        tabs = list(self._tabs.values())
        at = next((index for index, tab in enumerate(tabs) if tab.hasFocus()), None)
        forward = -1 if self.isRightToLeft() else 1
        steps = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(tabs) - 1}
        key = Qt.Key(event.key())
        if at is None or (key not in steps and key not in ends):
            super().keyPressEvent(event)
            return
        tab = tabs[ends[key] if key in ends else (at + steps[key]) % len(tabs)]
        tab.take_focus()
        self._shelf.reveal(tab)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the bar and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))

    def _reveal_marked(self, *_: object) -> None:
        """Move the marked tab into sight, also once there is more or less room."""
        for tab in self._tabs.values():
            if tab.isChecked():
                self._shelf.reveal(tab)

    def _retab(self) -> None:
        stops = [stop for tab in self._tabs.values() for stop in tab.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

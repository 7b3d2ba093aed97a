"""A sheet: a question or a form of the host itself, above everything else in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from stoa.ui.card import Card
from stoa.ui.painting import paint_shadow
from stoa.ui.press_delay import PressDelay
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.tokens import MOTION_LONG, RADIUS_CARD, SPACE_3, SPACE_4, SPACE_6

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from stoa.ui.theme import Theme

ARM_AFTER_MS = 600
_RISE = 14
_MARGIN = SPACE_6 - 2
_SHADOW = 18.0


class Sheet(QWidget):
    """A card over a scrim that covers ``parent``, normally the window.

    Fill ``header``, ``body`` (it scrolls when there is no room) and ``footer``, then ``open``. Focus stays inside.
    ``did_answer`` comes exactly once: with what ``answer`` is given, or with ``refusal`` on Esc. Buttons put under
    ``guard`` cannot be pressed for ``arm_after_ms`` after opening and after the window regains the focus.
    """

    did_answer = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget, name: str, *, width: int = 420, refusal: object = None,
        arm_after_ms: int = ARM_AFTER_MS,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.theme = theme
        self._host = parent
        self._panel_width = width
        self._refusal = refusal
        self._answered = False
        self._watching = False
        self._progress = 1.0
        self._first: QWidget | None = None
        self._before: QWidget | None = None
        self.delay = PressDelay(arm_after_ms, self)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build_panel(theme)
        self._rise = QVariantAnimation(self)
        self._rise.setStartValue(0.0)
        self._rise.setEndValue(1.0)
        self._rise.valueChanged.connect(self._on_risen)
        self.hide()
        theme.did_change.connect(self._place)

    def _build_panel(self, theme: Theme) -> None:
        self._panel = Card(theme, flat=True, margin=0, parent=self)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        column.setSpacing(SPACE_4)
        self.header = QVBoxLayout()
        self.body = QVBoxLayout()
        self.footer = QVBoxLayout()
        for part in (self.header, self.body, self.footer):
            part.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
            part.setSpacing(SPACE_3)
        content = QWidget()
        content.setLayout(self.body)
        content.installEventFilter(self)
        self._scroll = ScrollArea(theme, content)
        column.addLayout(self.header)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.footer)

    def guard(self, button: QAbstractButton, *, ready: bool = True) -> None:
        """Puts a button that grants something under the press delay."""
        self.delay.guard(button, ready=ready)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focus_first(self, widget: QWidget) -> None:
        """Says what is focused at opening; without it the first control that is not guarded."""
        self._first = widget

    def open(self) -> None:
        """Shows the sheet above everything in its parent; again, after it was hidden to step aside."""
        self._before = QApplication.focusWidget()
        self._watching = True
        self._host.installEventFilter(self)
        if self._host.window() is not self._host:
            self._host.window().installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self.show()
        self._place()
        self.raise_()
        first = self._first or next(iter(self._stops()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
        self.delay.restart()
        duration = self.theme.milliseconds(MOTION_LONG)
        if duration:
            self._rise.setDuration(duration)
            self._rise.start()

    def answer(self, value: object) -> None:
        """Closes the sheet and announces ``value``; only the first answer counts."""
        if self._answered:
            return
        self._answered = True
        self.hide()
        self.did_answer.emit(value)
        self.deleteLater()

    def refuse(self) -> None:
        """Closes the sheet as Esc does."""
        self.answer(self._refusal)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gives the focus back to what had it."""
        super().hideEvent(event)
        if not self._watching or self.isVisibleTo(self._host):
            return
        self._watching = False
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr]
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuses on Esc; nothing typed here reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.refuse()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallows presses on the scrim: a question is answered, not clicked away."""
        event.accept()

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Keeps Tab inside."""
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else (-1 if next_ else 0)
        reason = Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
        target = stops[(at + (1 if next_ else -1)) % len(stops)]
        target.setFocus(reason)
        self._reveal(target)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows its parent's and its content's size, and waits again when the window comes back to the front."""
        resized = event.type() is QEvent.Type.Resize and watched is self._host
        if resized or (event.type() is QEvent.Type.LayoutRequest and watched is not self._host):
            self._place()
        elif event.type() is QEvent.Type.WindowActivate:
            self.delay.restart()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the scrim and the panel's shadow on it."""
        scrim = self.theme.color("scrim")
        scrim.setAlphaF(scrim.alphaF() * self._progress)
        painter = QPainter(self)
        painter.fillRect(self.rect(), scrim)
        paint_shadow(painter, self._panel.geometry().toRectF(), RADIUS_CARD, self.theme.tokens.shadow, _SHADOW)

    def _stops(self) -> list[QWidget]:
        """All that Tab can reach inside, in order."""
        stops = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
            if (
                reachable
                and self.isAncestorOf(widget)
                and widget.isVisibleTo(self)
                and not isinstance(widget, ScrollArea)
            ):
                stops.append(widget)
            widget = widget.nextInFocusChain()
        return stops

    def _reveal(self, widget: QWidget) -> None:
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, SPACE_4)

    def _place(self) -> None:
        if not self.isVisible():
            return
        self.setGeometry(self._host.rect())
        width = min(self._panel_width, self.width() - 2 * SPACE_4)
        rest = 2 * _MARGIN + 2 * SPACE_4 + self._height_of(self.header, width) + self._height_of(self.footer, width)
        height = min(rest + self._height_of(self.body, width), self.height() - 2 * SPACE_4)
        # Fixed, because a layout short of a pixel would rather squeeze the body than lend from the header.
        self._scroll.setFixedHeight(max(0, height - rest))
        top = max(SPACE_4, round((self.height() - height) * 0.42))
        slide = round(_RISE * (1 - self._progress))
        self._panel.setGeometry(QRect((self.width() - width) // 2, top + slide, width, height))

    @staticmethod
    def _height_of(part: QVBoxLayout, width: int) -> int:
        part.activate()
        return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()

    def _on_risen(self, progress: float) -> None:
        self._progress = float(progress)
        self._place()
        self.update()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A page or a shortcut below must not take the keyboard while the question stands.
        if new is None or self._answered or self.isAncestorOf(new) or new.window() is not self.window():
            return
        if any(isinstance(other, Sheet) and other.isAncestorOf(new) for other in self._host.children()):
            return
        stops = self._stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.delay.restart()


def open_sheets(window: QWidget) -> list[Sheet]:
    """The sheets that stand over a window now."""
    return [child for child in window.children() if isinstance(child, Sheet) and child.isVisible()]

"""The device in the middle: the host's header over the page, at the size of the profile's frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QRegion
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from stoa.engine.spec import RoomState
from stoa.ui.button import IconButton
from stoa.ui.label import Label
from stoa.ui.menu import Menu
from stoa.ui.notice import Notice
from stoa.ui.painting import paint_body, paint_shadow
from stoa.ui.tokens import ICON_SMALL, SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from stoa.miniapp.errors import Finding
    from stoa.trial.launch_profile import LaunchProfile
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

_HEADER = 56
_RADIUS = 32
_CAPSULE_HEIGHT = 34
# Beyond this the frame would leave no room for the columns beside it; the page is drawn smaller instead.
_LEAST_SCALE = 0.3
_FINDINGS_SHOWN = 6


class Frame(QWidget):
    """Shows one trial, or why there is none. Its scale is the profile's, or smaller where the window is."""

    reload_pressed = Signal()
    close_pressed = Signal()
    open_pressed = Signal()
    life_pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._trial: TrialRoom | None = None
        self._profile: LaunchProfile | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._device = _Device(theme, self)
        self._device.shut.clicked.connect(self.close_pressed)
        self._device.reload_pressed.connect(self.reload_pressed)
        self._device.menu.clicked.connect(self._on_menu_clicked)
        self._nothing = Notice(
            theme,
            "folder-open",
            self.tr("Open a folder with a mini-app"),
            self.tr("Any folder with an index.html runs as it is. It is never changed, and reloads whenever you save."),
            self.tr("Open a folder"),
        )
        self._nothing.did_press.connect(self.open_pressed)
        self._nothing.setParent(self)
        self._device.hide()
        theme.did_change.connect(self.update)

    def show_trial(self, trial: TrialRoom, profile: LaunchProfile) -> None:
        """Show a trial's page."""
        self._trial, self._profile = trial, profile
        self._device.name.setText(trial.app.manifest.short_name or trial.app.manifest.name)
        self._device.show_page(trial.room.view)
        trial.did_change_state.connect(lambda state: self._on_state(trial, state))
        self._nothing.hide()
        self._device.show()
        self._fit()

    def show_profile(self, profile: LaunchProfile) -> None:
        """Take the size of another profile."""
        self._profile = profile
        self._fit()

    def show_nothing(self) -> None:
        """Ask for a folder."""
        self._trial = None
        self._device.hide()
        self._nothing.show()
        self._fit()

    def show_ended(self) -> None:
        """Say that the mini-app was closed, and offer to open it again."""
        self._trial = None
        self._device.show_notice("close", self.tr("Closed"), self.tr("The mini-app was closed."), self.tr("Open again"))

    def show_findings(self, findings: list[Finding]) -> None:
        """Say what keeps the folder from running."""
        self._trial = None
        lines = [f"{finding.where}: {finding.sentence}" for finding in findings[:_FINDINGS_SHOWN]]
        self._device.name.setText(self.tr("It cannot run yet"))
        self._device.show_notice("alert", self.tr("It cannot run yet"), "\n".join(lines), self.tr("Try again"))
        self._nothing.hide()
        self._device.show()
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the shadow of the device."""
        if self._device.isVisibleTo(self):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_shadow(painter, QRectF(self._device.geometry()), _RADIUS, self.theme.tokens.shadow, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the device in the middle."""
        super().resizeEvent(event)
        self._fit()

    def _on_menu_clicked(self) -> None:
        state = None if self._trial is None else self._trial.room.state
        menu, press = Menu(self.theme, self), self.life_pressed.emit
        menu.add(self.tr("Reload"), "reload", self.reload_pressed.emit)
        menu.add(self.tr("Suspend"), "sleep", lambda: press("suspend"), enabled=state is RoomState.RUNNING)
        menu.add(self.tr("Wake"), "sun", lambda: press("wake"), enabled=state is RoomState.ASLEEP)
        menu.add(self.tr("Crash the renderer"), "lightning", lambda: press("crash"), enabled=state is RoomState.RUNNING)
        button = self._device.menu
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_state(self, trial: TrialRoom, state: RoomState) -> None:
        if trial is not self._trial:
            return
        if state is RoomState.CRASHED:
            text = self.tr("Its renderer ended. Nothing else notices.")
            self._device.show_notice("alert", self.tr("Crashed"), text, self.tr("Reload"))
        elif state is RoomState.ASLEEP:
            text = self.tr("Its page stands still and takes no time, as behind other rooms.")
            self._device.show_notice("sleep", self.tr("Asleep"), text, self.tr("Wake"))
        elif state in {RoomState.RUNNING, RoomState.LOADING}:
            self._device.show_page(trial.room.view)
            self._fit()

    def _fit(self) -> None:
        self._nothing.adjustSize()
        self._nothing.move(
            max(0, (self.width() - self._nothing.width()) // 2), max(0, (self.height() - self._nothing.height()) // 2)
        )
        if self._profile is None:
            self._device.setGeometry(self.rect().adjusted(SPACE_6, SPACE_6, -SPACE_6, -SPACE_6))
            return
        width, height = self._profile.frame.size
        space = QSize(self.width() - 2 * SPACE_6, self.height() - 2 * SPACE_6 - _HEADER)
        scale = min(self._profile.frame.scale, space.width() / width, space.height() / height)
        scale = max(_LEAST_SCALE, scale)
        page = QSize(round(width * scale), round(height * scale))
        self._device.resize(page.width(), page.height() + _HEADER)
        self._device.move(
            (self.width() - self._device.width()) // 2, max(SPACE_2, (self.height() - self._device.height()) // 2)
        )
        if self._trial is not None and self._trial.room.state is not RoomState.CLOSED:
            self._trial.room.view.setZoomFactor(scale)


class _Device(QWidget):
    """A rounded card with the host's header, as on a phone."""

    reload_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4, 0, SPACE_3 - 2, 0)
        self.name = Label(theme, "", "strong", elide=True)
        self.name.setFixedHeight(_HEADER)
        self.menu = IconButton(theme, "dots", self.tr("What can happen to it"), side=32, size=ICON_SMALL, tone="text")
        self.shut = IconButton(theme, "close", self.tr("Close the mini-app"), side=32, size=ICON_SMALL, tone="text")
        head.addWidget(self.name, 1)
        head.addWidget(_Capsule(theme, self.menu, self.shut))
        column.addLayout(head)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._notice: QWidget | None = None

    def show_page(self, view: QWidget) -> None:
        """Show a page's view."""
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.show()

    def show_notice(self, icon: str, title: str, text: str, button: str) -> None:
        """Show a word in the page's place; its button reloads."""
        if self._notice is not None:
            self._stack.removeWidget(self._notice)
            self._notice.deleteLater()
        notice = Notice(self.theme, icon, title, text, button)
        notice.did_press.connect(self.reload_pressed)
        self._notice = notice
        self._stack.addWidget(notice)
        self._stack.setCurrentWidget(notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts the page to the round corners of the card."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints card and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self.theme.tokens
        paint_body(painter, QRectF(self.rect()), _RADIUS, tokens.line)
        paint_body(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS - 1, tokens.card)
        painter.fillRect(QRectF(0, _HEADER - 1, self.width(), 1), self.theme.color("line"))


class _Capsule(QWidget):
    """The pill that holds the host's buttons, as over every mini-app."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._second = second
        self.setFixedHeight(_CAPSULE_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_1, 1, SPACE_1, 1)
        row.setSpacing(SPACE_1 + 1)
        row.addWidget(first)
        row.addWidget(second)
        theme.did_change.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the pill and the line between its buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        paint_body(painter, self.rect().toRectF(), self.height() / 2, tokens.card, tokens.line)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        place = self._second.geometry()
        x = place.right() + 3 if is_mirrored else place.left() - 3
        painter.fillRect(x, 10, 1, self.height() - 20, self._theme.color("line"))

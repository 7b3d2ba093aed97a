"""The middle of the workbench: the device at the size of the profile's frame, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.engine.spec import RoomState
from stoa.ui.menu import Menu
from stoa.ui.notice import Notice
from stoa.ui.painting import CARD_SHADOW, paint_shadow
from stoa.ui.tokens import SPACE_2, SPACE_6
from stoa.workbench.device import HEADER, RADIUS, Device
from stoa.workbench.findings_list import place_and_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from stoa.miniapp.errors import Finding
    from stoa.trial.launch_profile import LaunchProfile
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

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
        self._device = Device(theme, self)
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

    def show_broken(self, folder: Path, findings: Sequence[Finding]) -> None:
        """Say what keeps a folder from running."""
        self._trial = None
        lines = map(place_and_sentence, findings[:_FINDINGS_SHOWN])
        self._device.name.setText(folder.name)
        self._device.show_notice("alert", self.tr("It cannot run yet"), "\n".join(lines), self.tr("Try again"))
        self._nothing.hide()
        self._device.show()
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the shadow of the device."""
        if self._device.isVisibleTo(self):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_shadow(painter, QRectF(self._device.geometry()), RADIUS, self.theme.tokens.shadow, CARD_SHADOW)

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
        space = QSize(self.width() - 2 * SPACE_6, self.height() - 2 * SPACE_6 - HEADER)
        scale = min(self._profile.frame.scale, space.width() / width, space.height() / height)
        scale = max(_LEAST_SCALE, scale)
        page = QSize(round(width * scale), round(height * scale))
        self._device.resize(page.width(), page.height() + HEADER)
        self._device.move(
            (self.width() - self._device.width()) // 2, max(SPACE_2, (self.height() - self._device.height()) // 2)
        )
        if self._trial is not None and self._trial.room.state is not RoomState.CLOSED:
            self._trial.room.view.setZoomFactor(scale)

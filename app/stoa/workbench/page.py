"""The workbench's page: conditions on the left, the mini-app in the middle, what it does on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from stoa.engine.spec import RoomState
from stoa.ui.segmented import Segmented
from stoa.ui.tokens import SPACE_4, SPACE_5, TOP_BAR
from stoa.workbench.bridge_tab import BridgeTab
from stoa.workbench.columns import Columns
from stoa.workbench.console_tab import ConsoleTab
from stoa.workbench.elements_tab import ElementsTab
from stoa.workbench.frame import Frame
from stoa.workbench.health_tab import HealthTab
from stoa.workbench.live_findings import LiveFindings
from stoa.workbench.network_tab import NetworkTab
from stoa.workbench.profile_panel import ProfilePanel
from stoa.workbench.storage_tab import StorageTab
from stoa.workbench.tests_tab import TestsTab

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from stoa.miniapp.errors import Finding
    from stoa.ui.theme import Theme
    from stoa.workbench.bench import Bench
    from stoa.workbench.recorder import Recorder
    from stoa.workbench.trial_room import TrialRoom


class WorkbenchPage(QWidget):
    """Shows a bench. ``open_pressed`` asks for a folder, ``export_pressed`` gives the tab that is to be kept.

    ``is_installed`` tells whether the program has another mini-app of an id.
    """

    open_pressed = Signal()
    export_pressed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        bench: Bench,
        clock: Callable[[], int],
        is_installed: Callable[[str], bool] = lambda _id: False,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.bench = bench
        self.setAccessibleName(self.tr("Workbench"))
        self.panel = ProfilePanel(theme)
        self.frame = Frame(theme)
        self._is_installed = is_installed
        self.bridge, self.network, self.storage = BridgeTab(theme), NetworkTab(theme), StorageTab(theme, clock)
        self.console, self.health, self.tests = ConsoleTab(theme, clock), HealthTab(theme, clock), TestsTab(theme)
        self.elements = ElementsTab(theme)
        self._logs = (self.bridge, self.network, self.storage, self.console, self.health)
        self.columns = Columns(
            theme,
            (self.tr("Conditions"), self.tr("Mini-app"), self.tr("What it does")),
            (self.panel, self.frame, self._tabs()),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.live = LiveFindings(bench)
        self._connect()

    def show_tab(self, name: str) -> None:
        """Show a tab by its name."""
        self.segments.select(self._names.index(name))
        self._stack.setCurrentIndex(self._names.index(name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("background"))

    def _tabs(self) -> QWidget:
        self._stack = QStackedWidget()
        pages = [
            (self.bridge.name, self.bridge), (self.network.name, self.network), (self.storage.name, self.storage),
            (self.console.name, self.console), (self.elements.name, self.elements), (self.health.name, self.health),
            (self.tests.name, self.tests),
        ]  # fmt: skip
        self._names = [name for name, _ in pages]
        for _, page in pages:
            self._stack.addWidget(page)
        self.segments = Segmented(self.theme, self._names, name=self.tr("What it does"), compact=True)
        self.segments.did_select.connect(self._on_tab_selected)
        right = _Right(self.theme)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_5, 0, SPACE_4, 0)
        self.segments.setMinimumHeight(TOP_BAR - 20)
        head.addWidget(self._strip(), 1)
        column.addSpacing(10)
        column.addLayout(head)
        column.addSpacing(10)
        column.addWidget(self.tests.bar)
        column.addWidget(self._stack, 1)
        return right

    def _strip(self) -> QScrollArea:
        """The tabs in a line that scrolls where it has no room: narrow windows, long languages."""
        strip = QScrollArea()
        strip.setFrameShape(QFrame.Shape.NoFrame)
        strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.segments.setMinimumWidth(self.segments.sizeHint().width())
        strip.setWidget(self.segments)
        strip.setFixedHeight(max(self.segments.minimumHeight(), self.segments.sizeHint().height()))
        strip.viewport().setAutoFillBackground(False)
        self.segments.setAutoFillBackground(False)
        self.segments.did_select.connect(lambda at: self._reveal(strip, at))
        return strip

    def _reveal(self, strip: QScrollArea, at: int) -> None:
        share = self.segments.width() / len(self._names)
        x = (at + 0.5) * share
        if self.isRightToLeft():
            x = self.segments.width() - x
        strip.ensureVisible(round(x), self.segments.height() // 2, round(share), 0)

    def _connect(self) -> None:
        bench, panel = self.bench, self.panel
        bench.did_open.connect(self._on_opened)
        bench.did_close.connect(self._on_closed)
        bench.did_break.connect(self._on_broken)
        self.live.did_change.connect(panel.show_findings)
        bench.did_change_profile.connect(panel.show_profile)
        bench.did_change_profile.connect(self.frame.show_profile)
        bench.did_change_recording.connect(self._on_recording)
        panel.did_choose.connect(bench.set_profile)
        panel.open_pressed.connect(self.open_pressed)
        panel.reload_pressed.connect(bench.reload)
        self.frame.open_pressed.connect(self.open_pressed)
        self.frame.reload_pressed.connect(bench.reload)
        self.frame.close_pressed.connect(self._on_close_pressed)
        self.tests.record_pressed.connect(bench.start_recording)
        self.tests.stop_pressed.connect(bench.stop_recording)
        # What comes of them is told there.
        for signal in (self.tests.stop_pressed, self.tests.replay_pressed):
            signal.connect(lambda: self.show_tab(self.tests.name))
        panel.life_pressed.connect(self.act)
        self.frame.life_pressed.connect(self.act)
        self.console.place_pressed.connect(self._on_place_pressed)
        for tab in (*self._logs, self.elements, self.tests):
            tab.export_pressed.connect(self.export_pressed)

    def act(self, deed: str) -> None:
        """Do something to the renderer: ``crash``, ``suspend``, ``wake`` or ``reload``."""
        trial = self.bench.trial
        if deed == "reload" or trial is None:
            self.bench.reload()
        elif deed == "crash":
            trial.crash()
        elif deed == "suspend":
            trial.suspend()
        else:
            trial.wake()

    def _on_opened(self, trial: TrialRoom) -> None:
        self.panel.show_app(trial.app, self.bench.folder, is_installed=self._is_installed(trial.app.app_id))
        self.panel.show_life(RoomState.LOADING)
        trial.did_change_state.connect(lambda state: self._on_state(trial, state))
        self.frame.show_trial(trial, self.bench.profile)
        for tab in self._logs:
            tab.follow(trial)
        self.elements.follow(trial)

    def _on_closed(self) -> None:
        self.frame.show_ended()
        self.elements.follow(None)
        self.panel.show_life(None)

    def _on_state(self, trial: TrialRoom, state: RoomState) -> None:
        if trial is self.bench.trial:
            self.panel.show_life(state)

    def _on_place_pressed(self, source: str, line: int) -> None:
        self.show_tab(self.elements.name)
        self.elements.reveal(source, line)

    def _on_broken(self, findings: list[Finding]) -> None:
        if (folder := self.bench.folder) is not None:
            self.panel.show_broken(folder, findings)
            self.frame.show_broken(folder, findings)

    def _on_recording(self, recorder: Recorder | None) -> None:
        if recorder is None:
            self.tests.show_recording(self.bench.recording)
        else:
            self.tests.show_recorder(recorder)

    def _on_close_pressed(self) -> None:
        if self.bench.trial is not None:
            self.bench.trial.end()

    def _on_tab_selected(self, index: int) -> None:
        self._stack.setCurrentIndex(index)


class _Right(QWidget):
    """The right column: a bar behind the tabs, and a line between it and the mini-app."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.did_change.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints both."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), TOP_BAR, self._theme.color("panel"))
        painter.fillRect(0, TOP_BAR - 1, self.width(), 1, self._theme.color("line"))
        edge = self.width() - 1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
        painter.fillRect(edge, 0, 1, self.height(), self._theme.color("line"))

"""The workbench's page: conditions on the left, the mini-app in the middle, what it does on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from stoa.ui.notice import Notice
from stoa.ui.segmented import Segmented
from stoa.ui.tokens import SPACE_4, SPACE_5, TOP_BAR
from stoa.workbench.bridge_tab import BridgeTab
from stoa.workbench.console_tab import ConsoleTab
from stoa.workbench.frame import Frame
from stoa.workbench.health_tab import HealthTab
from stoa.workbench.network_tab import NetworkTab
from stoa.workbench.profile_panel import ProfilePanel
from stoa.workbench.storage_tab import StorageTab
from stoa.workbench.tests_tab import TestsTab

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme
    from stoa.workbench.bench import Bench
    from stoa.workbench.recorder import Recorder
    from stoa.workbench.trial_room import TrialRoom

_FRAME_LEAST, _TABS_LEAST = 260, 380


class WorkbenchPage(QWidget):
    """Shows a bench. ``open_pressed`` asks for a folder, ``export_pressed`` gives the tab that is to be kept."""

    open_pressed = Signal()
    export_pressed = Signal(object)

    def __init__(self, theme: Theme, bench: Bench, clock: Callable[[], int]) -> None:
        super().__init__()
        self.theme = theme
        self.bench = bench
        self.setAccessibleName(self.tr("Workbench"))
        self.panel = ProfilePanel(theme)
        self.frame = Frame(theme)
        self.bridge, self.network, self.storage = BridgeTab(theme), NetworkTab(theme), StorageTab(theme)
        self.console, self.health, self.tests = ConsoleTab(theme, clock), HealthTab(theme), TestsTab(theme)
        self._logs = (self.bridge, self.network, self.storage, self.console, self.health)
        self._elements = QWidget()
        self._elements_place = QVBoxLayout(self._elements)
        self._elements_place.setContentsMargins(0, 0, 0, 0)
        self._no_elements = Notice(
            theme,
            "code",
            self.tr("Nothing to inspect"),
            self.tr("A mini-app that sleeps or is closed has no elements."),
        )
        self._elements_place.addWidget(self._no_elements)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self.frame.setMinimumWidth(_FRAME_LEAST)
        split.addWidget(self.frame)
        split.addWidget(self._tabs())
        split.setStretchFactor(0, 1)
        split.setSizes([450, 520])
        row.addWidget(split, 1)
        self._connect()

    def show_tab(self, name: str) -> None:
        """Show a tab by its name."""
        self.segments.select(self._names.index(name))
        self._stack.setCurrentIndex(self._names.index(name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground and the bar behind the tabs."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("background"))

    def _tabs(self) -> QWidget:
        self._stack = QStackedWidget()
        pages = [
            (self.bridge.name, self.bridge), (self.network.name, self.network), (self.storage.name, self.storage),
            (self.console.name, self.console), (self.tr("Elements"), self._elements), (self.health.name, self.health),
            (self.tests.name, self.tests),
        ]  # fmt: skip
        self._names = [name for name, _ in pages]
        for _, page in pages:
            self._stack.addWidget(page)
        self.segments = Segmented(self.theme, self._names, name=self.tr("What it does"), compact=True)
        self.segments.did_select.connect(self._on_tab_selected)
        right = QWidget()
        right.setMinimumWidth(_TABS_LEAST)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_5, 0, SPACE_4, 0)
        self.segments.setMinimumHeight(TOP_BAR - 20)
        head.addWidget(self.segments)
        head.addStretch(1)
        column.addSpacing(10)
        column.addLayout(head)
        column.addSpacing(10)
        column.addWidget(self._stack, 1)
        return right

    def _connect(self) -> None:
        bench, panel = self.bench, self.panel
        bench.did_open.connect(self._on_opened)
        bench.did_close.connect(self.frame.show_ended)
        bench.did_break.connect(self._on_broken)
        bench.did_find.connect(panel.show_findings)
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
        for tab in self._logs:
            tab.export_pressed.connect(self.export_pressed)

    def _on_opened(self, trial: TrialRoom) -> None:
        self.panel.show_app(trial.app, str(self.bench.folder))
        self.frame.show_trial(trial, self.bench.profile)
        for tab in self._logs:
            tab.follow(trial)
        self._show_elements()

    def _on_broken(self, findings: list[object]) -> None:
        self.panel.show_app(None, "")
        self.panel.show_findings(findings)  # type: ignore[arg-type]  # Qt carries them as objects
        self.frame.show_findings(findings)  # type: ignore[arg-type]

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
        self._show_elements()

    def _show_elements(self) -> None:
        """Dock the DevTools of the trial while their tab is shown."""
        inspector = None if self.bench.trial is None else self.bench.trial.inspector
        if self._stack.currentWidget() is self._elements and inspector is not None:
            self._no_elements.hide()
            self._elements_place.addWidget(inspector.view())
            inspector.view().show()
        else:
            self._no_elements.show()

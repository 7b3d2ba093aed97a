"""How the mini-app does: memory, time, frames, live, and as figures that can be kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.engine.memory import process_bytes
from stoa.engine.spec import RoomState
from stoa.ui.button import IconButton
from stoa.ui.card import Card
from stoa.ui.field import SearchField
from stoa.ui.label import Label
from stoa.ui.row import Divider, Row
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.tokens import SPACE_2, SPACE_4
from stoa.workbench.entry_list import clock_text
from stoa.workbench.figures import number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

_EVERY_MS = 1000
_SELDOM_MS = 10_000
# After a page is ready its first paint and its long tasks are over.
_SETTLED_MS = 1000
_NOTHING = "\N{EN DASH}"
# Buffered observers tell what happened before they were made; a task over 50 ms is long by the W3C's definition.
_FIGURES = """
(async () => {
  const buffered = (type) => new Promise((resolve) => {
    try {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
    } catch { resolve([]); }
    setTimeout(() => resolve([]), 100);
  });
  const paint = Object.fromEntries(performance.getEntriesByType('paint').map((one) => [one.name, one.startTime]));
  // What axe did to the page was not the page.
  const ours = __OURS__;
  const long = (await buffered('longtask')).filter(
    ({ startTime, duration }) => !ours.some(([from, to]) => startTime < to && startTime + duration > from));
  const page = performance.getEntriesByType('navigation')[0];
  const rate = await new Promise((resolve) => {
    let frames = 0, counts = true;
    const begun = performance.now();
    const next = () => { frames += 1; if (counts) requestAnimationFrame(next); };
    if (document.visibilityState === 'visible') requestAnimationFrame(next);
    setTimeout(() => {
      counts = false;
      resolve(frames ? 1000 * frames / (performance.now() - begun) : null);
    }, 500);
  });
  return JSON.stringify({
    firstPaint: paint['first-paint'] ?? null, contentfulPaint: paint['first-contentful-paint'] ?? null,
    loaded: page?.loadEventEnd || null, longTasks: long.length,
    longest: Math.max(0, ...long.map((one) => one.duration)), nodes: document.querySelectorAll('*').length,
    frames: rate,
  });
})()
"""


class HealthTab(QWidget):
    """Measures while it is shown."""

    export_pressed = Signal(object)

    def __init__(self, theme: Theme, clock: Callable[[], int]) -> None:
        super().__init__()
        self.theme = theme
        self._clock = clock
        self.name = self.tr("Health")
        self.setAccessibleName(self.name)
        self.trial: TrialRoom | None = None
        self.figures: dict[str, Any] = {}
        self._rows: dict[str, Label] = {}
        self._found: list[tuple[str, Row, Divider]] = []
        self._last_cpu: tuple[float, float] | None = None
        self._build(theme)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.measure)
        self._timer.start(_SELDOM_MS)

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        tools = QHBoxLayout()
        tools.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        self.field = SearchField(theme, self.tr("Search in {0}").format(self.name), self.tr("Search"))
        self.field.did_search.connect(self._on_searched)
        tools.addWidget(self.field, 1)
        self.export = IconButton(theme, "download", self.tr("Export"))
        self.export.clicked.connect(lambda: self.export_pressed.emit(self))
        tools.addWidget(self.export)
        column.addLayout(tools)
        self._when = Label(theme, self.tr("Measured every second while this tab is shown."), "meta", "muted", wrap=True)
        self._when.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        column.addWidget(self._when)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_4)
        card = Card(theme)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for place, (key, name, about) in enumerate(self._kinds()):
            self._rows[key] = Label(theme, _NOTHING, "strong")
            row, divider = Row(theme, name, about, self._rows[key]), Divider(theme)
            self._found.append((f"{name} {about}".casefold(), row, divider))
            rows.addWidget(divider)
            rows.addWidget(row)
            divider.setHidden(place == 0)
        outer.addWidget(card)
        outer.addStretch(1)
        column.addWidget(ScrollArea(theme, content), 1)

    def follow(self, trial: TrialRoom) -> None:
        """Measure a new trial; what was measured last stays when it ends."""
        self.trial = trial
        self.figures = {}
        self._last_cpu = None
        for label in self._rows.values():
            label.setText(_NOTHING)
        trial.did_become_ready.connect(lambda: QTimer.singleShot(_SETTLED_MS, self, self.measure))
        trial.did_end.connect(lambda: self._on_ended(trial))

    def showEvent(self, event: Any) -> None:
        """Begins to measure."""
        super().showEvent(event)
        self.measure()
        self._timer.start(_EVERY_MS)

    def hideEvent(self, event: Any) -> None:
        """Measures seldom: so much that there are figures at the end."""
        super().hideEvent(event)
        self._timer.start(_SELDOM_MS)

    def exported(self) -> tuple[str, str]:
        """The figures as JSON: bytes, milliseconds, percent of one core."""
        return "health.json", json.dumps(self.figures, indent=2)

    def _kinds(self) -> list[tuple[str, str, str]]:
        return [
            ("renderer", self.tr("Renderer"), self.tr("Number of its process")),
            ("memory", self.tr("Memory"), self.tr("Proportional set size of its renderer")),
            ("heap", self.tr("JavaScript heap"), self.tr("Used by its scripts")),
            ("cpu", self.tr("CPU"), self.tr("Of one core, since the last measurement")),
            ("firstPaint", self.tr("First paint"), self.tr("Since the page was asked for")),
            ("contentfulPaint", self.tr("First content"), self.tr("First text or picture")),
            ("loaded", self.tr("Loaded"), self.tr("With all its files")),
            ("longTasks", self.tr("Long tasks"), self.tr("Over 50 ms; nothing answers meanwhile")),
            ("longest", self.tr("Longest task"), ""),
            ("nodes", self.tr("Elements"), self.tr("In the document now")),
            ("frames", self.tr("Frames a second"), self.tr("What an animation gets now, over half a second")),
        ]

    def measure(self) -> None:
        """Measure once, if there is a page that runs."""
        trial = self.trial
        if trial is None or trial.inspector is None or trial.room.state is not RoomState.RUNNING:
            return
        trial.inspector.send("Performance.enable")
        trial.inspector.send("Performance.getMetrics", None, self._on_metrics)
        figures = _FIGURES.replace("__OURS__", json.dumps(trial.look.spans))
        asked = {"expression": figures, "awaitPromise": True, "returnByValue": True}
        trial.inspector.send("Runtime.evaluate", asked, self._on_figures)
        self._note("renderer", trial.room.page.renderProcessPid())
        self._note("memory", process_bytes(trial.room.page.renderProcessPid()))

    def _on_searched(self, text: str) -> None:
        first = True
        for words, row, divider in self._found:
            is_found = text.casefold().strip() in words
            row.setVisible(is_found)
            divider.setVisible(is_found and not first)
            first = first and not is_found

    def _on_ended(self, trial: TrialRoom) -> None:
        if trial is self.trial and self.figures:
            self._when.setText(self.tr("As it was when it ended, at {0}").format(clock_text(self.figures["at"])))

    def _on_metrics(self, values: Mapping[str, Any]) -> None:
        metrics = {one["name"]: float(one["value"]) for one in values.get("metrics", [])}
        self._note("heap", metrics.get("JSHeapUsedSize"))
        now, busy = metrics.get("Timestamp"), metrics.get("TaskDuration")
        if now is not None and busy is not None:
            if self._last_cpu is not None and now > self._last_cpu[0]:
                self._note("cpu", 100 * (busy - self._last_cpu[1]) / (now - self._last_cpu[0]))
            self._last_cpu = (now, busy)

    def _on_figures(self, values: Mapping[str, Any]) -> None:
        text = values.get("result", {}).get("value")
        for key, value in (json.loads(text) if isinstance(text, str) else {}).items():
            self._note(key, value)

    def _note(self, key: str, value: float | None) -> None:
        if value is None or key not in self._rows:
            return
        self.figures[key] = round(value, 1)
        self.figures["at"] = self._clock()
        self._when.setText(self.tr("Measured at {0}").format(clock_text(self._clock())))
        self._rows[key].setText(_shown(key, value))


def _shown(key: str, value: float) -> str:
    if key in {"memory", "heap"}:
        return f"{number_text(value / 1024 / 1024, 1)} MiB"
    if key == "cpu":
        return f"{number_text(value, 1)} %"
    if key == "renderer":
        return f"{value:.0f}"
    if key in {"longTasks", "nodes", "frames"}:
        return number_text(value)
    return f"{number_text(value)} ms"

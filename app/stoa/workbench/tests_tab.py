"""Record, replay, and keep as a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from stoa.trial.recording import write_recording
from stoa.trial.written_test import written_test
from stoa.ui.button import IconButton
from stoa.ui.field import SearchField
from stoa.ui.label import Label
from stoa.ui.notice import Notice
from stoa.ui.tokens import SPACE_2, SPACE_4
from stoa.workbench.entry_list import EntryList, Line
from stoa.workbench.figures import number_text
from stoa.workbench.log_tab import DetailView
from stoa.workbench.record_bar import RecordBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.trial.recording import Difference, Recording, Step
    from stoa.ui.theme import Theme
    from stoa.workbench.recorder import Recorder


class TestsTab(QWidget):
    """Shows what is recorded and what came of playing it again."""

    __test__ = False

    record_pressed = Signal()
    stop_pressed = Signal()
    replay_pressed = Signal()
    save_pressed = Signal()
    export_pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.name = self.tr("Tests")
        self.setAccessibleName(self.name)
        self._recording: Recording | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = RecordBar(theme)
        self.record, self.replay, self.save = self.bar.record, self.bar.replay, self.bar.save
        self.field = SearchField(theme, self.tr("Search in {0}").format(self.name), self.tr("Search"))
        self.export = IconButton(theme, "download", self.tr("Export"))
        self.export.clicked.connect(lambda: self.export_pressed.emit(self))
        tools = QHBoxLayout()
        tools.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        tools.setSpacing(SPACE_2)
        tools.addWidget(self.field, 1)
        tools.addWidget(self.export)
        column.addLayout(tools)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing())
        self._pages.addWidget(self._recorded())
        column.addWidget(self._pages, 1)
        self.source = DetailView(theme, self.tr("The test"))
        column.addWidget(self.source, 1)
        self.bar.record_pressed.connect(self.record_pressed)
        self.bar.stop_pressed.connect(self.stop_pressed)
        self.bar.replay_pressed.connect(self.replay_pressed)
        self.bar.save_pressed.connect(self.save_pressed)
        self.show_recording(None)

    def _nothing(self) -> Notice:
        text = self.tr("Record what you do with the mini-app: presses, texts and keys, and what crosses the bridge.")
        return Notice(self.theme, "record", self.tr("Nothing recorded yet"), text)

    def _recorded(self) -> QWidget:
        """What is said of the recording, and its steps."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.verdict = Label(self.theme, "", "body", "muted", wrap=True)
        said = QVBoxLayout()
        said.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        said.addWidget(self.verdict)
        column.addLayout(said)
        self.steps = EntryList(self.theme, self.tr("Steps"))
        self.field.did_search.connect(self.steps.search)
        column.addWidget(self.steps, 1)
        return page

    def show_recorder(self, recorder: Recorder) -> None:
        """Show the steps as they come."""
        self.say(self.tr("Recording: use the mini-app, then press Stop."))
        self._show_steps(recorder.steps)
        self._enable(is_recording=True)

    def show_recording(self, recording: Recording | None) -> None:
        """Show what was recorded."""
        self._recording = recording
        self._show_steps(() if recording is None else recording.steps)
        self._enable(has_recording=recording is not None)
        if recording is None:
            self._pages.setCurrentIndex(0)
        else:
            self.say(self.tr("Steps: {0}. Calls: {1}.").format(len(recording.steps), len(recording.calls)))
            self.source.setPlainText(written_test(recording, recording.app_id.rpartition(".")[2]))

    def exported(self) -> tuple[str, str]:
        """The recording as data."""
        return "recording.json", "" if self._recording is None else write_recording(self._recording)

    def show_difference(self, difference: Difference) -> None:
        """Say where a replay first left the recording, and mark the step that was done then."""
        recording = self._recording
        self.say(difference.sentence(), "warm")
        if recording is not None and recording.steps:
            self._mark(difference.step_of(recording), self.tr("differs"))

    def show_stuck(self, number: int, sentence: str) -> None:
        """Say why a step could not be done again, and mark it; it is counted from 1."""
        self.say(sentence, "warm")
        self._mark(number - 1, self.tr("not possible"))

    def _mark(self, place: int, mark: str) -> None:
        steps = () if self._recording is None else self._recording.steps
        self._show_steps(steps, place, mark)
        if 0 <= place < len(steps):
            self.steps.choose(lambda line: line.value is steps[place])

    def say(self, sentence: str, tone: str = "muted") -> None:
        """Show a sentence over the steps."""
        self._pages.setCurrentIndex(1)
        self.verdict.setText(sentence)
        self.verdict.set_tone(tone)  # type: ignore[arg-type]

    def _enable(self, *, is_recording: bool = False, has_recording: bool = False) -> None:
        self.bar.show_state(is_recording=is_recording, has_recording=has_recording)
        self.export.setEnabled(has_recording)
        self.source.setVisible(has_recording)

    def _show_steps(self, steps: Sequence[Step], marked: int | None = None, mark: str = "") -> None:
        self.steps.model_of_lines.set_lines(
            [
                Line(step.kind, mark if at == marked else "", "warm", f"{number_text(step.at / 1000, 1)} s",
                     step.sentence(), 0, step)
                for at, step in enumerate(steps)
            ]
        )  # fmt: skip

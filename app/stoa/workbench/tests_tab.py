"""Record, replay, and keep as a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.trial.recording import write_recording
from stoa.trial.written_test import written_test
from stoa.ui.button import Button, IconButton
from stoa.ui.field import SearchField
from stoa.ui.label import Label
from stoa.ui.tokens import SPACE_2, SPACE_4
from stoa.workbench.entry_list import EntryList, Line
from stoa.workbench.log_tab import DetailView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.trial.recording import Recording, Step
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
        self._is_recording = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tools())
        self.field = SearchField(theme, self.tr("Search in {0}").format(self.name), self.tr("Search"))
        search = QHBoxLayout()
        search.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        search.addWidget(self.field)
        column.addLayout(search)
        self.verdict = Label(theme, "", "body", "muted", wrap=True)
        said = QVBoxLayout()
        said.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        said.addWidget(self.verdict)
        column.addLayout(said)
        self.steps = EntryList(theme, self.tr("Steps"))
        self.field.did_search.connect(self.steps.search)
        column.addWidget(self.steps, 1)
        self.source = DetailView(theme, self.tr("The test"))
        column.addWidget(self.source, 1)
        self.record.clicked.connect(self._on_record_clicked)
        self.replay.clicked.connect(self.replay_pressed)
        self.save.clicked.connect(self.save_pressed)
        self.show_recording(None)

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        tools.setSpacing(SPACE_2)
        self.record = Button(self.theme, self.tr("Record"), "record")
        self.replay = Button(self.theme, self.tr("Replay"), "play")
        self.save = Button(self.theme, self.tr("Save as test"), "file")
        for button in (self.record, self.replay, self.save):
            tools.addWidget(button)
        tools.addStretch(1)
        self.export = IconButton(self.theme, "download", self.tr("Export"))
        self.export.clicked.connect(lambda: self.export_pressed.emit(self))
        tools.addWidget(self.export)
        return tools

    def show_recorder(self, recorder: Recorder) -> None:
        """Show the steps as they come."""
        self._is_recording = True
        self.record.setText(self.tr("Stop"))
        self.say(self.tr("Recording: use the mini-app, then press Stop."))
        self._show_steps(recorder.steps)
        self._enable(has_recording=False)

    def show_recording(self, recording: Recording | None) -> None:
        """Show what was recorded."""
        self._is_recording = False
        self._recording = recording
        self.record.setText(self.tr("Record"))
        self._show_steps(() if recording is None else recording.steps)
        self._enable(has_recording=recording is not None)
        if recording is None:
            self.say(
                self.tr("Record what you do with the mini-app: presses, texts and keys, and what crosses the bridge.")
            )
        else:
            self.say(self.tr("{0} steps, {1} calls").format(len(recording.steps), len(recording.calls)))
            self.source.setPlainText(written_test(recording, recording.app_id.rpartition(".")[2]))

    def exported(self) -> tuple[str, str]:
        """The recording as data."""
        return "recording.json", "" if self._recording is None else write_recording(self._recording)

    def say(self, sentence: str, tone: str = "muted") -> None:
        """Show a sentence under the buttons."""
        self.verdict.setText(sentence)
        self.verdict.set_tone(tone)  # type: ignore[arg-type]

    def _on_record_clicked(self) -> None:
        (self.stop_pressed if self._is_recording else self.record_pressed).emit()

    def _enable(self, *, has_recording: bool) -> None:
        self.replay.setEnabled(has_recording)
        self.save.setEnabled(has_recording)
        self.export.setEnabled(has_recording)
        self.source.setVisible(has_recording)

    def _show_steps(self, steps: Sequence[Step]) -> None:
        lines = [Line(step.kind, "", "neutral", f"{step.at / 1000:.1f} s", step.sentence(), 0, step) for step in steps]
        self.steps.model_of_lines.set_lines(lines)

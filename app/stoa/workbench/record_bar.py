"""Record, replay, save as test: at hand beside every tab, because what is recorded is watched in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stoa.ui.button import Button
from stoa.ui.tokens import SPACE_2, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from stoa.ui.theme import Theme


class RecordBar(QWidget):
    """Three buttons; the first of them stops while something is recorded."""

    record_pressed = Signal()
    stop_pressed = Signal()
    replay_pressed = Signal()
    save_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._is_recording = False
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_2)
        row.setSpacing(SPACE_2)
        self.record = Button(theme, self.tr("Record"), "record")
        self.replay = Button(theme, self.tr("Replay"), "play")
        self.save = Button(theme, self.tr("Save as test"), "file")
        for button in (self.record, self.replay, self.save):
            row.addWidget(button)
        row.addStretch(1)
        self.record.clicked.connect(self._on_record_clicked)
        self.replay.clicked.connect(self.replay_pressed)
        self.save.clicked.connect(self.save_pressed)

    def show_state(self, *, is_recording: bool, has_recording: bool) -> None:
        """Say what can be done now."""
        self._is_recording = is_recording
        self.record.setText(self.tr("Stop") if is_recording else self.tr("Record"))
        self.record.set_kind("warm" if is_recording else "plain")
        self.record.updateGeometry()
        self.replay.setEnabled(has_recording)
        self.save.setEnabled(has_recording)

    def _on_record_clicked(self) -> None:
        (self.stop_pressed if self._is_recording else self.record_pressed).emit()

"""Keeps a button that grants something from being pressed by accident or by trick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton


class PressDelay(QObject):
    """Disables guarded buttons and enables them a while after ``restart``; ``did_arm`` follows.

    Someone typing, or lured into clicking at a rhythm, must not hit a button that has just appeared under the hand.
    A button whose ``ready`` is false when the delay ends stays disabled until ``set_ready``.
    """

    did_arm = Signal()

    def __init__(self, milliseconds: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[QAbstractButton, bool] = {}
        self._armed = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(milliseconds)
        self.timer.timeout.connect(self._on_elapsed)

    @property
    def armed(self) -> bool:
        """Whether guarded buttons may be pressed now."""
        return self._armed

    def guard(self, button: QAbstractButton, *, ready: bool = True) -> None:
        """Puts a button under the delay."""
        self._buttons[button] = ready
        button.setEnabled(self._armed and ready)

    def set_ready(self, button: QAbstractButton, ready: bool) -> None:  # noqa: FBT001 -- a slot
        """Says whether pressing would make sense at all, delay or not."""
        self.guard(button, ready=ready)

    def restart(self) -> None:
        """Disables the guarded buttons and waits again."""
        self._armed = False
        for button in self._buttons:
            button.setEnabled(False)
        self.timer.start()

    def _on_elapsed(self) -> None:
        self._armed = True
        for button, ready in self._buttons.items():
            button.setEnabled(ready)
        self.did_arm.emit()

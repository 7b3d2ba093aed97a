"""Tells which tab the person is about to step to by keyboard: Ctrl goes down some 100 ms before Tab does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from stoa.shell.habit import Habit
from stoa.shell.hover import REST_MS

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_KINDS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.FocusOut})
_OF_STEPS = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class Stepping(QObject):
    """Watches the keys of a window, wherever in it the focus is, and takes none of them.

    ``did_expect`` carries 1 for the next tab and -1 for the one before: when Ctrl goes down, for people who step so
    (see ``Habit``), and when somebody rests on a tab with Ctrl still down.
    """

    did_expect = Signal(int)

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._habit = Habit()
        self._is_held = False
        self._has_stepped = False
        self._step = 1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.did_expect.emit(self._step))
        # The window of the system: a mini-app's page, which may have the focus, hands no key on.
        window.installEventFilter(self)

    def note_step(self, step: int) -> None:
        """A step was made."""
        self._habit.lead_somewhere()
        if self._is_held:
            self._has_stepped = True
            self._expect(step, REST_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow Ctrl and Shift."""
        kind = event.type()
        if kind in _KINDS:
            if isinstance(event, QKeyEvent):
                self._follow(event, goes_down=kind is QEvent.Type.KeyPress)
            else:
                self._let_go()
        return False

    def _follow(self, event: QKeyEvent, *, goes_down: bool) -> None:
        key = event.key()
        if event.isAutoRepeat():
            return
        if key == Qt.Key.Key_Control and not goes_down:
            self._let_go()
        elif key == Qt.Key.Key_Control and not self._is_held:
            self._is_held, self._has_stepped = True, False
            if self._habit.is_likely:
                self._expect(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif key == Qt.Key.Key_Shift and goes_down and self._is_held and self._habit.is_likely:
            self._expect(-1, 0)
        elif key not in _OF_STEPS and goes_down:
            self._let_go()

    def _expect(self, step: int, after_ms: int) -> None:
        # Never now: the key is yet to reach what has the focus.
        self._step = step
        self._timer.start(after_ms)

    def _let_go(self) -> None:
        """Ctrl came up, or was meant for something else."""
        self._timer.stop()
        if self._is_held and not self._has_stepped:
            self._habit.lead_nowhere()
        self._is_held = False

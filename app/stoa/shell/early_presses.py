"""What is pressed before there is anybody to do it: a mini-app may be seen some time before the rest of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

# Of a key that is held down, no more than these.
_MAX = 8
# Whoever presses something again, as nothing happens, means it once; of these each one counts.
_STEPS = frozenset({("next",), ("previous",)})


class EarlyPresses(QObject):
    """Keeps what some signals said until ``release``, and says it again then, in its order.

    ``did_hold`` tells that somebody waits from now on.
    """

    did_hold = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._connections: list[tuple[SignalInstance, partial[None]]] = []
        self._held: list[tuple[SignalInstance, tuple[object, ...]]] = []

    def hold(self, *signals: SignalInstance) -> None:
        """Keep what these say. Whoever hears them must not listen before ``release``."""
        for signal in signals:
            keep = partial(self._keep, signal)
            self._connections.append((signal, keep))
            signal.connect(keep)

    def release(self) -> None:
        """There is somebody now."""
        for signal, keep in self._connections:
            signal.disconnect(keep)
        self._connections.clear()
        held, self._held = self._held, []
        for signal, values in held:
            signal.emit(*values)

    def _keep(self, signal: SignalInstance, *values: object) -> None:
        if len(self._held) < _MAX and (values in _STEPS or (signal, values) not in self._held):
            self._held.append((signal, values))
        self.did_hold.emit()

"""The parts of a room without an engine (see ``quiet_rooms``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from stoa.engine.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from stoa.engine.last_look import LastLook


class QuietView(QWidget):
    """A page of one colour."""

    # Nothing of it is drawn anywhere.
    canvas = None

    def __init__(self, color: QColor) -> None:
        super().__init__()
        self.color = color

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the colour."""
        QPainter(self).fillRect(self.rect(), self.color)

    leave = QWidget.hide  # there is no frame to wait for

    def stay_away(self) -> None:
        """There is no picture to be made small."""

    def zoomFactor(self) -> float:
        """How large the page is shown."""
        return 1.0


@dataclass
class QuietPage:
    """What pool and shell do to a page directly."""

    background: QColor
    lifecycle: object = None
    audible: bool = False

    def setBackgroundColor(self, color: QColor) -> None:
        """Notes the colour behind the page."""
        self.background = color

    def setLifecycleState(self, state: object) -> None:
        """Notes whether the page may run."""
        self.lifecycle = state

    def renderProcessPid(self) -> int:
        """No process."""
        return 0

    def is_audible(self) -> bool:
        """Whether the page is heard."""
        return self.audible


@dataclass
class QuietWatchdog:
    """Whether somebody waits for the page's heartbeat."""

    watching: bool = False

    def watch(self) -> None:
        """Begin."""
        self.watching = True

    def rest(self) -> None:
        """End."""
        self.watching = False


class QuietKeepsake(QObject):
    """What would be kept of a page: the host is told at once that it is. A test says how the page looked."""

    did_change = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.look: LastLook | None = None
        self.is_awaited = False

    def ask(self, done: Callable[[], None]) -> None:
        """Keep it."""
        self.asked += 1
        done()

    def leave(self) -> None:
        """The page is about to be hidden."""

    def forget_look(self) -> None:
        """The page is seen, or would look otherwise."""
        look, self.look, self.is_awaited = self.look, None, False
        if look is not None:
            self.did_change.emit()


@dataclass
class QuietChannel:
    """The way to the page, open until it is closed."""

    is_open: bool = True

    def close(self) -> None:
        """Say nothing more."""
        self.is_open = False


class QuietWarden(QObject):
    """What the card of a page that ended asks for, and what a page that works on and on makes it say; a test does."""

    did_toil = Signal()

    def __init__(
        self, ending: Ending = Ending.CRASHED, is_loop: bool = False, pause_seconds: float = 0, wait_seconds: float = 0,
    ) -> None:  # fmt: skip
        super().__init__()
        self.ending, self.is_loop = ending, is_loop
        self.pause_seconds, self.wait_seconds = pause_seconds, wait_seconds
        self.worked: Callable[[], tuple[int, int] | None] = lambda: None


class QuietStandby:
    """Where a quiet room stands before it is opened: anywhere will do. Whether its page is on its way a test says."""

    is_passing = False

    def __init__(self) -> None:
        self.path = ""

    def suits(self, _path: str) -> bool:
        """Whether the room can go to a page from where it stands."""
        return True

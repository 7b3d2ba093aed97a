"""What no one caught: a refusal that has a sentence for the person becomes a notice, anything else goes to the log."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError
from stoa.logbook import Log
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

log = Log(__name__)


class Mishaps:
    """Hears of errors that left a slot or a task. ``say`` shows a sentence to the person.

    A full or locked disk may refuse anything that is pressed; not every button needs to know of that.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._before = sys.excepthook
        self._hook = self._on_exception

    def listen(self) -> None:
        """Hear of what leaves a slot, which Qt hands to Python's own hook."""
        self._before = sys.excepthook
        sys.excepthook = self._hook

    def leave(self) -> None:
        """Put the hook back, unless somebody else has taken it meanwhile."""
        if sys.excepthook is self._hook:
            sys.excepthook = self._before

    def tell(self, error: BaseException) -> bool:
        """Tell the person, if the error has a sentence for them; whether it had."""
        if not isinstance(error, StoaError):
            return False
        log.warning("refused", reason=str(error))
        self._say(told(error))
        return True

    def on_task_failed(self, error: BaseException) -> None:
        """Hear of what ended a task."""
        if not self.tell(error):
            log.error("task.failed", exc_info=error)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not self.tell(error):
            self._before(kind, error, trace)

"""A way around what the engine's threads are refused, for other programs that a person starts from here.

A filter on system calls goes on to all that a thread starts (``stoa.engine.datagrams``), and a browser without
datagrams is a poor browser. So one thread is there from before, and starts what is not to have the filter.
"""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Outside:
    """Make it before ``refuse_datagrams`` and before ``prepare_environment``, in the thread that calls them.

    ``environment`` is what other programs are to get: the person's, without what the engine is told by it.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self._waiting: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        threading.Thread(target=self._serve, name="outside", daemon=True).start()

    def run(self, work: Callable[[], None]) -> None:
        """Do something in a thread of its own that is refused nothing. Returns at once."""
        self._waiting.put(work)

    def _serve(self) -> None:
        while True:
            threading.Thread(target=self._waiting.get(), name="outside-work", daemon=True).start()

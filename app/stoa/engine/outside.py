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


# What a desktop gives a program so that its first window may come to the front (freedesktop.org, startup notification
# and xdg-activation): each holds once, and for that program alone.
_FOR_THIS_START = frozenset({"DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN"})


class Outside:
    """Make it before ``refuse_datagrams`` and before ``prepare_environment``, in the thread that calls them.

    ``environment`` is what other programs are to get: the person's, without what the engine is told by it and without
    what was for this program's own start.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = {name: value for name, value in environment.items() if name not in _FOR_THIS_START}
        self._waiting: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        threading.Thread(target=self._serve, name="outside", daemon=True).start()

    def run(self, work: Callable[[], None]) -> None:
        """Do something in a thread of its own that is refused nothing. Returns at once."""
        self._waiting.put(work)

    def _serve(self) -> None:
        while True:
            threading.Thread(target=self._waiting.get(), name="outside-work", daemon=True).start()

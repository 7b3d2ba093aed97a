"""Work beside the event loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


class Tasks:
    """Runs coroutines beside the event loop and keeps them from being collected before they end.

    ``failed`` is called with what ended one that nobody waits for.
    """

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        self._failed = failed
        self._running: set[asyncio.Task[Any]] = set()
        self._waiting: list[Coroutine[Any, Any, Any]] | None = []

    def begin(self) -> None:
        """The loop runs: begin with what waits for it."""
        waiting, self._waiting = self._waiting or [], None
        for work in waiting:
            self.spawn(work)

    def spawn_soon(self, work: Coroutine[Any, Any, Any]) -> None:
        """Run a coroutine beside, as soon as the loop runs."""
        if self._waiting is None:
            self.spawn(work)
        else:
            self._waiting.append(work)

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run a coroutine beside."""
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._on_done)
        return task

    def cancel(self) -> None:
        """End all of them; for the end of the program."""
        for work in self._waiting or ():
            work.close()
        for task in tuple(self._running):
            task.cancel()

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failed(error)

    async def settle(self) -> None:
        """Wait until the cancelled ones have ended."""
        await asyncio.gather(*self._running, return_exceptions=True)

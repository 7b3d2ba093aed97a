"""The page that a start is for: when it has come so far that what else there is may be built."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from stoa.engine.spec import RoomState

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.contract.caller import Caller
    from stoa.shell.room_face import RoomFace
    from stoa.shell.rooms import Rooms

_READY = "host.ready"
# A page that takes longer than this to load keeps the rest of the window waiting no more.
PAGE_SECONDS = 3.0
# From the end of loading to the page's first picture, twice over.
_PAINT_SECONDS = 0.06


class FirstPage:
    """Hears what the page asks before there is a bridge, with or without a loop."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._is_over = False
        self._on_stir: Callable[[], None] = lambda: None

    def on_call(self, caller: Caller, method: str) -> None:
        """A page calls: one that is ready is shown, and any other must not wait for long."""
        face = self._rooms.face_of(caller)
        if method != _READY:
            self.hurry()
        elif face is not None:
            face.room.mark_ready()
            self._rooms.covers.show_ready(face)

    def hurry(self, *_: object) -> None:
        """Somebody waits for the rest: the page for an answer, or the person for what was pressed."""
        self._is_over = True
        self._on_stir()

    async def stirs(self, face: RoomFace) -> None:
        """Return when a page has had the time to paint, or takes too long, or somebody waits for the rest."""
        if face.room.state is RoomState.LOADING:
            face.room.did_change_state.connect(lambda _state: self._on_stir())
            await self._next(PAGE_SECONDS)
        await self._next(_PAINT_SECONDS)

    async def _next(self, seconds: float) -> None:
        if self._is_over:
            return
        stirred = asyncio.Event()
        self._on_stir = stirred.set
        # Not ``wait_for``: cancelled in the moment that the event comes, it goes on, and a room that ends is an event.
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await stirred.wait()

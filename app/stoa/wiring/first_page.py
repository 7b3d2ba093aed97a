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
# So does one that asked for something, and has not said since that it is ready.
_READY_SECONDS = 0.5
# From the end of loading, or from being ready, to the page's first picture, twice over.
_PAINT_SECONDS = 0.06


class FirstPage:
    """Hears what the page asks before there is a bridge, and waits for the page then."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._is_over = False
        self._on_stir: Callable[[], None] = lambda: None

    def on_call(self, caller: Caller, method: str) -> None:
        """A page calls: one that is ready is shown before anybody can answer it."""
        face = self._rooms.face_of(caller)
        if method == _READY and face is not None:
            face.room.mark_ready()
            self._rooms.covers.show_ready(face)

    def hurry(self, *_: object) -> None:
        """Somebody waits for the rest: a call that needs it, or the person for what was pressed."""
        self._is_over = True
        self._stir()

    async def settles(self, face: RoomFace, has_asked: Callable[[], bool]) -> None:
        """Return when a page has had the time to paint what it was opened for, or takes too long, or is to hurry.

        What else is built holds the window's thread up, through which each picture of the page has to go. One that has
        asked for something paints when it was answered, and says that it is ready.
        """
        room = face.room
        room.did_change_state.connect(self._stir)
        room.did_get_ready.connect(self._stir)
        await self._until(lambda: room.is_ready or room.state is not RoomState.LOADING, PAGE_SECONDS)
        if has_asked():
            await self._until(lambda: room.is_ready or room.state is RoomState.CLOSED, _READY_SECONDS)
        await self._until(lambda: False, _PAINT_SECONDS)

    def _stir(self, *_: object) -> None:
        self._on_stir()

    async def _until(self, holds: Callable[[], bool], seconds: float) -> None:
        stirred = asyncio.Event()
        self._on_stir = stirred.set
        # Not ``wait_for``: cancelled in the moment that the event comes, it goes on, and a room that ends is an event.
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not (self._is_over or holds()):
                    await stirred.wait()
                    stirred.clear()

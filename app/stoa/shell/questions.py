"""One question at a time over the window, and at most a few waiting from any one room."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, ErrorCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.ui.sheet import Sheet

# A page that asks again and again gets one sheet and refusals, not a storm.
WAITING_PER_ROOM = 1
HOST = 0


class Questions:
    """Opens sheets one after the other. Room id 0 is the host itself, which may always ask."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._waiting: Counter[int] = Counter()
        self._open: tuple[int, Sheet] | None = None
        self._gone: set[int] = set()

    async def ask(self, make: Callable[[], Sheet], room_id: int = HOST) -> object:
        """Open the sheet when its turn comes and return its answer.

        Raises BridgeError ``too_many`` when the room has a question waiting already, ``cancelled`` when it closed.
        """
        if room_id != HOST and self._waiting[room_id] >= WAITING_PER_ROOM:
            raise BridgeError(ErrorCode.TOO_MANY, "A question of this mini-app is open already.")
        self._waiting[room_id] += 1
        try:
            async with self._turn:
                if room_id in self._gone:
                    raise BridgeError(ErrorCode.CANCELLED, "The mini-app was closed.")
                return await self._show(make(), room_id)
        finally:
            self._waiting[room_id] -= 1

    def abandon(self, room_id: int) -> None:
        """The room is gone: refuse its open question and drop the waiting one."""
        self._gone.add(room_id)
        if self._open is not None and self._open[0] == room_id:
            self._open[1].refuse()

    async def _show(self, sheet: Sheet, room_id: int) -> object:
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()

        def on_answer(value: object) -> None:
            if not answer.done():
                answer.set_result(value)

        sheet.did_answer.connect(on_answer)
        self._open = (room_id, sheet)
        sheet.open()
        try:
            return await answer
        finally:
            self._open = None

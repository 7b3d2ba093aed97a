"""One question at a time over each window, and at most a few waiting from any one room."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, defaultdict, deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, ErrorCode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from PySide6.QtWidgets import QWidget

    from stoa.ui.sheet import Sheet

# A page that asks again and again gets one sheet and refusals, not a storm. An open question counts too.
WAITING_PER_ROOM = 1
HOST = 0
# A page that asks anew after each answer would keep the person from everything else, its own close button included.
QUESTIONS_IN_A_ROW = 5
ROW_SECONDS = 10.0


class Questions:
    """Opens sheets one after the other. Room id 0 is the host itself, which may always ask.

    ``now`` gives seconds and never runs backwards. ``in_own_window`` tells of a room whether its questions stand over
    a window of its own, where they keep nobody else waiting, ``is_shown`` whether the person sees it: a question of a
    mini-app that is not shown would stand over another one.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._asked: dict[int, deque[float]] = {}
        self.in_own_window: Callable[[int], bool] = lambda _room_id: False
        self.is_shown: Callable[[int], bool] = lambda _room_id: True
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: Counter[int] = Counter()
        self._open: dict[int, Sheet] = {}
        self._of_host: set[int] = set()
        self._gone: set[int] = set()

    async def ask(self, make: Callable[[], Sheet], room_id: int = HOST) -> object:
        """Open the sheet when its turn comes and return its answer.

        Raises BridgeError ``too_many`` when the room has a question waiting already, ``cancelled`` when it closed,
        ``denied`` when the person does not see it.
        """
        async with self.turn(room_id):
            return await self._show(make(), room_id)

    async def ask_about(self, make: Callable[[], Sheet], room_id: int) -> object:
        """Ask a question of the host's own about a room, however many the room itself asks. Raises ``cancelled``."""
        async with self._turn_of(room_id):
            self._check(room_id)
            self._of_host.add(room_id)
            try:
                return await self._show(make(), room_id)
            finally:
                self._of_host.discard(room_id)

    @asynccontextmanager
    async def turn(self, room_id: int = HOST) -> AsyncIterator[None]:
        """Have the window for something else that the person answers, a file dialog for example. Raises as ``ask``."""
        if room_id != HOST:
            self._admit(room_id)
        self._waiting[room_id] += 1
        try:
            async with self._turn_of(room_id):
                self._check(room_id)
                self._check_shown(room_id)
                yield
        finally:
            self._waiting[room_id] -= 1

    @asynccontextmanager
    async def aside(self) -> AsyncIterator[None]:
        """Within a turn of the host: let others ask meanwhile."""
        turn = self._turn_of(HOST)
        turn.release()
        try:
            yield
        finally:
            await turn.acquire()

    def refuse(self, over: QWidget) -> None:
        """Refuse, as Esc does, what a mini-app asks over a window. The host's own questions stay."""
        for room_id, sheet in tuple(self._open.items()):
            if room_id != HOST and room_id not in self._of_host and sheet.parentWidget() is over:
                sheet.refuse()

    def abandon(self, room_id: int) -> None:
        """The room is gone: refuse its open question and drop the waiting one."""
        self._gone.add(room_id)
        self._asked.pop(room_id, None)
        self._turns.pop(room_id, None)
        if (sheet := self._open.get(room_id)) is not None:
            sheet.refuse()

    def _turn_of(self, room_id: int) -> asyncio.Lock:
        return self._turns[room_id if self.in_own_window(room_id) else HOST]

    def _admit(self, room_id: int) -> None:
        """Let a room ask, or raise ``too_many`` or ``denied``."""
        self._check_shown(room_id)
        if self._waiting[room_id] >= WAITING_PER_ROOM:
            raise BridgeError(ErrorCode.TOO_MANY, "A question of this mini-app is open already.")
        now = self._now()
        asked = self._asked.setdefault(room_id, deque(maxlen=QUESTIONS_IN_A_ROW))
        if len(asked) == QUESTIONS_IN_A_ROW and now - asked[0] < ROW_SECONDS:
            raise BridgeError(ErrorCode.TOO_MANY, "This mini-app has asked too often: let some seconds pass.")
        asked.append(now)

    def _check(self, room_id: int) -> None:
        if room_id in self._gone:
            raise BridgeError(ErrorCode.CANCELLED, "The mini-app was closed.")

    def _check_shown(self, room_id: int) -> None:
        if room_id != HOST and not self.is_shown(room_id):
            raise BridgeError(ErrorCode.DENIED, "Only a mini-app that is shown may ask the person.")

    async def _show(self, sheet: Sheet, room_id: int) -> object:
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()

        def on_answer(value: object) -> None:
            if not answer.done():
                answer.set_result(value)

        sheet.did_answer.connect(on_answer)
        self._open[room_id] = sheet
        sheet.open()
        try:
            return await answer
        except asyncio.CancelledError:
            sheet.refuse()
            raise
        finally:
            self._open.pop(room_id, None)

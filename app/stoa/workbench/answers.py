"""What a page or its DevTools answer by a callback, as something to wait for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.contract.errors import StoaError

    Take = Callable[[Any], None]
    Fail = Callable[[StoaError], None]


async def answer_to(ask: Callable[[Take, Fail], None], seconds: float) -> Any:
    """Ask, and wait for the answer. Raises what ``ask`` gave to its second parameter, and TimeoutError."""
    answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def take(value: Any) -> None:
        if not answer.done():
            answer.set_result(value)

    def fail(error: StoaError) -> None:
        if not answer.done():
            answer.set_exception(error)

    ask(take, fail)
    async with asyncio.timeout(seconds):
        return await answer

"""An order that waits for a page ends when its host does."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal

from stoa.engine.spec import RoomState
from stoa.wiring.trial_orders import TrialOrders


class QuietTrial(QObject):
    """As much of a trial as an order waits for."""

    did_change_state = Signal(object)
    room = SimpleNamespace(state=RoomState.RUNNING)


async def ended_as_it_is_heard(waiting, hear):
    task = asyncio.ensure_future(waiting)
    await asyncio.sleep(0)
    hear()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return task.cancelled()


def test_an_order_that_is_ended_as_its_room_gets_there_ends():
    async def end():
        trial = QuietTrial()
        waiting = TrialOrders._reach(SimpleNamespace(trial=trial), RoomState.ASLEEP)
        return await ended_as_it_is_heard(waiting, lambda: trial.did_change_state.emit(RoomState.ASLEEP))

    assert asyncio.run(end())


def test_an_order_that_is_ended_as_its_page_becomes_ready_ends():
    async def end():
        ready = asyncio.Event()
        waiting = TrialOrders._until_ready(SimpleNamespace(trial=QuietTrial(), _ready=ready))
        return await ended_as_it_is_heard(waiting, ready.set)

    assert asyncio.run(end())

"""Work beside the event loop, which may be asked for before there is one."""

from __future__ import annotations

import asyncio

import pytest

from stoa.wiring.tasks import Tasks


async def _note(done: list[str], word: str) -> None:
    done.append(word)


@pytest.fixture
def failed() -> list[BaseException]:
    return []


@pytest.fixture
def tasks(failed: list[BaseException]) -> Tasks:
    return Tasks(failed.append)


def test_what_is_asked_for_before_there_is_a_loop_begins_with_it_and_later_work_at_once(tasks: Tasks) -> None:
    done: list[str] = []
    tasks.spawn_soon(_note(done, "before"))

    async def run() -> None:
        assert done == []
        tasks.begin()
        tasks.spawn_soon(_note(done, "after"))
        await asyncio.sleep(0)

    asyncio.run(run())
    assert done == ["before", "after"]


@pytest.mark.filterwarnings("error")
def test_what_still_waits_at_the_end_is_given_up(tasks: Tasks) -> None:
    done: list[str] = []
    tasks.spawn_soon(_note(done, "never"))
    tasks.cancel()
    assert done == []


def test_a_failure_is_told_once_and_a_task_that_was_cancelled_is_none(
    tasks: Tasks, failed: list[BaseException]
) -> None:
    async def fail() -> None:
        raise ValueError("broken")

    async def run() -> None:
        tasks.spawn(fail())
        waiting = tasks.spawn(asyncio.sleep(60))
        await asyncio.sleep(0)
        tasks.cancel()
        await tasks.settle()
        assert waiting.cancelled()

    asyncio.run(run())
    assert [str(error) for error in failed] == ["broken"]

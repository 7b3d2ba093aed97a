"""What is asked and answered by a callback can be waited for, given up and ended."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from stoa.contract.errors import StoaError
from stoa.workbench.accessibility import PageNotAskedError, settle
from stoa.workbench.answers import answer_to


def test_the_first_answer_counts():
    def ask(take, fail):
        take(1)
        take(2)
        fail(StoaError("Too late."))

    assert asyncio.run(answer_to(ask, 5)) == 1


def test_a_failure_is_raised():
    def ask(take, fail):
        fail(StoaError("It is gone."))
        fail(StoaError("It is gone again."))
        take(1)

    with pytest.raises(StoaError, match=r"^It is gone\.$"):
        asyncio.run(answer_to(ask, 5))


def test_what_never_answers_is_given_up():
    with pytest.raises(TimeoutError):
        asyncio.run(answer_to(lambda _take, _fail: None, 0))


def test_whoever_is_ended_as_the_answer_comes_ends():
    async def end():
        asked = []
        waiting = asyncio.ensure_future(answer_to(lambda take, _fail: asked.append(take), 5))
        await asyncio.sleep(0)
        asked[0](1)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return waiting.cancelled()

    assert asyncio.run(end())


def test_a_check_of_the_page_that_is_ended_as_the_page_answers_ends():
    async def end():
        asked = []
        inspector = SimpleNamespace(send=lambda command, _params, take, _fail: asked.append((command, take)))
        waiting = asyncio.ensure_future(settle(inspector))
        await asyncio.sleep(0)
        asked[0][1]({"frameTree": {"frame": {"id": "1"}}})
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return waiting.cancelled(), [command for command, _take in asked]

    assert asyncio.run(end()) == (True, ["Page.getFrameTree"])


def test_a_page_that_does_not_answer_a_check_in_time_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setattr("stoa.workbench.accessibility._SECONDS", 0)
    with pytest.raises(PageNotAskedError, match="did not answer"):
        asyncio.run(settle(SimpleNamespace(send=lambda *_asked: None)))

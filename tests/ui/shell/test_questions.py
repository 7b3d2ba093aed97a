"""One question at a time, few of them from any one room, and none left when its room goes."""

from __future__ import annotations

import asyncio

import pytest

from stoa.contract.errors import BridgeError
from stoa.shell.questions import QUESTIONS_IN_A_ROW, ROW_SECONDS, Questions
from stoa.ui.button import Button
from stoa.ui.sheet import Sheet


@pytest.fixture
def page(theme, shown):
    from PySide6.QtWidgets import QWidget

    return shown(QWidget(), width=600, height=500)


@pytest.fixture
def clock():
    return [100.0]


@pytest.fixture
def questions(clock):
    return Questions(lambda: clock[0])


@pytest.fixture
def made(theme, page):
    """Makes sheets by name and remembers those that were really made."""
    sheets = {}

    def maker(name):
        def make():
            sheet = Sheet(theme, page, name, refusal="refused")
            sheet.footer.addWidget(Button(theme, "Not now"))
            sheets[name] = sheet
            return sheet

        return make

    maker.sheets = sheets
    return maker


def code_of(task):
    assert isinstance(task.exception(), BridgeError)
    return task.exception().code


def test_a_second_question_waits_until_the_first_is_answered(questions, made, turns):
    first = turns.loop.create_task(questions.ask(made("first"), 1))
    second = turns.loop.create_task(questions.ask(made("second"), 2))
    turns.settle()
    assert list(made.sheets) == ["first"]
    made.sheets["first"].answer("yes")
    turns.settle()
    assert first.result() == "yes"
    assert made.sheets["second"].isVisible()
    made.sheets["second"].refuse()
    turns.settle()
    assert second.result() == "refused"


def test_a_room_has_one_question_and_the_host_as_many_as_it_likes(questions, made, turns):
    one = turns.loop.create_task(questions.ask(made("one"), 1))
    more = turns.loop.create_task(questions.ask(made("more"), 1))
    host = [turns.loop.create_task(questions.ask(made(name))) for name in ("host 1", "host 2")]
    turns.settle()
    assert code_of(more) == "too_many"
    for name in ("one", "host 1", "host 2"):
        made.sheets[name].answer(name)
        turns.settle()
    assert [task.result() for task in (one, *host)] == ["one", "host 1", "host 2"]


def test_a_page_that_asks_in_a_loop_has_to_pause(questions, made, turns, clock):
    def ask():
        task = turns.loop.create_task(questions.ask(made("again"), 1))
        turns.settle()
        return task

    for _ in range(QUESTIONS_IN_A_ROW):
        task = ask()
        made.sheets["again"].refuse()
        turns.settle()
        assert task.result() == "refused"
    assert code_of(ask()) == "too_many"
    clock[0] += ROW_SECONDS
    later = ask()
    made.sheets["again"].answer("at last")
    turns.settle()
    assert later.result() == "at last"


def test_closing_a_room_refuses_its_open_question(questions, made, turns):
    task = turns.loop.create_task(questions.ask(made("open"), 1))
    turns.settle()
    questions.abandon(1)
    turns.settle()
    assert task.result() == "refused"
    assert made.sheets["open"]._answered


def test_closing_a_room_drops_the_question_that_waits(questions, made, turns):
    first = turns.loop.create_task(questions.ask(made("first"), 1))
    second = turns.loop.create_task(questions.ask(made("second"), 2))
    turns.settle()
    questions.abandon(2)
    assert made.sheets["first"].isVisible()
    made.sheets["first"].answer(1)
    turns.settle()
    assert first.result() == 1
    assert code_of(second) == "cancelled"
    assert "second" not in made.sheets


def test_a_cancelled_task_takes_its_sheet_along(questions, made, turns):
    task = turns.loop.create_task(questions.ask(made("open"), 1))
    turns.settle()
    sheet = made.sheets["open"]
    task.cancel()
    turns.loop.run_until_complete(asyncio.wait([task]))
    assert task.cancelled()
    assert sheet._answered
    turns.settle()
    after = turns.loop.create_task(questions.ask(made("after"), 1))
    turns.settle()
    made.sheets["after"].answer("free again")
    turns.settle()
    assert after.result() == "free again"


def test_an_answer_that_comes_with_the_cancellation_counts_for_nothing(questions, made, turns):
    task = turns.loop.create_task(questions.ask(made("open"), 1))
    turns.settle()
    task.cancel()
    made.sheets["open"].answer("late")
    turns.loop.run_until_complete(asyncio.wait([task]))
    assert task.cancelled()


def test_the_host_asks_about_a_room_that_asks_itself(questions, made, turns):
    page_asks = turns.loop.create_task(questions.ask(made("page"), 1))
    host_asks = turns.loop.create_task(questions.ask_about(made("close it?"), 1))
    turns.settle()
    made.sheets["page"].answer("a")
    turns.settle()
    made.sheets["close it?"].answer("b")
    turns.settle()
    assert (page_asks.result(), host_asks.result()) == ("a", "b")
    questions.abandon(1)
    gone = turns.loop.create_task(questions.ask_about(made("never"), 1))
    turns.settle()
    assert code_of(gone) == "cancelled"


def test_a_turn_keeps_sheets_away_and_may_let_them_by(questions, made, turns):
    steps = []

    async def write():
        async with questions.turn():
            steps.append("began")
            await asyncio.sleep(0)
            async with questions.aside():
                await let_by.wait()
            steps.append("back")

    let_by = asyncio.Event()
    writing = turns.loop.create_task(write())
    asking = turns.loop.create_task(questions.ask(made("meanwhile"), 1))
    turns.settle()
    assert made.sheets["meanwhile"].isVisible()
    let_by.set()
    turns.settle()
    assert steps == ["began"]
    made.sheets["meanwhile"].answer(0)
    turns.settle()
    assert (steps, asking.result(), writing.done()) == (["began", "back"], 0, True)

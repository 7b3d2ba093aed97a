"""When a page is one that keeps a processor busy."""

from __future__ import annotations

import pytest

from stoa.engine.renderer import TICKS_A_SECOND
from stoa.engine.toil import TOIL_SECONDS, Toil


class Page:
    """Works some share of a processor, and is looked at four times a second."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.ticks = 70
        self.toil = Toil(lambda: self.seconds)

    def work(self, share: float, seconds: float) -> int:
        """How often it was told of."""
        told = 0
        for _ in range(int(seconds * 4)):
            self.seconds += 0.25
            self.ticks += round(0.25 * share * TICKS_A_SECOND)
            told += self.toil.note(self.ticks)
        return told


@pytest.fixture
def page() -> Page:
    return Page()


def test_who_works_five_seconds_long_is_told_of_once(page: Page) -> None:
    assert page.work(1.0, TOIL_SECONDS - 1) == 0
    assert page.work(1.0, 2) == 1
    assert page.work(3.0, 60) == 0


def test_who_works_half_the_time_is_not_told_of(page: Page) -> None:
    assert page.work(0.5, 60) == 0


def test_short_work_again_and_again_is_not_told_of(page: Page) -> None:
    assert sum(page.work(1.0, 3) + page.work(0.0, 3) for _ in range(10)) == 0


def test_a_new_document_may_be_told_of_anew(page: Page) -> None:
    assert page.work(1.0, 10) == 1
    page.toil.begin()
    assert page.work(1.0, 10) == 1


def test_what_is_worked_while_nobody_looks_counts_for_nothing(page: Page) -> None:
    page.work(1.0, 4)
    page.toil.rest()
    page.ticks += 1000 * TICKS_A_SECOND
    page.seconds += 1000
    assert page.work(1.0, 4) == 0
    assert page.work(1.0, 2) == 1

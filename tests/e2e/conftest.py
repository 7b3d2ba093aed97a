"""The real program, started anew for each story and driven by its window and its pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.support.driver import WAIT_SECONDS, Stoa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Playwright


# A whole story starts the program several times; what hangs in it is given up after WAIT_SECONDS already.
STORY_SECONDS = 300


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each story its time."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(STORY_SECONDS))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One driver of pages for all stories."""
    expect.set_options(timeout=WAIT_SECONDS * 1000)
    with sync_playwright() as made:
        yield made


@pytest.fixture
def start(tmp_path: Path, playwright: Playwright) -> Iterator[Callable[..., Stoa]]:
    """Starts the program on this test's own data folder; whatever still runs at the end is killed.

    What it wrote to its terminal must be expected, unless the story expects more.
    """
    begun: list[Stoa] = []

    def begin(*arguments: str, data: str = "data", **more: Any) -> Stoa:
        stoa = Stoa(tmp_path / data, *arguments, playwright=playwright, **more)
        begun.append(stoa)
        return stoa

    yield begin
    for stoa in begun:
        if stoa.process.poll() is None:
            stoa.kill()
    assert "\n".join(line for stoa in begun for line in stoa.unexpected_log()) == ""

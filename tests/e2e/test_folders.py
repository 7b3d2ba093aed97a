"""A tester drops any folder with a page on the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

PAGE = """<!doctype html><title>Mine</title><h1>It runs</h1><p id="said"></p><script src="mine.js"></script>"""


def page_of(stoa: Stoa) -> Page:
    """The page of the one folder that is open."""
    return stoa.page("folder.")


def test_a_folder_with_just_a_page_runs_with_a_chip_that_says_so(start: Callable[..., Stoa], tmp_path: Path) -> None:
    folder = tmp_path / "My page"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE)
    (folder / "mine.js").write_text("document.querySelector('#said').textContent = 'and its script too';")
    empty = tmp_path / "Empty"
    empty.mkdir()
    with start() as stoa:
        assert stoa.do("drop", path=str(folder))
        stoa.wait_for("from folder, no manifest", kind="Chip")
        stoa.wait_for("no network", kind="Chip")
        expect(page_of(stoa).get_by_role("heading", name="It runs")).to_be_visible()
        expect(page_of(stoa).get_by_text("and its script too")).to_be_visible()

        assert stoa.do("drop", path=str(empty))
        stoa.wait_for("index.html…", kind="Toast")
        assert stoa.shows("Close this app"), "what was open stays open"

        (folder / "index.html").write_text(PAGE.replace("It runs", "It changed"))
        stoa.press("Menu")
        stoa.insist("choose", text="Reload")
        expect(page_of(stoa).get_by_role("heading", name="It changed")).to_be_visible()

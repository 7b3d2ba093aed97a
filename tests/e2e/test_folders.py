"""A tester drops any folder with a page on the window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from stoa.miniapp.package import pack

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


def test_any_folder_runs_a_broken_one_is_told_and_a_package_is_asked_about(
    start: Callable[..., Stoa], tmp_path: Path
) -> None:
    with start() as stoa:
        a_folder_with_just_a_page_runs_with_a_chip_that_says_so(stoa, tmp_path)
        stoa.press("Close this app")
        a_broken_manifest_is_told_until_it_is_mended_and_its_package_is_asked_about(stoa, tmp_path)


def a_folder_with_just_a_page_runs_with_a_chip_that_says_so(stoa: Stoa, tmp_path: Path) -> None:
    folder = tmp_path / "My page"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE)
    (folder / "mine.js").write_text("document.querySelector('#said').textContent = 'and its script too';")
    empty = tmp_path / "Empty"
    empty.mkdir()
    assert stoa.do("drop", path=str(folder))
    stoa.wait_for("from folder, no manifest", kind="Chip")
    stoa.wait_for("no network", kind="Chip")
    expect(page_of(stoa).get_by_role("heading", name="It runs")).to_be_visible()
    expect(page_of(stoa).get_by_text("and its script too")).to_be_visible()

    assert stoa.do("drop", path=str(empty))
    stoa.wait_for("index.html…", kind="ToastCard")
    assert stoa.shows("Close this app"), "what was open stays open"

    (folder / "index.html").write_text(PAGE.replace("It runs", "It changed"))
    stoa.press("Menu")
    stoa.insist("choose", text="Reload")
    expect(page_of(stoa).get_by_role("heading", name="It changed")).to_be_visible()


def a_broken_manifest_is_told_until_it_is_mended_and_its_package_is_asked_about(stoa: Stoa, tmp_path: Path) -> None:
    folder, manifest = tmp_path / "Scanner", {"app_id": "org.example.scanner", "name": "Scanner"}
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Scanner</title><h1>It scans</h1>")
    (folder / "manifest.json").write_text(json.dumps(manifest | {"permissions": ["camra"]}))
    assert stoa.do("drop", path=str(folder))
    stoa.wait_for("Scanner cannot be opened yet", kind="BrokenCard")
    (folder / "manifest.json").write_text(json.dumps(manifest | {"permissions": ["camera"]}))
    stoa.press("Try again")
    expect(stoa.page("org.example.scanner").get_by_role("heading", name="It scans")).to_be_visible()
    stoa.press("Close this app")

    package = tmp_path / "scanner.ma"
    package.write_bytes(pack(folder))
    assert stoa.do("drop", path=str(package))
    stoa.wait_for("Open Scanner for the first time?")
    stoa.press("Not now")
    stoa.wait_gone("Open Scanner for the first time?")
    assert stoa.shows("Close this app") is None, "nothing runs before the person agreed"
    assert stoa.do("drop", path=str(package))
    stoa.wait_for("Open Scanner for the first time?")
    stoa.press("Open")
    expect(stoa.page("org.example.scanner").get_by_role("heading", name="It scans")).to_be_visible()

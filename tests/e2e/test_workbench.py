"""A tester opens a folder on the workbench, finds a fault, sees it mended, and leaves with a recording and a report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from stoa.trial.launch_profile import read_profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

APP = "org.example.departures"
MANIFEST = {"app_id": APP, "name": "Departures", "version": {"code": 1, "name": "1.0"}}
PAGE = """<!doctype html><html lang="en"><title>Departures</title><script src="/_stoa/stoa.js"></script>
<script src="/departures.js" defer></script>
<h1>Departures</h1><p id="notice" hidden>Without a network these may be old.</p><button>Next train</button>
<p id="train"></p></html>"""
SCRIPT = """
let trains = 0;
document.querySelector("button").addEventListener("click", async () => {
  trains += 1;
  document.querySelector("#train").textContent = `Train ${trains} leaves soon`;
  await stoa.storage.set({ key: "trains", value: trains });
});
if (!navigator.onLine) document.querySelector("#notise").hidden = false;
stoa.host.ready();
"""


def page_of(stoa: Stoa) -> Page:
    """The page on the bench."""
    return stoa.page(APP)


def choose_file(stoa: Stoa, path: Path) -> None:
    """Answer the file dialog as soon as it is there."""
    stoa.insist("call", function="tests.support.bench_hand:choose", path=str(path))


def test_a_tester_finds_a_fault_sees_it_mended_and_leaves_with_a_recording(
    start: Callable[..., Stoa], tmp_path: Path
) -> None:
    folder = tmp_path / "departures"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    (folder / "index.html").write_text(PAGE)
    (folder / "departures.js").write_text(SCRIPT)
    with start("--size", "1440x900") as stoa:
        # Open
        stoa.press("Workbench", kind="RailItem")
        stoa.wait_for("Open a folder with a mini-app")
        assert stoa.do("drop", path=str(folder))
        expect(page_of(stoa).get_by_role("heading", name="Departures")).to_be_visible()

        # Simulate
        stoa.press("Network: Online", kind="ChoiceRow")
        stoa.insist("choose", text="Offline")
        stoa.wait_for("Network: Offline", kind="ChoiceRow")
        stoa.until(lambda: page_of(stoa).evaluate("!navigator.onLine"), "the network to go")
        stoa.press("Reload", inside="Conditions")

        # The conditions are kept by a name, and taken away for the command line
        stoa.press("Launch profiles")
        stoa.insist("choose", text="Save as …")
        stoa.wait_for("Save the launch profile")
        stoa.insist("type", text="In the tunnel")
        stoa.press("Save", kind="Button")
        stoa.wait_for("In the tunnel", kind="Label")
        stoa.press("Launch profiles")
        stoa.insist("choose", text="Export …")
        choose_file(stoa, tmp_path / "In the tunnel.json")
        stoa.until((tmp_path / "In the tunnel.json").exists, "the launch profile")

        # See
        stoa.press("Console", kind="_Segment")
        stoa.until(lambda: "TypeError" in lines(stoa, "Console"), "the fault in the console")
        assert page_of(stoa).locator("#notice").is_hidden()

        # Mend: the page comes again by itself, under the same conditions
        (folder / "departures.js").write_text(SCRIPT.replace("#notise", "#notice"))
        expect(page_of(stoa).locator("#notice")).to_be_visible()

        # Record and replay
        stoa.press("Tests", kind="_Segment")
        stoa.press("Record", kind="Button")
        stoa.wait_for("Recording: use the mini-app, then press Stop.")
        page_of(stoa).get_by_role("button", name="Next train").click()
        expect(page_of(stoa).get_by_text("Train 1 leaves soon")).to_be_visible()
        stoa.until(lambda: 'click button "Next train"' in lines(stoa, "Steps"), "the step in the list")
        stoa.press("Stop", kind="Button")
        stoa.press("Replay", kind="Button")
        stoa.wait_for("The replay did the same as the recording.")
        stoa.press("Save as test", kind="Button")
        choose_file(stoa, tmp_path / "test_departures.py")
        stoa.until((tmp_path / "test_departures.py").exists, "the test")

        # Report
        stoa.press("Save report", kind="Button")
        choose_file(stoa, tmp_path / f"{APP}-1.0.html")
        stoa.until((tmp_path / f"{APP}-1.0.html").exists, "the report")
        stoa.press("Bridge", kind="_Segment")
        stoa.press("Export", inside="Bridge")
        choose_file(stoa, tmp_path / "bridge.json")
        stoa.until((tmp_path / "bridge.json").exists, "the journal of the bridge")
    recorded = (tmp_path / "test_departures.py").read_text()
    assert 'page.get_by_role("button", name="Next train", exact=True).click()' in recorded
    assert 'miniapp.bridge.expect_call("storage.set")' in recorded
    assert '"offline"' in recorded
    profile = read_profile((tmp_path / "In the tunnel.json").read_text())
    assert (profile.name, profile.network.state) == ("In the tunnel", "offline")
    report = (tmp_path / f"{APP}-1.0.html").read_text()
    assert "Departures" in report
    assert "In the tunnel" in report
    assert "data:image/png;base64," in report
    assert "storage.set" in (tmp_path / "bridge.json").read_text()
    assert {path.name for path in folder.iterdir()} == {"manifest.json", "index.html", "departures.js"}


def lines(stoa: Stoa, tab: str) -> str:
    """What the lines of a tab say."""
    return str(stoa.insist("call", function="tests.support.bench_hand:lines", tab=tab))

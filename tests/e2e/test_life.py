"""Closing, starting again, being killed, and being started twice."""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.test_surveys import PULSE, make_survey
from tests.support.driver import ROOT, WAIT_SECONDS, NotShownError, environment, is_root, stoa_command

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

RECIPES = "org.stoa.recipes"
GUEST_BOOK_ID = "org.example.guestbook"
GUEST_BOOK = ROOT / "tests" / "support" / "guest_book"
SANDBOX = ["--no-sandbox"] if is_root() else []


def post(stoa: Stoa, text: str) -> None:
    """Write a post and return when the window says that it is posted."""
    stoa.press("Write a post")
    stoa.wait_for("Text of the post")
    stoa.insist("type", text=text)
    stoa.press("Post", inside="New post")
    stoa.wait_gone("New post")
    stoa.until(lambda: text in stoa.newest(), f"{text!r} in the feed")


def test_everything_is_as_it_was_after_a_restart(start: Callable[..., Stoa]) -> None:
    with start(command=("open", str(GUEST_BOOK))) as stoa:
        stoa.page(GUEST_BOOK_ID).get_by_role("button", name="Sign in").click()
        stoa.press("Allow")
        stoa.wait_gone("Guest book wants to know you")
        stoa.press("Apps", kind="RailItem")
        stoa.press("Recipes", kind="AppTile")
        stoa.page(RECIPES).get_by_role("link", name="Shakshuka").click()
        expect(stoa.page(RECIPES).get_by_role("heading", name="Shakshuka")).to_be_visible()
        stoa.do("move", x=160, y=90)
        stoa.do("window", width=1180, height=1500)
        stoa.press("Aegina, by ferry", kind="OptionRow")
        stoa.until(lambda: stoa.shows("Aegina, by ferry, …", kind="OptionRow"), "the vote")
        post(stoa, "Hello, feed")
        stoa.press("Write a post")
        stoa.wait_for("Text of the post")
        stoa.insist("type", text="Half a thought")
        stoa.press("Cancel", inside="New post")
        stoa.wait_gone("New post")
        window, widths = stoa.do("window"), stoa.do("widths")
        assert stoa.close() == 0

    with start() as stoa:
        assert (stoa.do("window"), stoa.do("widths")) == (window, widths)
        tabs = [node["name"] for node in stoa.see() if node["kind"] == "Tab"]
        assert tabs == ["Apps", "Guest book, sleeping", "Recipes"]
        expect(stoa.page(RECIPES).get_by_role("heading", name="Shakshuka")).to_be_visible()
        stoa.until(lambda: "Hello, feed" in stoa.newest(), "the post")
        assert stoa.shows("Aegina, by ferry, …", kind="OptionRow")
        stoa.press("Write a post")
        assert stoa.wait_for("Text of the post")["text"] == "Half a thought"
        stoa.press("Cancel", inside="New post")
        stoa.press("Guest book, sleeping", kind="Tab")
        page = stoa.page(GUEST_BOOK_ID)
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator("#answer")).to_contain_text("subject")
        assert not stoa.shows("Guest book wants to know you"), "what was allowed is not asked again"


def test_what_was_confirmed_survives_being_killed(start: Callable[..., Stoa], tmp_path: Path) -> None:
    confirmed = posts_while_it_is_killed(start)
    with start() as stoa:
        stoa.wait_for("Posts", kind="FeedList")
        assert not stoa.shows("The database was damaged…")
        for text in reversed(confirmed):
            stoa.press("Search posts", kind="IconButton")
            stoa.insist("type", text=text.split()[1])
            stoa.until(lambda wanted=text: any(wanted in card for card in stoa.cards()), f"{text!r} found again")
            stoa.press("Close the search")
    each_other_promise_is_kept(start, tmp_path)


def posts_while_it_is_killed(start: Callable[..., Stoa]) -> list[str]:
    """Write post after post while somebody kills the program; those that the window had called posted."""
    chance = random.Random(20)
    confirmed: list[str] = []
    for number in range(4):
        stoa = start()
        stoa.wait_for("Posts", kind="FeedList")
        said = " ".join(stoa.cards())
        assert [text for text in confirmed[-3:] if text not in said] == []
        # The number of posts says when, on a slow machine as well; the time only adds what lies between two of them.
        last = chance.randrange(1, 4)
        killer = threading.Timer(chance.uniform(0, 0.6), os.kill, (stoa.process.pid, signal.SIGKILL))
        try:
            for post_number in itertools.count():
                if post_number == last:
                    killer.start()
                text = f"Confirmed r{number}p{post_number}z"
                post(stoa, text)
                confirmed.append(text)
        except (NotShownError, OSError):
            assert stoa.wait_ended() == -signal.SIGKILL
    assert len(confirmed) >= 4
    return confirmed


def each_other_promise_is_kept(start: Callable[..., Stoa], tmp_path: Path) -> None:
    """A package, a consent, a value of a page, a grant and a vote: killed at the moment it is shown as done."""
    package = tmp_path / "guest_book.ma"
    subprocess.run(
        stoa_command("pack", GUEST_BOOK, "--output", package), check=True, timeout=WAIT_SECONDS, env=environment(),
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    guest_book, pulse = ("open", f"stoa://{GUEST_BOOK_ID}/"), ("open", f"stoa://{PULSE}/")

    stoa = start(command=("open", str(package)), data="promises")
    stoa.wait_for("Open Guest book for the first time?")
    stoa.press("Open", inside="Open Guest book for the first time?")
    expect(stoa.page(GUEST_BOOK_ID).get_by_role("heading", name="Guest book")).to_be_visible()
    stoa.kill()

    package.unlink()
    stoa = start(command=guest_book, data="promises")
    stoa.page(GUEST_BOOK_ID).get_by_role("button", name="Sign in").click()
    stoa.wait_for("Guest book wants to know you")
    stoa.press("Allow")
    expect(stoa.page(GUEST_BOOK_ID).locator("#answer")).to_contain_text("subject")
    subject = json.loads(stoa.page(GUEST_BOOK_ID).locator("#answer").inner_text())["subject"]
    stoa.kill()

    stoa = start(command=guest_book, data="promises")
    page = stoa.page(GUEST_BOOK_ID)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#answer")).to_contain_text(subject)
    assert not stoa.shows("Guest book wants to know you"), "what was allowed is not asked again"
    page.evaluate("stoa.storage.set({key: 'guest', value: {name: 'Ada'}})")
    stoa.kill()

    stoa = start(command=guest_book, data="promises")
    page = stoa.page(GUEST_BOOK_ID)
    expect(page.get_by_role("button", name="Sign in")).to_be_enabled()  # its scripts have run
    assert page.evaluate("stoa.storage.get({key: 'guest'})") == {"value": {"name": "Ada"}}
    stoa.wait_for("Posts", kind="FeedList")  # the rest of the window has come
    stoa.insist("key", keys="Ctrl+K")
    stoa.insist("type", text=f"stoa://{PULSE}/")
    stoa.insist("key", keys="Return")
    make_survey(stoa.page(PULSE), "Lunch on Friday")
    stoa.wait_for("Pulse wants to make surveys…")
    stoa.press("Always allow")
    expect(stoa.page(PULSE).get_by_role("heading", name="Lunch on Friday")).to_be_visible()
    stoa.kill()

    stoa = start(command=pulse, data="promises")
    expect(stoa.page(PULSE).get_by_text("Lunch on Friday")).to_be_visible()
    make_survey(stoa.page(PULSE), "Lunch on Monday")
    expect(stoa.page(PULSE).get_by_role("heading", name="Lunch on Monday")).to_be_visible()
    assert not stoa.shows("Pulse wants to make surveys…"), "what is always allowed is not asked again"
    stoa.do("window", width=1180, height=1500)
    stoa.press("Aegina, by ferry", kind="OptionRow")
    stoa.wait_for("Aegina, by ferry, …", kind="OptionRow")
    stoa.kill()

    with start(data="promises") as stoa:
        stoa.do("window", width=1180, height=1500)
        stoa.wait_for("Aegina, by ferry, …", kind="OptionRow")
        assert not stoa.shows("The database was damaged…")


def test_a_second_start_hands_what_it_opens_to_the_first_window(start: Callable[..., Stoa], tmp_path: Path) -> None:
    with start() as stoa:
        link = stoa_command("open", "stoa://org.stoa.recipes/r/shakshuka", "--data-dir", stoa.data, *SANDBOX)
        second = subprocess.run(
            link, env=environment(), capture_output=True, text=True, check=False, timeout=WAIT_SECONDS
        )
        assert (second.returncode, "Traceback" in second.stderr) == (0, False), second.stderr
        expect(stoa.page(RECIPES).get_by_role("heading", name="Shakshuka")).to_be_visible()

    once = stoa_command("run", "--data-dir", tmp_path / "fresh", "--quit-after", 6, *SANDBOX)
    both = [
        subprocess.Popen(once, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    ends = [(program.communicate(timeout=WAIT_SECONDS)[1], program.returncode) for program in both]
    assert [code for _, code in ends] == [0, 0], ends
    assert not [log for log, _ in ends if "Traceback" in log]
    assert (tmp_path / "fresh" / "stoa.db").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="what is loaded is told by /proc")
def test_a_room_without_network_needs_no_ciphers_and_judges_no_manifest(start: Callable[..., Stoa]) -> None:
    with start():
        pass  # the first start makes what later ones find
    with start() as stoa:
        stoa.press("Apps", kind="RailItem")
        stoa.press("Recipes", kind="AppTile")
        expect(stoa.page(RECIPES).get_by_role("link", name="Shakshuka")).to_be_visible()
        loaded = Path(f"/proc/{stoa.process.pid}/maps").read_text()
        assert "apsw" in loaded
        assert [name for name in ("libcrypto", "_ssl.", "_hashlib.", "_pydantic_core") if name in loaded] == []

"""Pulse: a survey is made from a template, answered, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from stoa.testing import LaunchProfile

if TYPE_CHECKING:
    from stoa.testing import MiniApp


def test_a_poll_is_made_from_its_template(miniapp: MiniApp) -> None:
    page = miniapp.page
    page.get_by_role("link", name="Quick poll").click()
    expect(page.get_by_role("textbox", name="Option 1")).to_have_value("To the sea")
    page.get_by_role("textbox", name="Title").fill("Where do we go?")
    page.get_by_role("button", name="Publish").click()
    made = miniapp.bridge.expect_call("surveys.create")
    assert made["params"]["title"] == "Where do we go?"


def wait_until_kept(miniapp: MiniApp, title: str) -> None:
    """A draft is kept a moment after the last key."""
    for times in range(1, 20):
        if miniapp.bridge.expect_call("storage.set", key="draft", times=times)["params"]["value"]["title"] == title:
            return


def test_a_draft_outlives_the_page(miniapp: MiniApp) -> None:
    miniapp.page.get_by_role("link", name="Quick poll").click()
    miniapp.page.get_by_role("textbox", name="Title").fill("Half a thought")
    wait_until_kept(miniapp, "Half a thought")
    miniapp.open()
    expect(miniapp.page.get_by_role("main")).to_contain_text("Half a thought")


def test_a_host_that_fails_is_told_of_and_nothing_is_lost(miniapp: MiniApp) -> None:
    miniapp.open(LaunchProfile(path="/new?t=poll"))
    miniapp.bridge.fail("surveys.create", "too_many", "Wait a minute.")
    miniapp.page.get_by_role("button", name="Publish").click()
    miniapp.bridge.expect_call("surveys.create", verdict="too_many")
    expect(miniapp.page.get_by_role("textbox", name="Option 1")).to_have_value("To the sea")

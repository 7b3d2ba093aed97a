"""Quizzes: playing one to its result, and sharing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from stoa.testing import LaunchProfile

if TYPE_CHECKING:
    from stoa.testing import MiniApp


def test_a_quiz_is_played_to_its_result(miniapp: MiniApp) -> None:
    miniapp.open(LaunchProfile(path="/q/which-sea"))
    page = miniapp.page
    page.get_by_role("button", name="Start").click()
    for answered in range(8):
        expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", str(answered))
        page.get_by_role("listitem").first.get_by_role("button").click()
    expect(page.get_by_role("link", name="Play again")).to_be_visible()


def test_a_quiz_is_shared_with_its_page(miniapp: MiniApp) -> None:
    miniapp.open(LaunchProfile(path="/q/everyday-nature"))
    miniapp.page.get_by_role("button", name="Share").click()
    card = miniapp.bridge.expect_call("share.post", title="Everyday nature")
    assert card["params"]["path"].startswith("/q/everyday-nature")

"""A newcomer opens a mini-app, shares one of its pages, and comes back to it from the post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

RECIPES = "org.stoa.recipes"
SHAKSHUKA = re.compile(r"/r/shakshuka\?for=3$")


def test_a_newcomer_opens_an_app_beside_the_feed_and_a_shared_page_opens_again_from_its_post(
    start: Callable[..., Stoa],
) -> None:
    with start() as stoa:
        stoa.wait_for("Posts", kind="FeedList")
        assert stoa.cards(), "a first start has something to read"
        assert stoa.shows("All apps")

        stoa.insist("key", keys="Ctrl+K")
        stoa.insist("type", text="reci")
        stoa.wait_for("Found")
        stoa.insist("key", keys="Return")

        expect(stoa.page(RECIPES).get_by_role("heading", name="Recipes", exact=True)).to_be_visible()
        stoa.wait_for("Close Recipes")
        feed, stage = stoa.do("widths")
        assert feed >= 420, "the feed stays beside the app"
        assert stage > feed
        assert stoa.cards()

        stoa.do("window", width=700, height=800)
        stoa.wait_gone("Feed", kind="FeedPane")
        assert stoa.shows("Close this app"), "a narrow window shows one at a time"
        stoa.do("window", width=1360, height=860)
        stoa.wait_for("Feed", kind="FeedPane")

        page = stoa.page(RECIPES)
        page.get_by_role("link", name="Shakshuka").click()
        page.get_by_role("button", name="More servings").click()
        expect(page).to_have_url(re.compile("/r/shakshuka"))
        page.get_by_role("button", name="Share to feed").click()

        stoa.wait_for("New post")
        stoa.insist("type", text="Sunday breakfast")
        stoa.press("Post", inside="New post")
        stoa.wait_gone("New post")
        stoa.until(lambda: "Sunday breakfast" in stoa.newest(), "the post at the top of the feed")
        assert "Shakshuka for 3" in stoa.cards()[0]

        stoa.press("Close this app")
        stoa.wait_gone("Close Recipes")
        stoa.press("Shakshuka for 3…", kind="JumpRow")
        expect(stoa.page(RECIPES)).to_have_url(SHAKSHUKA)
        expect(stoa.page(RECIPES).get_by_role("heading", name="Shakshuka")).to_be_visible()
        assert stoa.close() == 0

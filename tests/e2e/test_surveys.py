"""A mini-app makes a survey; the person votes in the feed, and once only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

PULSE = "org.stoa.pulse"
VOTE_AGAIN = """async () => {
    const surveyId = location.pathname.split("/").pop();
    try {
        await stoa.surveys.vote({surveyId, answers: [{question: 0, choices: [0]}]});
        return "taken";
    } catch (error) {
        return error.code;
    }
}"""


def make_survey(page: Page, title: str) -> None:
    """Write a survey with one question in Pulse, and press Publish."""
    page.get_by_role("link", name="New survey").click()
    page.get_by_label("Title").fill(title)
    page.get_by_label("Question", exact=True).fill("What shall we eat?")
    page.get_by_label("Option 1", exact=True).fill("Soup")
    page.get_by_label("Option 2", exact=True).fill("Pizza")
    page.get_by_role("button", name="Publish").click()


def test_a_survey_of_a_mini_app_is_voted_on_in_its_post_once(start: Callable[..., Stoa]) -> None:
    with start() as stoa:
        stoa.press("Pulse", kind="AppTile")
        page = stoa.page(PULSE)
        make_survey(page, "Lunch on Friday")
        stoa.wait_for("Pulse wants to make surveys…")
        stoa.press("Always allow")
        expect(page.get_by_role("heading", name="Lunch on Friday")).to_be_visible()
        page.get_by_role("button", name="Share", exact=True).click()
        stoa.wait_for("New post")
        stoa.press("Post", inside="New post")
        stoa.wait_gone("New post")
        stoa.wait_for("Pizza, 0 percent", kind="OptionRow")

        stoa.press("Pizza…", kind="OptionRow")

        voted = stoa.wait_for("Pizza, 100 percent…", kind="OptionRow")
        assert not voted["enabled"], "a vote that cannot be changed leaves nothing to press"
        stoa.until(lambda: "1 vote" in stoa.newest(), "the count")
        expect(page.locator(".meta").filter(has_text="1 vote ·")).to_be_visible()
        assert page.evaluate(VOTE_AGAIN) == "denied"
        assert "1 vote" in stoa.newest()

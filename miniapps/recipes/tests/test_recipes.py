"""Recipes: finding one, cooking for more people, the shopping list, sharing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from stoa.testing import LaunchProfile, Network, Permissions

if TYPE_CHECKING:
    from stoa.testing import MiniApp


def test_a_recipe_is_found_scaled_and_put_on_the_shopping_list(miniapp: MiniApp) -> None:
    page = miniapp.page
    page.get_by_role("searchbox").fill("tomato")
    page.get_by_role("link", name="Shakshuka").click()
    expect(page.get_by_text("4 eggs")).to_be_visible()
    page.get_by_role("button", name="More servings").click()
    page.get_by_role("button", name="More servings").click()
    expect(page.get_by_text("8 eggs")).to_be_visible()
    page.get_by_role("button", name="Add to shopping list").click()
    miniapp.bridge.expect_call("storage.set", key="shopping")
    miniapp.open(LaunchProfile(path="/shopping"))
    expect(miniapp.page.get_by_text("eggs")).to_be_visible()


def test_cooking_goes_one_step_at_a_time(miniapp: MiniApp) -> None:
    miniapp.open(LaunchProfile(path="/r/shakshuka/cook"))
    page = miniapp.page
    expect(page.get_by_text("Soften onion and pepper")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Add garlic and spices")).to_be_visible()
    expect(page.get_by_text("Soften onion and pepper")).not_to_be_visible()


@pytest.mark.launch_profile(
    LaunchProfile(name="newcomer"), LaunchProfile(name="offline", network=Network(state="offline"))
)
def test_a_recipe_is_shared_as_a_card_with_its_page(miniapp: MiniApp) -> None:
    miniapp.page.get_by_role("link", name="Shakshuka").click()
    miniapp.page.get_by_role("button", name="Share to feed").click()
    card = miniapp.bridge.expect_call("share.post", title="Shakshuka for 2")
    assert card["params"]["path"] == "/r/shakshuka?for=2"
    assert card["params"]["picture"]["mediaType"] == "image/png"


def test_who_does_not_want_to_share_goes_on_cooking(miniapp: MiniApp) -> None:
    miniapp.open(LaunchProfile(path="/r/shakshuka", permissions=Permissions(by_name={"share": "refused"})))
    miniapp.page.get_by_role("button", name="Share to feed").click()
    miniapp.bridge.expect_call("share.post", verdict="denied")
    miniapp.page.get_by_role("link", name="Start cooking").click()
    expect(miniapp.page.get_by_text("Soften onion and pepper")).to_be_visible()
    assert miniapp.evidence.errors() == []

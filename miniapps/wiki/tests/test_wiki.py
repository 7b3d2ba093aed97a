"""Wiki: its own articles are read without a network, and what needs one says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from stoa.testing import LaunchProfile, Network

if TYPE_CHECKING:
    from stoa.testing import MiniApp

OFFLINE = LaunchProfile(name="offline", network=Network(state="offline"))


@pytest.mark.launch_profile(OFFLINE)
def test_an_article_of_its_own_is_read_without_a_network(miniapp: MiniApp) -> None:
    page = miniapp.page
    page.get_by_role("link", name="Stoa Covered walk").click()
    expect(page.get_by_role("heading", name="Stoa", level=1)).to_be_visible()
    page.get_by_role("link", name="Olive tree").click()
    expect(page.get_by_role("heading", name="Olive tree", level=1)).to_be_visible()


@pytest.mark.launch_profile(OFFLINE)
def test_a_search_without_a_network_says_so(miniapp: MiniApp) -> None:
    page = miniapp.page
    page.get_by_role("combobox", name="Search Wikipedia").fill("Parthenon")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("network")


def test_the_language_of_articles_is_kept(miniapp: MiniApp) -> None:
    miniapp.page.get_by_role("button", name="Deutsch").click()
    miniapp.bridge.expect_call("storage.set", key="settings")
    miniapp.open()
    expect(miniapp.page.get_by_role("button", name="Deutsch")).to_have_attribute("aria-pressed", "true")

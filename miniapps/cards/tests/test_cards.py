"""Cards: studying a deck, making one, and what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from stoa.testing import LaunchProfile

if TYPE_CHECKING:
    from stoa.testing import MiniApp


def test_a_card_shows_its_answer_and_the_next_one_comes(miniapp: MiniApp) -> None:
    page = miniapp.page
    page.get_by_role("link", name="Study Greek alphabet").click()
    expect(page.get_by_role("status").filter(has_text="20 cards left")).to_be_visible()
    page.get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name="Good").click()
    miniapp.bridge.expect_call("storage.set", key="progress:greek")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()


def test_a_new_deck_is_kept(miniapp: MiniApp) -> None:
    miniapp.open(LaunchProfile(path="/new"))
    page = miniapp.page
    page.get_by_role("textbox", name="Name of the deck").fill("Trees")
    page.get_by_role("textbox", name="Front of card 1").fill("Oak")
    page.get_by_role("textbox", name="Back of card 1").fill("Quercus")
    page.get_by_role("button", name="Save").click()
    miniapp.bridge.expect_call("storage.set", key="decks")
    miniapp.open()
    expect(miniapp.page.get_by_role("link", name="Trees", exact=True)).to_be_visible()


def test_without_a_bridge_it_still_opens(miniapp: MiniApp) -> None:
    miniapp.open(LaunchProfile(contract_version=0))
    expect(miniapp.page.get_by_role("heading", name="Cards")).to_be_visible()

"""Signing in to a mini-app without telling it who one is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet
from playwright.sync_api import expect

from stoa.database import open_database
from stoa.paths import Paths
from stoa.services.identity.keys import choose_secrets
from stoa.services.identity.store import AccountStore
from stoa.services.identity.tokens import ALGORITHM, public_key_set
from stoa.services.identity.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

SIGNER = Path(__file__).parent / "signer"
APP_ID = "org.example.signer"
WHAT_A_PAGE_CAN_READ = """async () => JSON.stringify([
    await stoa.host.context(), await stoa.host.capabilities(), await stoa.identity.current(), window.seen,
    Object.entries(localStorage), location.href, document.cookie, document.documentElement.outerHTML,
])"""


def sign_in(stoa: Stoa, page: Page) -> dict[str, Any]:
    """Press the page's button and allow it in the sheet; what the page got."""
    page.get_by_role("button", name="Sign in").click()
    stoa.wait_for("Signer wants to know you")
    stoa.press("Allow")
    stoa.wait_gone("Signer wants to know you")
    expect(page.locator("#answer")).to_contain_text("subject")
    return dict(json.loads(page.locator("#answer").inner_text()))


def app_key_of(data: Path) -> str:
    """The key under which the signer's folder is known here."""
    database = open_database(Paths(data).database).database
    try:
        return str(database.row("SELECT app_key FROM consents")[0])  # type: ignore[index]
    finally:
        database.close()


def account_ids(data: Path) -> list[str]:
    """The accounts of the data folder."""
    database = open_database(Paths(data).database).database
    try:
        return [account.id for account in AccountStore(database).all()]
    finally:
        database.close()


def test_a_mini_app_learns_a_private_name_and_never_the_account(start: Callable[..., Stoa]) -> None:
    with start(command=("open", str(SIGNER))) as stoa:
        page = stoa.page(APP_ID)
        page.get_by_role("button", name="Sign in").click()
        stoa.wait_for("Signer wants to know you")
        allow = stoa.shows("Allow")
        assert allow is not None
        stoa.press("Not now")
        expect(page.locator("#answer")).to_have_text("cancelled")

        answer = sign_in(stoa, page)
        read = page.evaluate(WHAT_A_PAGE_CAN_READ)
        data = stoa.data

    assert answer["scopes"] == ["openid"]
    assert "profile" not in answer or answer["profile"] is None
    ids = account_ids(data)
    assert ids
    assert not [account_id for account_id in ids if account_id in read + json.dumps(answer)]
    # What the mini-app's own server does with the key set that this installation gives out.
    vault = Vault(lambda: choose_secrets(Paths(data).secrets))
    keys = KeySet.import_key_set(json.loads(json.dumps(public_key_set([vault.signing_key(app_key_of(data))]))))
    claims = jwt.decode(answer["token"], keys, algorithms=[ALGORITHM]).claims
    assert (claims["sub"], claims["aud"], claims["nonce"]) == (answer["subject"], APP_ID, "abc")
    assert "name" not in claims

"""Signing in to a mini-app without telling it who one is."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet
from playwright.sync_api import expect

from stoa.database import open_database
from stoa.services.identity.store import AccountStore
from tests.support.driver import ROOT, WAIT_SECONDS, environment, stoa_command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

GUEST_BOOK = ROOT / "tests" / "support" / "guest_book"
APP_ID = "org.example.guestbook"
WHAT_A_PAGE_CAN_READ = """async () => JSON.stringify([
    await stoa.host.context(), await stoa.host.capabilities(), await stoa.identity.current(), window.seen,
    Object.entries(localStorage), location.href, document.cookie, document.documentElement.outerHTML,
])"""


def sign_in(stoa: Stoa, page: Page) -> dict[str, Any]:
    """Press the page's button and allow it in the sheet; what the page got."""
    page.get_by_role("button", name="Sign in").click()
    stoa.wait_for("Guest book wants to know you")
    stoa.press("Allow")
    stoa.wait_gone("Guest book wants to know you")
    expect(page.locator("#answer")).to_contain_text("subject")
    return dict(json.loads(page.locator("#answer").inner_text()))


def account_ids(data: Path) -> list[str]:
    """The accounts of the data folder."""
    database = open_database(data / "stoa.db").database
    try:
        return [account.id for account in AccountStore(database).all()]
    finally:
        database.close()


def run(*arguments: object) -> str:
    """Run a command of the program to its end; what it printed."""
    finished = subprocess.run(
        stoa_command(*arguments), capture_output=True, text=True, check=True, timeout=WAIT_SECONDS, env=environment()
    )
    return finished.stdout


def test_a_mini_app_learns_a_private_name_and_never_the_account(start: Callable[..., Stoa], tmp_path: Path) -> None:
    package = tmp_path / "guest_book.ma"
    run("pack", GUEST_BOOK, "--output", package)
    with start(command=("open", str(package))) as stoa:
        stoa.wait_for("Open Guest book for the first time?")
        stoa.press("Open", inside="Open Guest book for the first time?")
        page = stoa.page(APP_ID)
        page.get_by_role("button", name="Sign in").click()
        stoa.wait_for("Guest book wants to know you")
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
    # What the mini-app's own server does with the keys that this installation gives out.
    keys = KeySet.import_key_set(json.loads(run("keys", APP_ID, "--data-dir", data)))
    claims = jwt.decode(answer["token"], keys, algorithms=["Ed25519"]).claims
    assert (claims["sub"], claims["aud"], claims["nonce"]) == (answer["subject"], APP_ID, "abc")
    assert "name" not in claims

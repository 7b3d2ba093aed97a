"""What the person agreed that installed mini-apps may ask for."""

from __future__ import annotations

import pytest

from stoa.database import open_memory
from stoa.miniapp.grants import Asks
from stoa.services.permissions.agreed_store import AgreedAsks

APP = "org.example.maps"
ASKS = Asks(frozenset({"camera", "share"}), frozenset({"https://a.example"}), frozenset({"wasm"}))


@pytest.fixture
def agreed():
    database = open_memory()
    yield AgreedAsks(database, lambda: 1)
    database.close()


def test_what_was_agreed_to_is_remembered_for_each_app(agreed):
    assert agreed.get(APP) is None
    agreed.agree(APP, ASKS)
    agreed.agree("org.example.other", Asks())
    assert agreed.get(APP) == ASKS
    assert agreed.get("org.example.other") == Asks()


def test_a_new_agreement_takes_the_place_of_the_old_one(agreed):
    agreed.agree(APP, ASKS)
    agreed.agree(APP, Asks(frozenset({"share"})))
    assert agreed.get(APP) == Asks(frozenset({"share"}))


def test_an_app_is_forgotten(agreed):
    agreed.agree(APP, ASKS)
    agreed.agree("org.example.other", ASKS)
    agreed.forget_app(APP)
    assert agreed.get(APP) is None
    assert agreed.get("org.example.other") == ASKS

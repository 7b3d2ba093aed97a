"""What ends or changes a sign-in: signing out, removed accounts, new names, lost keys."""

import pytest
from tests.unit.services_identity.world import OPENID, PROFILE, code_of

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.services.identity.api import SignIn
from stoa.services.identity.keys import SecretsError


def test_signing_out_forgets_the_agreement(world):
    world.sheet.answers = [{OPENID}, {OPENID}]
    first = world.sign_in()
    world.sign_out()
    assert world.current() is None
    assert world.sign_in().subject == first.subject
    assert len(world.sheet.asked) == 2
    assert world.changes == [(world.ada, "org.example.notes")] * 3


def test_signing_out_twice_tells_once(world):
    world.sheet.answers = [{OPENID}]
    world.sign_in()
    world.changes.clear()
    world.sign_out()
    world.sign_out()
    assert world.changes == [(world.ada, "org.example.notes")]


def test_consent_taken_back_in_settings_signs_out(world):
    world.sheet.answers = [{OPENID}]
    world.sign_in()
    world.handlers.take_back(world.ada, "org.example.notes")
    assert world.current() is None


def test_second_sign_in_while_the_sheet_is_open_is_refused(world):
    codes = []

    async def again():
        with pytest.raises(BridgeError) as caught:
            await world.handlers.sign_in(world.caller(), SignIn())
        codes.append(caught.value.code)

    world.sheet.during = again
    world.sheet.answers = [{OPENID}]
    assert world.sign_in().scopes == [OPENID]
    assert codes == [ErrorCode.TOO_MANY]
    world.sheet.during = None
    world.sign_out()
    world.sheet.answers = [{OPENID}]
    assert world.sign_in().scopes == [OPENID]


def test_account_removed_while_the_sheet_is_open_is_told(world):
    async def remove():
        world.accounts.remove(world.ada)

    world.sheet.during = remove
    world.sheet.answers = [{OPENID}]
    assert code_of(world.sign_in) is ErrorCode.DENIED
    assert code_of(world.sign_in) is ErrorCode.DENIED


def test_new_name_and_picture_reach_the_apps_that_know_the_profile(world):
    world.sheet.answers = [{OPENID, PROFILE}, {OPENID}]
    before = world.sign_in(OPENID, PROFILE)
    world.sign_in(OPENID, caller=world.caller(app="org.example.bank"))
    world.changes.clear()
    world.accounts.rename(world.ada, "Ada L.", world.accounts.get(world.ben).picture)
    world.handlers.profile_changed(world.ada)
    assert world.changes == [(world.ada, "org.example.notes")]
    after = world.current()
    assert after.profile.name == "Ada L."
    assert after.profile.picture != before.profile.picture


def test_picture_is_made_small_once(world, monkeypatch):
    made = []

    def count(picture):
        made.append(picture)
        return "data:image/png;base64,"

    monkeypatch.setattr("stoa.services.identity.pictures.profile_picture", count)
    world.sheet.answers = [{OPENID, PROFILE}]
    for _ in range(3):
        world.sign_in(OPENID, PROFILE)
        world.current()
    assert len(made) == 1


@pytest.mark.parametrize("lost", ["account_secret", "signing_key"])
def test_keys_that_cannot_be_read_refuse_the_call_without_naming_folders(world, monkeypatch, lost):
    def refuse(*_):
        raise SecretsError("/home/ada/keys cannot be read")

    monkeypatch.setattr(world.vault, lost, refuse)
    world.sheet.answers = [{OPENID}]
    with pytest.raises(BridgeError, match="unlock") as caught:
        world.sign_in()
    assert caught.value.code is ErrorCode.DENIED
    assert "/home" not in caught.value.sentence

"""Signing in as a mini-app sees it, with a sheet that answers as the test says."""

import asyncio
import base64
import json

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.method import Caller
from stoa.contract.wire import Nothing
from stoa.database import open_memory
from stoa.services.identity.api import AREA, Scope, SignIn
from stoa.services.identity.consent_store import ConsentStore
from stoa.services.identity.handlers import IdentityHandlers
from stoa.services.identity.keys import SecretsError, choose_secrets
from stoa.services.identity.pictures import generated_picture
from stoa.services.identity.store import AccountStore
from stoa.services.identity.tokens import public_key_set
from stoa.services.identity.vault import Vault

OPENID, PROFILE = Scope.OPENID, Scope.PROFILE
NOW = 1_760_000_000_000
PICTURE, OTHER_PICTURE = generated_picture("Ada", "1"), generated_picture("Ben", "2")


class Sheet:
    """Answers with what the test put on ``answers``; remembers what it was asked."""

    def __init__(self):
        self.answers = []
        self.asked = []
        self.subjects = []
        self.during = None

    async def ask(self, caller, asked, subject):
        self.asked.append(asked)
        self.subjects.append(subject)
        if self.during:
            await self.during()
        return self.answers.pop(0)


class World:
    """One installation with two accounts."""

    def __init__(self, folder):
        self.database = open_memory()
        self.accounts = AccountStore(self.database)
        self.consents = ConsentStore(self.database)
        self.ada = self.accounts.add("Ada", PICTURE, 1).id
        self.ben = self.accounts.add("Ben", OTHER_PICTURE, 2).id
        self.vault = Vault(lambda: choose_secrets(folder, lambda: None))
        self.sheet = Sheet()
        self.changes = []
        self.handlers = IdentityHandlers(
            self.accounts, self.consents, self.vault, lambda: NOW, self.sheet, lambda caller: caller.room_key
        )
        self.handlers.changed.append(lambda *change: self.changes.append(change))

    def caller(self, account=None, app="org.example.notes", key=None):
        return Caller(account or self.ada, app, "Notes", key or app, 1)

    def sign_in(self, *scopes, caller=None, nonce=""):
        params = SignIn(scopes=list(scopes or [OPENID]), nonce=nonce)
        return asyncio.run(self.handlers.sign_in(caller or self.caller(), params))

    def current(self, caller=None):
        return asyncio.run(self.handlers.current(caller or self.caller(), Nothing()))

    def sign_out(self, caller=None):
        self.handlers.sign_out(caller or self.caller(), Nothing())

    def claims(self, token, app_key="org.example.notes"):
        keys = KeySet.import_key_set(json.loads(json.dumps(public_key_set([self.vault.signing_key(app_key)]))))
        return jwt.decode(token, keys, algorithms=["Ed25519"]).claims


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path / "keys")
    yield world
    world.database.close()


def code_of(action):
    with pytest.raises(BridgeError) as caught:
        action()
    return caught.value.code


def test_every_method_of_the_area_is_answered(world):
    assert set(world.handlers.handlers()) == {method.name for method in AREA.methods}


def test_nobody_is_signed_in_at_first(world):
    assert world.current() is None


def test_private_name_alone_tells_neither_name_nor_picture(world):
    world.sheet.answers = [{OPENID}]
    identity = world.sign_in(nonce="n-1")
    assert identity.scopes == [OPENID]
    assert identity.profile is None
    assert world.sheet.subjects == [identity.subject]
    text = identity.model_dump_json()
    assert world.ada not in text
    claims = world.claims(identity.token)
    assert "Ada" not in json.dumps(claims)
    assert (claims["sub"], claims["aud"], claims["nonce"]) == (identity.subject, "org.example.notes", "n-1")
    assert claims["iat"] == NOW // 1000


def test_profile_tells_name_and_picture(world):
    world.sheet.answers = [{OPENID, PROFILE}]
    identity = world.sign_in(OPENID, PROFILE)
    assert identity.profile.name == "Ada"
    head, _, body = identity.profile.picture.partition(",")
    assert head == "data:image/png;base64"
    assert base64.b64decode(body).startswith(b"\x89PNG")
    assert world.claims(identity.token)["name"] == "Ada"
    assert world.current().profile == identity.profile


def test_consent_is_remembered_and_not_asked_again(world):
    world.sheet.answers = [{OPENID, PROFILE}]
    first = world.sign_in(OPENID, PROFILE)
    second = world.sign_in(OPENID, PROFILE)
    assert len(world.sheet.asked) == 1
    assert second.subject == first.subject
    assert world.current().subject == first.subject
    assert world.changes == [(world.ada, "org.example.notes")]


def test_signing_in_with_less_than_agreed_tells_less(world):
    world.sheet.answers = [{OPENID, PROFILE}]
    world.sign_in(OPENID, PROFILE)
    identity = world.sign_in(OPENID)
    assert identity.scopes == [OPENID]
    assert identity.profile is None
    assert "name" not in world.claims(identity.token)


def test_part_of_what_was_asked_can_be_refused_and_stays_refused(world):
    world.sheet.answers = [{OPENID}]
    assert world.sign_in(OPENID, PROFILE).scopes == [OPENID]
    again = world.sign_in(OPENID, PROFILE)
    assert again.scopes == [OPENID]
    assert again.profile is None
    assert len(world.sheet.asked) == 1


def test_only_what_is_new_is_asked(world):
    world.sheet.answers = [{OPENID}, {PROFILE}]
    world.sign_in(OPENID)
    identity = world.sign_in(OPENID, PROFILE)
    assert world.sheet.asked == [[OPENID], [PROFILE]]
    assert identity.scopes == [OPENID, PROFILE]
    assert identity.profile.name == "Ada"


def test_profile_without_private_name_asks_for_both(world):
    world.sheet.answers = [{OPENID, PROFILE}]
    assert world.sign_in(PROFILE).scopes == [OPENID, PROFILE]
    assert world.sheet.asked == [[OPENID, PROFILE]]


def test_sheet_cannot_give_more_than_was_asked(world):
    world.sheet.answers = [{OPENID, PROFILE}]
    assert world.sign_in(OPENID).scopes == [OPENID]
    assert world.consents.get(world.ada, "org.example.notes") == {OPENID}


def test_closed_sheet_is_cancelled_and_remembers_nothing(world):
    world.sheet.answers = [None, {OPENID}]
    assert code_of(world.sign_in) is ErrorCode.CANCELLED
    assert world.current() is None
    assert world.changes == []
    assert world.sign_in().scopes == [OPENID]


def test_sheet_closed_while_asking_for_more_keeps_what_was_agreed(world):
    world.sheet.answers = [{OPENID}, None]
    world.sign_in(OPENID)
    assert code_of(lambda: world.sign_in(OPENID, PROFILE)) is ErrorCode.CANCELLED
    assert world.current().scopes == [OPENID]


@pytest.mark.parametrize("answer", [set(), {PROFILE}])
def test_without_the_private_name_nothing_is_told(world, answer):
    world.sheet.answers = [answer]
    assert code_of(lambda: world.sign_in(OPENID, PROFILE)) is ErrorCode.DENIED
    assert world.current() is None


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


def test_subjects_differ_across_apps_and_accounts(world):
    callers = [
        world.caller(),
        world.caller(app="org.example.bank"),
        world.caller(world.ben),
        world.caller(world.ben, "org.example.bank"),
    ]
    world.sheet.answers = [{OPENID} for _ in callers]
    assert len({world.sign_in(caller=caller).subject for caller in callers}) == 4


def test_folder_that_claims_an_installed_apps_id_gets_another_subject_and_no_consent(world):
    world.sheet.answers = [{OPENID}, {OPENID}]
    installed = world.sign_in()
    folder = world.caller(key="org.example.notes+folder-0123456789")
    assert world.current(folder) is None
    impostor = world.sign_in(caller=folder)
    assert impostor.subject != installed.subject
    assert world.claims(impostor.token, folder.room_key)["sub"] == impostor.subject


def test_accounts_sign_in_apart(world):
    world.sheet.answers = [{OPENID}]
    world.sign_in()
    assert world.current(world.caller(world.ben)) is None


def test_subject_survives_a_restart(tmp_path):
    subjects = []
    for _ in range(2):
        world = World(tmp_path / "keys")
        world.sheet.answers = [{OPENID}]
        world.ada = world.database.row("SELECT id FROM accounts")[0]
        world.database.execute("UPDATE accounts SET id = 'the-same' WHERE id = ?", [world.ada])
        subjects.append(world.sign_in(caller=world.caller("the-same")).subject)
        world.database.close()
    assert subjects[0] == subjects[1]


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

    monkeypatch.setattr("stoa.services.identity.handlers.profile_picture", count)
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

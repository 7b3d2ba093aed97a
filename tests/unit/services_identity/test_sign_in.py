"""Signing in as a mini-app sees it, with a sheet that answers as the test says."""

import base64
import json

import pytest
from tests.unit.services_identity.world import NOW, OPENID, PROFILE, World, code_of

from stoa.contract.errors import ErrorCode
from stoa.contract.wire import written
from stoa.services.identity.api import AREA


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
    text = written(identity)
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

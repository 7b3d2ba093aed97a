"""Tokens as a mini-app's own server sees them: verified with the exported public keys alone."""

import json

import pytest
from joserfc import jwt
from joserfc.errors import BadSignatureError, ExpiredTokenError, InvalidClaimError, JoseError
from joserfc.jwk import KeySet

from stoa.services.identity.api import Scope
from stoa.services.identity.subjects import subject
from stoa.services.identity.tokens import LIFETIME_SECONDS, Statement, issue, issuer_of, public_key_set, signing_key

NOW = 1_760_000_000_000
KEY = signing_key(b"k" * 32)
STATEMENT = Statement(issuer_of(KEY), "org.example.notes", "subject-of-ada", "n-1", frozenset({Scope.OPENID}))


def verified(token, *, audience="org.example.notes", now=NOW, keys=(KEY,)):
    """What a server in any language does: JSON key set in, claims out, or an error."""
    key_set = KeySet.import_key_set(json.loads(json.dumps(public_key_set(keys))))
    decoded = jwt.decode(token, key_set, algorithms=["Ed25519"])
    jwt.JWTClaimsRegistry(
        now=now // 1000,
        iss={"essential": True, "value": issuer_of(KEY)},
        aud={"essential": True, "value": audience},
        sub={"essential": True},
        exp={"essential": True},
    ).validate(decoded.claims)
    return decoded


def test_token_says_what_was_stated_and_nothing_more():
    decoded = verified(issue(KEY, STATEMENT, NOW))
    assert decoded.claims == {
        "iss": issuer_of(KEY),
        "aud": "org.example.notes",
        "sub": "subject-of-ada",
        "nonce": "n-1",
        "iat": NOW // 1000,
        "exp": NOW // 1000 + 600,
        "scope": "openid",
    }
    assert decoded.header == {"alg": "Ed25519", "typ": "JWT", "kid": KEY.thumbprint()}


def test_nonce_is_left_out_when_none_was_given():
    statement = Statement(issuer_of(KEY), "org.example.notes", "s", "", frozenset({Scope.OPENID}))
    assert "nonce" not in verified(issue(KEY, statement, NOW)).claims


@pytest.mark.parametrize(("scopes", "name"), [(frozenset(Scope), "Ada"), (frozenset({Scope.OPENID}), None)])
def test_name_is_in_the_token_only_with_the_profile_scope(scopes, name):
    statement = Statement(issuer_of(KEY), "org.example.notes", "s", "", scopes, "Ada")
    assert verified(issue(KEY, statement, NOW)).claims.get("name") == name


def test_token_for_another_app_is_rejected():
    with pytest.raises(InvalidClaimError):
        verified(issue(KEY, STATEMENT, NOW), audience="org.example.bank")


@pytest.mark.parametrize(("later", "valid"), [(LIFETIME_SECONDS - 1, True), (LIFETIME_SECONDS + 1, False)])
def test_token_expires_after_ten_minutes(later, valid):
    token = issue(KEY, STATEMENT, NOW)
    if valid:
        verified(token, now=NOW + later * 1000)
        return
    with pytest.raises(ExpiredTokenError):
        verified(token, now=NOW + later * 1000)


def test_token_of_another_installation_is_rejected():
    other = signing_key(b"o" * 32)
    with pytest.raises((JoseError, ValueError)):
        verified(issue(other, STATEMENT, NOW))
    # Even with a key id that is on the list.
    header = {"alg": "Ed25519", "typ": "JWT", "kid": KEY.thumbprint()}
    forged = jwt.encode(header, {"sub": "s"}, other, algorithms=["Ed25519"])
    with pytest.raises(BadSignatureError):
        verified(forged)


def test_changed_token_is_rejected():
    head, body, signature = issue(KEY, STATEMENT, NOW).split(".")
    other_body = issue(KEY, Statement(issuer_of(KEY), "org.example.notes", "ben", "", frozenset()), NOW).split(".")[1]
    assert body != other_body
    with pytest.raises(BadSignatureError):
        verified(f"{head}.{other_body}.{signature}")


def test_public_key_set_holds_no_secret():
    (public,) = public_key_set([KEY])["keys"]
    assert public == {
        "kty": "OKP",
        "crv": "Ed25519",
        "x": KEY.as_dict(private=False)["x"],
        "kid": KEY.thumbprint(),
        "use": "sig",
        "alg": "Ed25519",
    }


def test_key_id_is_the_thumbprint_of_rfc_8037():
    """RFC 8037, appendix A.1 to A.3, gives this key and its thumbprint."""
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    assert public_key_set([signing_key(seed)])["keys"][0]["kid"] == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


def test_subject_is_stable_pairwise_and_opaque():
    ada, ben = b"a" * 32, b"b" * 32
    notes = subject(ada, "org.example.notes")
    assert notes == subject(ada, "org.example.notes")
    assert len({notes, subject(ben, "org.example.notes"), subject(ada, "org.example.bank")}) == 3
    assert len(notes) == 43
    assert notes.replace("-", "").replace("_", "").isalnum()


def test_subject_stays_the_same_from_version_to_version():
    """A changed derivation would make strangers of all users: this value may never change."""
    assert subject(bytes(range(32)), "org.example.notes") == "TGmKiIr0RchLtUnVtBBFaCHdAEyx3KULkHn_DQaR9dU"

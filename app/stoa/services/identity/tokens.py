"""Signed statements that a mini-app's own server can verify: JWT with Ed25519 (RFC 7519, RFC 8037, RFC 9864). Pure."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc import jwt
from joserfc.jwk import OKPKey

from stoa.records import Record
from stoa.services.identity.api import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

LIFETIME_SECONDS = 600
ALGORITHM = "Ed25519"


class Statement(Record):
    """What a token says. ``name`` is the display name, given only with the scope ``profile``."""

    issuer: str
    app_id: str
    subject: str
    nonce: str
    scopes: frozenset[Scope]
    name: str | None = None


def signing_key(seed: bytes) -> OKPKey:
    """The Ed25519 key of 32 secret bytes, with its RFC 7638 thumbprint as key id."""
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    key = OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": _base64url(public), "d": _base64url(seed)})
    return OKPKey.import_key({**key.as_dict(private=True), "kid": key.thumbprint()})


def issuer_of(key: OKPKey) -> str:
    """Who signs: the key's thumbprint as a URI (RFC 9278), so that the name and the key prove each other."""
    return f"urn:ietf:params:oauth:jwk-thumbprint:sha-256:{key.thumbprint()}"


def issue(key: OKPKey, statement: Statement, now: int) -> str:
    """The statement as a signed token, valid for 10 minutes from ``now`` (milliseconds since 1970 UTC)."""
    seconds = now // 1000
    claims: dict[str, Any] = {
        "iss": statement.issuer,
        "aud": statement.app_id,
        "sub": statement.subject,
        "iat": seconds,
        "exp": seconds + LIFETIME_SECONDS,
        "scope": " ".join(sorted(statement.scopes)),
    }
    if statement.nonce:
        claims["nonce"] = statement.nonce
    if statement.name is not None and Scope.PROFILE in statement.scopes:
        claims["name"] = statement.name
    header = {"alg": ALGORITHM, "typ": "JWT", "kid": key.thumbprint()}
    return jwt.encode(header, claims, key, algorithms=[ALGORITHM])


def public_key_set(keys: Iterable[OKPKey]) -> dict[str, Any]:
    """The JWK set (RFC 7517) with which anyone verifies the tokens; it holds no secret."""
    return {
        "keys": [
            {**key.as_dict(private=False), "kid": key.thumbprint(), "use": "sig", "alg": ALGORITHM} for key in keys
        ]
    }


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")

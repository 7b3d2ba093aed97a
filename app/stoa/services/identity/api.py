"""What a mini-app may ask about the person: a private name, and a profile if the person agrees."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, field

from stoa.contract.method import Area, Event, Method
from stoa.contract.wire import Wire
from stoa.services.identity.permissions import PERMISSIONS


class Scope(StrEnum):
    """What a sign-in may tell."""

    OPENID = "openid"
    """A name for this mini-app alone."""
    PROFILE = "profile"
    """Display name and picture."""


class SignIn(Wire):
    """A request to sign in. ``nonce`` comes back inside the token."""

    scopes: Annotated[list[Scope], Meta(min_length=1, max_length=2)] = field(default_factory=lambda: [Scope.OPENID])
    nonce: Annotated[str, Meta(max_length=128)] = ""


class Profile(Wire):
    """What the person shows. ``picture`` is a ``data:image/png;base64,…`` address."""

    name: str
    picture: str


class Identity(Wire):
    """Who the person is to this mini-app. ``subject`` is another for every mini-app."""

    subject: str
    scopes: list[Scope]
    profile: Profile | None = None


class SignedIn(Identity, kw_only=True):
    """An identity with a token the mini-app's own server can verify: JWT, Ed25519, 10 minutes."""

    token: str


class IdentityChanged(Wire):
    """The identity now; null after signing out."""

    identity: Identity | None = None


AREA = Area(
    name="identity",
    doc="Signing in without telling who the account is.",
    methods=(
        Method(
            "identity.signIn",
            "Asks the person to sign in; what was agreed before is not asked again.",
            SignIn,
            SignedIn,
            permission="identity",
            codes=("cancelled", "denied"),
        ),
        Method("identity.current", "Tells who is signed in, or null.", result=Identity | None, permission="identity"),
        Method("identity.signOut", "Forgets the sign-in and the person's agreement.", permission="identity"),
    ),
    events=(
        Event("identity.didChange", "The person signed in or out, or took their agreement back.", IdentityChanged),
    ),
    permissions=PERMISSIONS,
)

"""The identity area of the bridge: signing in through the consent sheet, and out again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.services.identity import pictures, tokens
from stoa.services.identity.api import Identity, Profile, Scope, SignedIn, SignIn
from stoa.services.identity.keys import SecretsError
from stoa.services.identity.subjects import subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.contract.caller import Caller
    from stoa.contract.method import Handlers
    from stoa.contract.wire import Nothing
    from stoa.database import Clock
    from stoa.services.identity.accounts import Account
    from stoa.services.identity.consent_store import ConsentStore
    from stoa.services.identity.store import AccountStore
    from stoa.services.identity.vault import Vault

_ORDER = tuple(Scope)


class ConsentSheet(Protocol):
    """The host's own surface that asks the person."""

    async def ask(self, caller: Caller, asked: list[Scope], subject: str) -> set[Scope] | None:
        """Which of ``asked`` the person allows; None when they closed the sheet or the room went away.

        ``subject`` is the private name that the mini-app would see.
        """
        ...


class IdentityHandlers:
    """Answers ``identity.*``. ``key_of`` gives the key of the caller's mini-app, under which consents are kept.

    Whoever appends to ``changed`` is called with account id and app key after each sign-in, sign-out and withdrawal.
    """

    def __init__(
        self,
        accounts: AccountStore,
        consents: ConsentStore,
        vault: Vault,
        clock: Clock,
        sheet: ConsentSheet,
        key_of: Callable[[Caller], str],
    ) -> None:
        self._accounts = accounts
        self._consents = consents
        self._vault = vault
        self._clock = clock
        self._sheet = sheet
        self._key_of = key_of
        self._asking: set[tuple[str, str]] = set()
        self._pictures: dict[str, tuple[bytes, str]] = {}
        self.changed: list[Callable[[str, str], None]] = []

    def handlers(self) -> Handlers:
        """The methods of the area and who answers each."""
        return {"identity.signIn": self.sign_in, "identity.current": self.current, "identity.signOut": self.sign_out}

    async def sign_in(self, caller: Caller, params: SignIn) -> SignedIn:
        """Ask for what was not asked before and answer with a fresh token."""
        account, app_key = self._account(caller.account_id), self._key_of(caller)
        name = await self._subject(account.id, app_key)
        asked = frozenset(params.scopes) | {Scope.OPENID}
        if self._unanswered(account.id, app_key, asked):
            await self._ask(caller, app_key, asked, name)
        scopes = (self._consents.get(account.id, app_key) or frozenset()) & asked
        identity = Identity(subject=name, scopes=_listed(scopes))
        return await self._signed(account, caller, identity, params.nonce)

    async def current(self, caller: Caller, params: Nothing) -> Identity | None:  # noqa: ARG002  every handler has them
        """Who is signed in, as the mini-app may know it."""
        return await self.identity(caller.account_id, self._key_of(caller))

    def sign_out(self, caller: Caller, params: Nothing) -> None:  # noqa: ARG002  every handler has them
        """Forget the sign-in and what was agreed."""
        self.take_back(caller.account_id, self._key_of(caller))

    def take_back(self, account_id: str, app_key: str) -> None:
        """Forget what an account agreed to tell a mini-app, as Settings does."""
        if self._consents.remove(account_id, app_key):
            self._notify(account_id, app_key)

    def profile_changed(self, account_id: str) -> None:
        """Tell the mini-apps that know the account's name or picture that it has another now."""
        for consent in self._consents.all_of(account_id):
            if Scope.PROFILE in consent.scopes:
                self._notify(account_id, consent.app_key)

    async def identity(self, account_id: str, app_key: str) -> Identity | None:
        """Who an account is to a mini-app, or None when it is not signed in there."""
        scopes = self._consents.get(account_id, app_key)
        if scopes is None:
            return None
        account = self._account(account_id)
        return Identity(
            subject=await self._subject(account_id, app_key),
            scopes=_listed(scopes),
            profile=self._profile(account, scopes),
        )

    def _unanswered(self, account_id: str, app_key: str, asked: frozenset[Scope]) -> frozenset[Scope]:
        consent = self._consents.consent(account_id, app_key)
        return asked if consent is None else asked - consent.scopes - consent.refused

    async def _ask(self, caller: Caller, app_key: str, asked: frozenset[Scope], name: str) -> None:
        """Show the sheet and remember the answer, refusals as well, so that no mini-app can ask until one gives in."""
        place = (caller.account_id, app_key)
        if place in self._asking:
            raise BridgeError(ErrorCode.TOO_MANY, "The sign-in sheet of this mini-app is already open.")
        self._asking.add(place)
        try:
            missing = self._unanswered(*place, asked)
            answer = await self._sheet.ask(caller, _listed(missing), name)
        finally:
            self._asking.discard(place)
        if answer is None:
            raise BridgeError(ErrorCode.CANCELLED, "The person closed the sign-in sheet.")
        self._account(caller.account_id)
        before = self._consents.consent(*place)
        allowed = (frozenset(answer) & missing) | (before.scopes if before else frozenset())
        if Scope.OPENID not in allowed:
            raise BridgeError(ErrorCode.DENIED, "The person did not allow this mini-app to know them.")
        refused = (missing | (before.refused if before else frozenset())) - allowed
        self._consents.set(*place, allowed, refused, self._clock())
        self._notify(*place)

    async def _signed(self, account: Account, caller: Caller, identity: Identity, nonce: str) -> SignedIn:
        scopes = frozenset(identity.scopes)
        profile = self._profile(account, scopes)
        try:
            key = await asyncio.to_thread(self._vault.signing_key, self._key_of(caller))
        except SecretsError as error:
            raise _keys_unavailable() from error
        statement = tokens.Statement(
            tokens.issuer_of(key), caller.app_id, identity.subject, nonce, scopes, account.name if profile else None
        )
        token = tokens.issue(key, statement, self._clock())
        return SignedIn(subject=identity.subject, scopes=identity.scopes, profile=profile, token=token)

    async def _subject(self, account_id: str, app_key: str) -> str:
        # The key equals the id for an installed mini-app. A folder that claims another one's id has a key of its own,
        # and with it another subject, so it cannot pose as that mini-app before that mini-app's server.
        try:
            return subject(await asyncio.to_thread(self._vault.account_secret, account_id), app_key)
        except SecretsError as error:
            raise _keys_unavailable() from error

    def _account(self, account_id: str) -> Account:
        account = self._accounts.get(account_id)
        if account is None:
            raise BridgeError(ErrorCode.DENIED, "The account this room belongs to was removed.")
        return account

    def _profile(self, account: Account, scopes: frozenset[Scope]) -> Profile | None:
        if Scope.PROFILE not in scopes:
            return None
        known = self._pictures.get(account.id)
        if known is None or known[0] != account.picture:
            known = (account.picture, pictures.profile_picture(account.picture))
            self._pictures[account.id] = known
        return Profile(name=account.name, picture=known[1])

    def _notify(self, account_id: str, app_key: str) -> None:
        for tell in tuple(self.changed):
            tell(account_id, app_key)


def _listed(scopes: frozenset[Scope]) -> list[Scope]:
    return [scope for scope in _ORDER if scope in scopes]


def _keys_unavailable() -> BridgeError:
    # The full sentence, with the folder's path, is for Settings and the log; a page learns nothing of the system.
    return BridgeError(ErrorCode.DENIED, "The keys of this account cannot be read now: unlock the system's keyring.")

"""One installation without a keyring, its accounts, and a sign-in sheet that answers as the test says."""

import asyncio
import json

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from stoa.contract.caller import Caller
from stoa.contract.errors import BridgeError
from stoa.contract.wire import Nothing
from stoa.database import open_memory
from stoa.services.identity.api import Scope, SignIn
from stoa.services.identity.consent_store import ConsentStore
from stoa.services.identity.handlers import IdentityHandlers
from stoa.services.identity.keys import choose_secrets
from stoa.services.identity.pictures import generated_picture
from stoa.services.identity.store import AccountStore
from stoa.services.identity.tokens import public_key_set
from stoa.services.identity.vault import Vault

OPENID, PROFILE = Scope.OPENID, Scope.PROFILE
NOW = 1_760_000_000_000
PICTURE, OTHER_PICTURE = generated_picture("Ada", "1"), generated_picture("Ben", "2")


def without_keyring(folder):
    return choose_secrets(folder, lambda: None)


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
        self.vault = Vault(lambda: without_keyring(folder))
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


def code_of(action):
    with pytest.raises(BridgeError) as caught:
        action()
    return caught.value.code

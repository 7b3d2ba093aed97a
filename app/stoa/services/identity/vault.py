"""The keys of this installation and its accounts, made when first needed and then held in memory."""

from __future__ import annotations

import hmac
import secrets
import threading
from typing import TYPE_CHECKING

from stoa.services.identity import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from joserfc.jwk import OKPKey

    from stoa.services.identity.keys import Chosen, Place

_KEY_BYTES = 32
_SIGNING = "signing-key"


class Vault:
    """One Ed25519 key of the installation and one 32-byte secret for each account.

    ``choose`` finds the place of the keys and runs once, when first asked. Every method may wait for the system's
    keyring, and so for the person: call them from a worker thread. All raise `SecretsError`.
    """

    def __init__(self, choose: Callable[[], Chosen]) -> None:
        self._choose = choose
        self._chosen: Chosen | None = None
        self._known: dict[str, bytes] = {}
        # Two calls at once must not make two different keys.
        self._lock = threading.RLock()

    def where(self) -> str:
        """A sentence for Settings about the place of the keys."""
        return self._place().where

    def place(self) -> Place:
        """The kind of that place."""
        return self._place().place

    def signing_key(self, app_key: str) -> OKPKey:
        """The key that signs tokens for one mini-app.

        Each has its own, made from the installation's: with one key for all, the servers of two mini-apps could tell
        by its id that their two private names are of the same installation.
        """
        return tokens.signing_key(hmac.digest(self._secret(_SIGNING), app_key.encode(), "sha256"))

    def account_secret(self, account_id: str) -> bytes:
        """The 32 bytes from which an account's subjects are derived."""
        return self._secret(f"account-{account_id}")

    def forget(self, account_id: str) -> None:
        """Delete an account's secret: its subjects can never be made again."""
        name = f"account-{account_id}"
        with self._lock:
            self._place().store.remove(name)
            self._known.pop(name, None)

    def _secret(self, name: str) -> bytes:
        with self._lock:
            if name not in self._known:
                self._known[name] = self._read_or_make(name)
            return self._known[name]

    def _read_or_make(self, name: str) -> bytes:
        store = self._place().store
        value = store.read(name)
        # A file cut short by a full disk, or an entry someone changed, is no key.
        if value is None or len(value) != _KEY_BYTES:
            value = secrets.token_bytes(_KEY_BYTES)
            store.write(name, value)
        return value

    def _place(self) -> Chosen:
        with self._lock:
            if self._chosen is None:
                self._chosen = self._choose()
            return self._chosen

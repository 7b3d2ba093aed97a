"""The table of what accounts agreed to tell mini-apps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stoa.records import Record
from stoa.services.identity.api import Scope

if TYPE_CHECKING:
    from stoa.database import Database


class Consent(Record):
    """What a person allowed and refused to tell one mini-app, and when (milliseconds since 1970 UTC)."""

    app_key: str
    scopes: frozenset[Scope]
    refused: frozenset[Scope]
    agreed_at: int


class ConsentStore:
    """What accounts agreed to tell mini-apps at sign-in. A consent stands until it is taken back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, account_id: str, app_key: str) -> frozenset[Scope] | None:
        """What the mini-app may be told, or None when the account is not signed in there."""
        consent = self.consent(account_id, app_key)
        return consent.scopes if consent else None

    def consent(self, account_id: str, app_key: str) -> Consent | None:
        """The whole answer, with what was refused."""
        row = self._database.row(
            "SELECT app_key, scopes, refused, agreed_at FROM consents WHERE account_id = ? AND app_key = ?",
            [account_id, app_key],
        )
        return _consent(row) if row else None

    def all_of(self, account_id: str) -> list[Consent]:
        """Every consent of an account, by mini-app."""
        rows = self._database.rows(
            "SELECT app_key, scopes, refused, agreed_at FROM consents WHERE account_id = ? ORDER BY app_key",
            [account_id],
        )
        return [_consent(row) for row in rows]

    def set(self, account_id: str, app_key: str, scopes: frozenset[Scope], refused: frozenset[Scope], now: int) -> None:
        """Remember an answer in place of the one before."""
        self._database.execute(
            "INSERT OR REPLACE INTO consents (account_id, app_key, scopes, refused, agreed_at) VALUES (?, ?, ?, ?, ?)",
            [account_id, app_key, " ".join(sorted(scopes)), " ".join(sorted(refused)), now],
        )

    def remove(self, account_id: str, app_key: str) -> bool:
        """Take a consent back; False when there was none."""
        return (
            self._database.execute("DELETE FROM consents WHERE account_id = ? AND app_key = ?", [account_id, app_key])
            > 0
        )

    def forget_app(self, app_key: str) -> None:
        """Take back what every account agreed to tell a mini-app, as when it is uninstalled."""
        self._database.execute("DELETE FROM consents WHERE app_key = ?", [app_key])


def _consent(row: tuple[Any, ...]) -> Consent:
    app_key, scopes, refused, agreed_at = row
    return Consent(app_key, _scopes(scopes), _scopes(refused), agreed_at)


def _scopes(text: str) -> frozenset[Scope]:
    return frozenset(Scope(name) for name in text.split())

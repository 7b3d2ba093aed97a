"""The tables of settings: JSON values by name, for the installation or for one account."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from stoa.database import Database

_Value = TypeVar("_Value")


class Settings(Protocol):
    """Values by name."""

    def get(self, name: str, default: _Value) -> _Value:
        """The value, or ``default`` where none of its kind is kept."""
        ...

    def set(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        ...

    def remove(self, name: str) -> None:
        """Forget a value, so that the default holds again."""
        ...


class SettingsStore:
    """The settings of the installation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str, default: _Value) -> _Value:
        """The value, or ``default`` where none of its kind is kept."""
        return _read(self._database.row("SELECT value FROM settings WHERE name = ?", [name]), default)

    def set(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        # What is kept already is not written again: the window notes its state whenever it may have changed.
        self._database.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value",
            [name, _written(value)],
        )

    def remove(self, name: str) -> None:
        """Forget a value, so that the default holds again."""
        self._database.execute("DELETE FROM settings WHERE name = ?", [name])

    def of_account(self, account_id: str) -> AccountSettings:
        """The settings of one account; they go with it."""
        return AccountSettings(self._database, account_id)


class AccountSettings:
    """The settings of one account."""

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id

    def get(self, name: str, default: _Value) -> _Value:
        """The value, or ``default`` where none of its kind is kept."""
        row = self._database.row(
            "SELECT value FROM account_settings WHERE account_id = ? AND name = ?", [self._account_id, name]
        )
        return _read(row, default)

    def set(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        self._database.execute(
            "INSERT INTO account_settings (account_id, name, value) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value",
            [self._account_id, name, _written(value)],
        )

    def remove(self, name: str) -> None:
        """Forget a value, so that the default holds again."""
        self._database.execute(
            "DELETE FROM account_settings WHERE account_id = ? AND name = ?", [self._account_id, name]
        )


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _read(row: tuple[Any, ...] | None, default: _Value) -> _Value:
    """The value of a row; a value of another kind than the default's was written by another version and is left."""
    if row is None:
        return default
    value = json.loads(row[0])
    if default is None or type(value) is type(default):
        return value  # type: ignore[no-any-return]
    if isinstance(default, float) and type(value) is int:
        return float(value)  # type: ignore[return-value]
    return default
